"""A dossier at a revision: its files byte for byte, in a folder that goes when it has been read."""

import subprocess

import pytest
from dossier.io.git import NoRevisionError, checkout_revision


def files(folder):
    """Every file below a folder but git's own, by its path."""
    found = (file for file in folder.rglob("*") if file.is_file() and ".git" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def test_its_files_are_those_of_the_revision(base, write, commit):
    write("content/actors/ünder/odd name.txt", b"\r\n\x00 \xff")
    write(".gitattributes", "content/** export-ignore\n")
    then = files(base)
    revision = commit()
    write("content/actors/eva-holm.yml", "changed")
    write("seeds/new.txt", "new")
    commit()
    with checkout_revision(base, revision) as folder:
        assert files(folder) == {path: data for path, data in then.items() if path != ".gitattributes"}
    assert not folder.exists()


def test_a_dossier_in_a_folder_of_a_repository_is_read_alone(base, commit):
    (base / "inner").mkdir()
    for name in ("content", "seeds"):
        (base / name).rename(base / "inner" / name)
    (base / "content").mkdir()
    (base / "content" / "other.yml").write_text("other", "utf-8")
    commit()
    with checkout_revision(base / "inner", "HEAD") as folder:
        assert files(folder) == files(base / "inner")


def test_links_and_what_is_not_committed_are_left_out(base, write, commit):
    then = files(base)
    (base / "content" / "linked").symlink_to(base / "seeds")
    commit()
    write("content/actors/new.yml", "new")
    with checkout_revision(base, "HEAD") as folder:
        assert files(folder) == then


def test_a_branch_and_a_tag_are_revisions(base, commit):
    commit()
    for command in (["branch", "earlier"], ["tag", "v1"]):
        subprocess.run(["git", *command], cwd=base, check=True)
    for name in ("earlier", "v1", "HEAD"):
        with checkout_revision(base, name) as folder:
            assert (folder / "content/dossier.yml").is_file()


@pytest.mark.parametrize("name", ["nowhere", "HEAD~1", "--all", "", "HEAD:content", "HEAD..HEAD"])
def test_an_unknown_revision_is_refused(base, commit, name):
    commit()
    with pytest.raises(NoRevisionError, match="is no revision here"), checkout_revision(base, name):
        pass


def test_a_revision_without_a_dossier_is_refused(base, commit):
    (base / "content").rename(base / "elsewhere")
    commit()
    with pytest.raises(NoRevisionError, match="there is no content/ at `HEAD`"), checkout_revision(base, "HEAD"):
        pass


def test_a_folder_without_a_repository_is_refused(base, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(base.parent))
    with pytest.raises(NoRevisionError, match="is in no git repository"), checkout_revision(base, "HEAD"):
        pass


def test_a_machine_without_git_is_told_so(base, commit, monkeypatch):
    commit()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoRevisionError, match="git could not be run"), checkout_revision(base, "HEAD"):
        pass
