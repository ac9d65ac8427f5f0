"""The history gives the days on which commits added and last changed each record's file."""

import os
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest
from dossier.io.git import read_history
from dossier.model.publish_context import FileHistory

FIRST, SECOND, THIRD = date(2019, 1, 27), date(2019, 2, 3), date(2019, 3, 4)


@pytest.fixture
def commit(tmp_path, monkeypatch):
    """Return a function that writes files (None: deletes) and commits them on a day, late in the evening in UTC."""
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "x@example.org")
    root = tmp_path / "repository"
    subprocess.run(["git", "init", "-q", root], check=True)

    def write_and_commit(day, **files):
        for path, text in ((root / "content" / name.replace("__", "/"), text) for name, text in files.items()):
            path = path.with_suffix(".yml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, "utf-8")
        when = {"GIT_AUTHOR_DATE": "2018-01-01T00:00:00Z", "GIT_COMMITTER_DATE": f"{day}T22:00:00-0100"}
        for command in (["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "x\n\nA\tcontent/actors/fake.yml"]):
            subprocess.run(["git", *command], cwd=root, env=os.environ | when, check=True)
        return root

    return write_and_commit


def test_a_file_has_the_days_of_its_first_and_last_commit(commit):
    commit(FIRST, actors__ada="one", events__fire="one")
    commit(SECOND, actors__ada="two")
    assert read_history(commit(THIRD, actors__ada="three", places__port="one")) == {
        "actors/ada": FileHistory(FIRST, THIRD),
        "events/fire": FileHistory(FIRST, FIRST),
        "places/port": FileHistory(THIRD, THIRD),
    }


def test_the_order_of_the_days_counts_not_that_of_the_commits(commit):
    commit(THIRD, actors__ada="one")
    assert read_history(commit(FIRST, actors__ada="two"))["actors/ada"].changed == THIRD


def test_sub_folders_may_have_any_name(commit):
    root = commit(FIRST, **{"actors__año 2019__ada": "one"})
    assert read_history(root) == {"actors/ada": FileHistory(FIRST, FIRST)}


def test_a_name_that_is_not_utf_8_does_no_harm(commit):
    root = commit(FIRST, actors__ada="one")
    Path(os.fsdecode(os.fsencode(root) + b"/content/actors/\xff.txt")).write_text("one", "utf-8")
    assert read_history(commit(SECOND)) == {"actors/ada": FileHistory(FIRST, FIRST)}


def test_files_that_are_no_records_have_no_history(commit):
    root = commit(FIRST, actors__ada="one")
    (root / "content/actors/notes.txt").write_text("new", "utf-8")
    assert read_history(commit(SECOND)) == {"actors/ada": FileHistory(FIRST, FIRST)}


@pytest.fixture
def far_east():
    """Set the clock half a day ahead of UTC."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_days_are_in_utc(commit):
    assert read_history(commit(FIRST, actors__ada="one"))["actors/ada"].changed == FIRST


def test_a_file_that_moves_within_its_kind_keeps_its_history(commit):
    commit(FIRST, events__fire="one")
    assert read_history(commit(SECOND, events__fire=None, events__2019__fire="one")) == {
        "events/fire": FileHistory(FIRST, SECOND)
    }


def test_uncommitted_files_have_no_history(commit):
    root = commit(FIRST, actors__ada="one")
    (root / "content/actors/bea.yml").write_text("new", "utf-8")
    (root / "content/actors/ada.yml").write_text("changed", "utf-8")
    assert read_history(root) == {"actors/ada": FileHistory(FIRST, FIRST)}


def test_a_dossier_in_a_folder_of_a_repository_has_its_own_history(commit):
    root = commit(FIRST, actors__ada="one")
    shutil.copytree(root / "content", root / "dossiers" / "port" / "content")
    commit(SECOND, events__fire="one")
    assert read_history(root / "dossiers" / "port") == {"actors/ada": FileHistory(SECOND, SECOND)}


def test_the_settings_of_the_user_change_nothing(commit, monkeypatch, tmp_path):
    commit(FIRST, actors__ada="one")
    root = commit(SECOND, actors__ada=None, actors__bea="one")
    (tmp_path / "config").write_text("[log]\ndecorate = full\ndate = raw\n[diff]\nrenames = copies\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert read_history(root) == {"actors/ada": FileHistory(FIRST, FIRST), "actors/bea": FileHistory(SECOND, SECOND)}


def test_a_shallow_clone_has_only_the_changes_of_its_commits(commit, tmp_path):
    commit(FIRST, actors__ada="one", events__fire="one")
    commit(SECOND, events__fire="two")
    root = commit(THIRD, actors__ada="two")
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "2", root.as_uri(), shallow], check=True)
    assert read_history(shallow) == {"actors/ada": FileHistory(None, THIRD)}


def test_a_folder_without_a_repository_has_no_history(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_history(tmp_path) == {}


def test_a_machine_without_git_has_no_history(commit, monkeypatch):
    root = commit(FIRST, actors__ada="one")
    monkeypatch.setenv("PATH", "")
    assert read_history(root) == {}


def test_git_is_run_once(commit, monkeypatch):
    root, runs, run = commit(FIRST, actors__ada="one"), [], subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *args, **options: runs.append(args) or run(*args, **options))
    assert read_history(root)
    assert len(runs) == 1


def test_a_program_named_git_in_the_current_folder_is_not_run(commit, tmp_path, monkeypatch):
    root = commit(FIRST, actors__ada="one")
    fake = tmp_path / "git"
    fake.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n")
    fake.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", str(tmp_path), os.environ["PATH"]]))
    assert read_history(root)
    assert not (tmp_path / "was-run").exists()
