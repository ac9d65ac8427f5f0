"""Changes of files: all of them, or none."""

import os
from pathlib import Path

import pytest
from dossier.editor.transaction import FileChange, apply, create, format_diff, replace
from dossier.model.errors import UserError

AKER, HOLM = "content/actors/nils-aker.yml", "content/actors/eva-holm.yml"


def bytes_of(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def change(root, path, after, to=None):
    return FileChange(path, to or path, (root / path).read_bytes(), after)


def test_files_are_made_rewritten_moved_and_taken_away(base):
    before = bytes_of(base)
    moved = change(base, HOLM, b"holm\r\n", "content/actors/new/eva.yml")
    apply(base, [create("seeds/new.txt", b"new"), change(base, AKER, b"aker"), moved])
    expected = before | {"seeds/new.txt": b"new", AKER: b"aker", "content/actors/new/eva.yml": b"holm\r\n"}
    del expected[HOLM]
    assert bytes_of(base) == expected


def test_a_file_keeps_its_mode(base):
    (base / AKER).chmod(0o640)
    apply(base, [change(base, AKER, b"aker")])
    assert (base / AKER).stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_stays_one(base):
    (base / "content/actors/linked.yml").symlink_to("nils-aker.yml")
    apply(base, [change(base, "content/actors/linked.yml", b"aker")])
    assert (base / "content/actors/linked.yml").is_symlink()
    assert (base / AKER).read_bytes() == b"aker"


@pytest.mark.parametrize("failing", range(3))
@pytest.mark.parametrize("why", [OSError("no space left"), KeyboardInterrupt()])
def test_all_is_put_back_where_a_renaming_fails(base, monkeypatch, failing, why):
    before = bytes_of(base)
    changes = [
        change(base, AKER, b"aker"),
        change(base, HOLM, b"holm", "content/actors/eva.yml"),
        create("seeds/n", b"n"),
    ]
    renamed, replace = [], Path.replace

    def fails_once(file, to):
        renamed.append(to)
        if len(renamed) == failing + 1:
            raise why
        return replace(file, to)

    monkeypatch.setattr(Path, "replace", fails_once)
    with pytest.raises(type(why)):
        apply(base, changes)
    assert bytes_of(base) == before


def test_nothing_is_left_where_writing_fails(base, monkeypatch):
    before = bytes_of(base)
    monkeypatch.setattr(os, "getpid", lambda: "x" * 300)
    with pytest.raises(OSError, match="too long"):
        apply(base, [change(base, AKER, b"aker")])
    assert bytes_of(base) == before


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (FileChange(AKER, AKER, b"not this", b"aker"), "has changed meanwhile"),
        (FileChange("content/gone.yml", "content/gone.yml", b"", b"aker"), "has changed meanwhile"),
        (create(AKER, b"aker"), "already exists"),
        (FileChange(HOLM, AKER, b"", b"aker"), "already exists"),
    ],
)
def test_what_somebody_else_wrote_is_not_lost(base, refused, why):
    before = bytes_of(base)
    with pytest.raises(UserError, match=why):
        apply(base, [create("seeds/new.txt", b"new"), refused])
    assert bytes_of(base) == before


def test_a_file_that_stays_as_it_is_is_no_change():
    assert list(replace(AKER, "a\n", "a\n")) == []


def test_a_diff_tells_old_from_new():
    diff = format_diff([FileChange("a.yml", "b.yml", b"one\ntwo", b"one\nthree\n"), create("c.yml", b"new\n")])
    assert diff == (
        "--- a/a.yml\n+++ b/b.yml\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n+three\n"
        "--- /dev/null\n+++ b/c.yml\n@@ -0,0 +1 @@\n+new\n"
    )
