"""The build date is `SOURCE_DATE_EPOCH` or that of the last commit, never the current date."""

import os
import shutil
import subprocess
from datetime import date

import pytest
from dossier.io.git import (
    BuildDateError,
    GitError,
    NoRevisionError,
    build_date,
    checkout_revision,
    content_date,
    read_history,
)


@pytest.fixture
def repository(tmp_path):
    """Return a repository with one commit of 27 January 2019."""
    when = {"GIT_AUTHOR_DATE": "2018-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2019-01-27T12:00:00Z"}
    commit = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "x"]
    for command in (["init", "-q"], commit):
        subprocess.run(["git", *command], cwd=tmp_path, env=os.environ | when, check=True)
    return tmp_path


def test_the_environment_sets_the_date(monkeypatch, repository):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1548600000")
    assert build_date(repository).isoformat() == "2019-01-27T14:40:00+00:00"


NO_DATES = ["", " ", "abc", "yesterday", "-1", "0", "315532799", "4354819199", "9" * 30, "1e9", "1548600000.5", "²"]


@pytest.mark.parametrize("value", NO_DATES)
def test_a_value_that_is_no_date_is_an_error(monkeypatch, repository, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    for read_date in (build_date, content_date):
        with pytest.raises(BuildDateError, match=r"^SOURCE_DATE_EPOCH is `.*`: unset it, or set seconds, 315532800"):
            read_date(repository)


@pytest.mark.parametrize("value", ["315532800", "4354819198"])
def test_the_first_and_last_dates_of_a_zip_archive_are_allowed(monkeypatch, repository, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert build_date(repository).year in (1980, 2107)


def test_the_last_commit_sets_the_date_if_the_environment_does_not(monkeypatch, repository):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_date(repository).isoformat() == "2019-01-27T12:00:00+00:00"


def test_without_a_commit_the_date_is_in_1980(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert build_date(tmp_path).year == 1980


def test_without_git_the_date_is_in_1980(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", "")
    assert build_date(tmp_path).year == 1980


def test_the_content_has_the_day_of_the_last_commit(monkeypatch, repository):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert content_date(repository) == date(2019, 1, 27)


def test_without_git_the_content_has_no_day(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", "")
    assert content_date(tmp_path) is None


def test_a_repository_without_a_commit_has_no_day(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert (content_date(tmp_path), read_history(tmp_path)) == (None, {})


def test_a_commit_before_1980_gives_the_first_date_of_a_zip_archive(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    when = {"GIT_AUTHOR_DATE": "@1000000 +0000", "GIT_COMMITTER_DATE": "@1000000 +0000"}
    commit = ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "x"]
    for command in (["init", "-q"], commit):
        subprocess.run(["git", *command], cwd=tmp_path, env=os.environ | when, check=True)
    assert build_date(tmp_path).isoformat() == "1980-01-01T00:00:00+00:00"


def read_from(root):
    """Yield each function that reads from git, with no arguments left."""
    yield lambda: build_date(root)
    yield lambda: content_date(root)
    yield lambda: read_history(root)
    yield lambda: checkout_revision(root, "HEAD").__enter__()


def test_a_repository_of_another_owner_is_an_error_with_gits_own_advice(monkeypatch, repository):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("LANGUAGE", "de")
    for read in read_from(repository):
        with pytest.raises(GitError, match=r"(?s)cannot read the repository of .*dubious ownership.*safe\.directory"):
            read()


@pytest.mark.parametrize("fault", ["[core", "[core]\n\trepositoryformatversion = 99\n"])
def test_a_damaged_repository_is_an_error(monkeypatch, repository, fault):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (repository / ".git/config").write_text(fault, "utf-8")
    for read in read_from(repository):
        with pytest.raises(GitError, match="git cannot read the repository of"):
            read()


def test_a_work_tree_whose_repository_is_gone_is_an_error(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / ".git").write_text("gitdir: /nowhere/at/all\n", "utf-8")
    for read in read_from(tmp_path):
        with pytest.raises(GitError, match="not a git repository: /nowhere/at/all"):
            read()


def test_a_folder_without_a_repository_is_no_error(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert (content_date(tmp_path), read_history(tmp_path)) == (None, {})
    with pytest.raises(NoRevisionError, match="is not a git repository"), checkout_revision(tmp_path, "HEAD"):
        pass


def test_a_repository_that_has_lost_its_objects_is_an_error(monkeypatch, repository):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    shutil.rmtree(repository / ".git/objects")
    for read in read_from(repository):
        with pytest.raises(GitError, match="git cannot read the repository of"):
            read()
