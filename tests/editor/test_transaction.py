"""Transactions: all changes of files are applied, or none."""

import os
from pathlib import Path

import pytest
from dossier.editor.transaction import FileChange, apply, create, format_diff, replace
from dossier.model.errors import UserError

AKER, HOLM = "content/actors/nils-aker.yml", "content/actors/eva-holm.yml"


def contents(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def rewrite(root, path, content, to=None):
    """Return the change that rewrites a file, and moves it to `to` if given."""
    return FileChange(path, to or path, (root / path).read_bytes(), content)


def test_files_are_created_rewritten_and_moved(base):
    before = contents(base)
    moved = rewrite(base, HOLM, b"holm\r\n", "content/actors/new/eva.yml")
    apply(base, [create("seeds/new.txt", b"new"), rewrite(base, AKER, b"aker"), moved])
    expected = before | {"seeds/new.txt": b"new", AKER: b"aker", "content/actors/new/eva.yml": b"holm\r\n"}
    del expected[HOLM]
    assert contents(base) == expected


def test_a_file_keeps_its_mode(base):
    (base / AKER).chmod(0o640)
    apply(base, [rewrite(base, AKER, b"aker")])
    assert (base / AKER).stat().st_mode & 0o777 == 0o640


def test_a_moved_file_keeps_its_mode(base):
    (base / HOLM).chmod(0o640)
    apply(base, [rewrite(base, HOLM, b"holm", "content/actors/eva.yml")])
    assert (base / "content/actors/eva.yml").stat().st_mode & 0o777 == 0o640


def test_a_moved_file_is_never_missing(base, monkeypatch):
    names, replace = (HOLM, "content/actors/eva.yml"), Path.replace

    def check_and_replace(file, to):
        assert any((base / name).exists() for name in names)
        return replace(file, to)

    monkeypatch.setattr(Path, "replace", check_and_replace)
    apply(base, [rewrite(base, HOLM, b"holm", names[1])])
    assert (base / names[1]).read_bytes() == b"holm"


def test_a_file_is_removed(base):
    expected = contents(base)
    removed = expected.pop(HOLM)
    apply(base, [FileChange(HOLM, None, removed)])
    assert contents(base) == expected


def test_a_symbolic_link_stays_one(base):
    (base / "content/actors/linked.yml").symlink_to("nils-aker.yml")
    apply(base, [rewrite(base, "content/actors/linked.yml", b"aker")])
    assert (base / "content/actors/linked.yml").is_symlink()
    assert (base / AKER).read_bytes() == b"aker"


def test_a_file_is_not_changed_twice_through_a_symbolic_link(base):
    linked = "content/actors/linked.yml"
    (base / linked).symlink_to("nils-aker.yml")
    before = contents(base)
    with pytest.raises(UserError, match=f"{AKER} and {linked} are the same file: nothing was changed"):
        apply(base, [rewrite(base, AKER, b"aker"), rewrite(base, linked, b"linked")])
    assert contents(base) == before


def test_the_root_may_be_a_symbolic_link(base):
    (base.parent / "linked").symlink_to(base)
    (base / "content/actors/linked.yml").symlink_to("nils-aker.yml")
    apply(base.parent / "linked", [rewrite(base, "content/actors/linked.yml", b"aker")])
    assert (base / AKER).read_bytes() == b"aker"


def test_a_broken_symbolic_link_is_not_overwritten(base):
    (base / "seeds/new.txt").symlink_to("gone.txt")
    with pytest.raises(UserError, match="already exists"):
        apply(base, [create("seeds/new.txt", b"new")])
    assert not (base / "seeds/gone.txt").exists()


@pytest.mark.parametrize("failing", range(3))
@pytest.mark.parametrize("error", [OSError("no space left"), KeyboardInterrupt()])
def test_everything_is_restored_if_a_renaming_fails(base, monkeypatch, failing, error):
    before = contents(base)
    changes = [
        rewrite(base, AKER, b"aker"),
        rewrite(base, HOLM, b"holm", "content/actors/eva.yml"),
        create("seeds/n", b"n"),
    ]
    renamed, replace = [], Path.replace

    def fails_once(file, to):
        renamed.append(to)
        if len(renamed) == failing + 1:
            raise error
        return replace(file, to)

    monkeypatch.setattr(Path, "replace", fails_once)
    with pytest.raises(type(error)):
        apply(base, changes)
    assert contents(base) == before


def test_no_file_is_left_behind_if_writing_fails(base, monkeypatch):
    before = contents(base)
    monkeypatch.setattr(os, "getpid", lambda: "x" * 300)
    with pytest.raises(OSError, match="too long"):
        apply(base, [rewrite(base, AKER, b"aker")])
    assert contents(base) == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (FileChange(AKER, AKER, b"not this", b"aker"), "has changed meanwhile"),
        (FileChange("content/gone.yml", "content/gone.yml", b"", b"aker"), "has changed meanwhile"),
        (create(AKER, b"aker"), "already exists"),
        (FileChange(HOLM, AKER, b"", b"aker"), "already exists"),
    ],
)
def test_files_that_somebody_else_wrote_are_not_overwritten(base, change, message):
    before = contents(base)
    with pytest.raises(UserError, match=message):
        apply(base, [create("seeds/new.txt", b"new"), change])
    assert contents(base) == before


def test_equal_texts_are_not_a_change():
    assert list(replace(AKER, "a\n", "a\n")) == []


def test_changes_are_formatted_as_a_unified_diff():
    diff = format_diff(
        [
            FileChange("a.yml", "b.yml", b"one\ntwo", b"one\nthree\n"),
            create("c.yml", b"new\n"),
            FileChange("d.yml", None, b"old\n"),
        ]
    )
    assert diff == (
        "--- a/a.yml\n+++ b/b.yml\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n+three\n"
        "--- /dev/null\n+++ b/c.yml\n@@ -0,0 +1 @@\n+new\n"
        "--- a/d.yml\n+++ /dev/null\n@@ -1 +0,0 @@\n-old\n"
    )


def test_a_mere_renaming_is_shown_in_the_diff():
    assert format_diff([FileChange("a.yml", "b.yml", b"one\n", b"one\n")]) == "rename from a.yml\nrename to b.yml\n"
