"""A clone on Windows, where git converts line ends, has the same bytes and no findings."""

import os
import subprocess
from pathlib import Path

import pytest
from dossier.cli import main
from dossier.pipeline import check_dossier

ROOT = Path(__file__).parents[1]
NOBODY = {f"GIT_{role}_{field}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}


def git(*arguments, cwd):
    subprocess.run(["git", *arguments], cwd=cwd, env=os.environ | NOBODY, check=True, capture_output=True)


def clone_as_on_windows(repository, target):
    git("clone", "-q", "-c", "core.autocrlf=true", f"file://{repository}", target, cwd=repository)
    return target


def committed_files(repository):
    """Return the bytes of the tracked content and seeds, by path."""
    command = ["git", "ls-files", "-z", "content", "seeds"]
    listed = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True).stdout
    return {name: (repository / name).read_bytes() for name in listed.split("\0") if name}


@pytest.fixture
def new_dossier(tmp_path):
    folder = tmp_path / "new"
    assert main(["init", str(folder)]) == 0
    git("init", "-q", cwd=folder)
    git("add", "-A", cwd=folder)
    git("commit", "-q", "-m", "Start", cwd=folder)
    return folder


def test_a_clone_of_a_new_dossier_has_the_same_bytes_and_no_findings(new_dossier, tmp_path):
    clone = clone_as_on_windows(new_dossier, tmp_path / "clone")
    files = committed_files(clone)
    assert len(files) > 10 and files == committed_files(new_dossier)
    assert check_dossier(clone).findings == ()


def test_a_clone_of_this_repository_has_no_findings(tmp_path):
    clone = clone_as_on_windows(ROOT, tmp_path / "clone")
    assert not [name for name, content in committed_files(clone).items() if b"\r\n" in content]
    assert check_dossier(clone).findings == ()


def test_without_the_attributes_the_clone_would_have_findings(new_dossier, tmp_path):
    git("rm", "-q", ".gitattributes", cwd=new_dossier)
    git("commit", "-q", "-m", "Remove", cwd=new_dossier)
    clone = clone_as_on_windows(new_dossier, tmp_path / "clone")
    assert "source-text-changed" in {finding.rule for finding in check_dossier(clone).findings}
