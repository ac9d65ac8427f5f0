"""A checkout of a revision has its files byte for byte, in a folder that is removed afterwards."""

import os
import re
import subprocess

import pytest
from dossier.io.git import NoRevisionError, checkout_revision


def files(folder):
    """Return the bytes of every file below a folder, except git's own, by path."""
    paths = (file for file in folder.rglob("*") if file.is_file() and ".git" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in paths}


def test_the_files_are_those_of_the_revision(base, write, commit):
    write("content/actors/ünder/odd name.txt", b"\r\n\x00 \xff")
    write(".gitattributes", "content/** export-ignore\n")
    earlier = files(base)
    revision = commit()
    write("content/actors/eva-holm.yml", "changed")
    write("seeds/new.txt", "new")
    commit()
    with checkout_revision(base, revision) as folder:
        assert files(folder) == {path: data for path, data in earlier.items() if path != ".gitattributes"}
    assert not folder.exists()


def test_a_dossier_in_a_folder_of_a_repository_is_checked_out_by_itself(base, commit):
    (base / "inner").mkdir()
    for name in ("content", "seeds"):
        (base / name).rename(base / "inner" / name)
    (base / "content").mkdir()
    (base / "content" / "other.yml").write_text("other", "utf-8")
    commit()
    with checkout_revision(base / "inner", "HEAD") as folder:
        assert files(folder) == files(base / "inner")


def test_symbolic_links_and_uncommitted_files_are_left_out(base, write, commit):
    earlier = files(base)
    (base / "content" / "linked").symlink_to(base / "seeds")
    commit()
    write("content/actors/new.yml", "new")
    with checkout_revision(base, "HEAD") as folder:
        assert files(folder) == earlier


def test_a_name_that_is_not_utf_8_is_kept(base, commit):
    name = os.fsdecode(b"content/actors/\xff.txt")
    (base / name).write_bytes(b"one")
    with checkout_revision(base, commit()) as folder:
        assert (folder / name).read_bytes() == b"one"


def git(folder, *command, stdin=b""):
    """Run git in a folder; return what it prints."""
    done = subprocess.run(["git", *command], cwd=folder, input=stdin, capture_output=True, check=True)
    return done.stdout.decode().strip()


def write_tree(folder, *entries):
    """Write a tree of (mode, name, hash), even one that git itself would not make; return its hash."""
    tree = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(digest) for mode, name, digest in entries)
    return git(folder, "hash-object", "-t", "tree", "--literally", "-w", "--stdin", stdin=tree)


def test_a_path_that_leads_out_of_the_folder_is_left_out(base, commit):
    commit()
    blob = git(base, "hash-object", "-w", "--stdin", stdin=b"evil")
    parent = write_tree(base, ("100644", "evil.txt", blob))
    content = write_tree(base, ("40000", "..", parent), ("100644", "dossier.yml", blob))
    revision = git(base, "commit-tree", "-m", "x", write_tree(base, ("40000", "content", content)))
    assert "content/../evil.txt" in git(base, "ls-tree", "-r", "--name-only", revision)
    with checkout_revision(base, revision) as folder:
        assert files(folder) == {"content/dossier.yml": b"evil"}


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
    with pytest.raises(NoRevisionError, match=f"no revision `{re.escape(name)}`: name"), checkout_revision(base, name):
        pass


def test_a_revision_without_a_dossier_is_refused(base, commit):
    (base / "content").rename(base / "elsewhere")
    commit()
    with pytest.raises(NoRevisionError, match="there is no content/ at `HEAD`"), checkout_revision(base, "HEAD"):
        pass


def test_a_folder_without_a_repository_is_refused(base, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(base.parent))
    with pytest.raises(NoRevisionError, match="is not a git repository"), checkout_revision(base, "HEAD"):
        pass


def test_a_machine_without_git_is_reported(base, commit, monkeypatch):
    commit()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoRevisionError, match="git could not be run"), checkout_revision(base, "HEAD"):
        pass


def test_a_clone_without_history_says_how_to_get_it(base, commit, tmp_path):
    commit()
    (base / "seeds/new.txt").write_text("new", "utf-8")
    commit()
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{base}", clone], check=True, capture_output=True)
    with (
        pytest.raises(NoRevisionError, match=r"no revision `HEAD~1`.*git fetch --unshallow"),
        checkout_revision(clone, "HEAD~1"),
    ):
        pass
