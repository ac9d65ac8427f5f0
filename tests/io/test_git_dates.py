"""The build date is `SOURCE_DATE_EPOCH` or that of the last commit, never the current date."""

import os
import subprocess
from datetime import date

import pytest
from dossier.io.git import build_date, content_date


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


@pytest.mark.parametrize("value", ["", "yesterday", "-1"])
def test_the_last_commit_sets_the_date_if_the_environment_does_not(monkeypatch, repository, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
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
