"""Atomic writes: the target is the old one or the new one, and nothing else is left in its folder."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from dossier.io.atomic_write import (
    WriteError,
    atomic_write,
    back_up_file,
    clear_folder,
    clear_leftovers,
    replace_folder,
    stage_file,
    stage_folder,
    temp_path,
    temporary_folder,
)

RUNNING = os.getppid()


@pytest.fixture(scope="module")
def dead():
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced(tmp_path):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with atomic_write(target) as file:
        file.write(b"new")
        assert target.read_bytes() == b"old"
    assert (target.read_bytes(), names(tmp_path)) == (b"new", ["a.txt"])


def test_missing_folders_are_made(tmp_path):
    with atomic_write(tmp_path / "a/b/c.txt") as file:
        file.write(b"new")
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"new"


@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt])
def test_an_error_in_the_block_leaves_the_old_file(tmp_path, error):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(error), atomic_write(target) as file:
        file.write(b"half")
        raise error
    assert (target.read_bytes(), names(tmp_path)) == (b"old", ["a.txt"])


def test_a_renaming_that_fails_leaves_only_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", lambda file, to: file.rename(tmp_path / "gone" / to.name))
    with pytest.raises(WriteError), atomic_write(target) as file:
        file.write(b"new")
    assert (target.read_bytes(), names(tmp_path)) == (b"old", ["a.txt"])


def test_a_folder_is_not_overwritten_by_a_file(tmp_path):
    with pytest.raises(WriteError, match="is not a file"), atomic_write(tmp_path):
        pass


def test_the_message_names_the_other_file_that_stands_in_the_way(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WriteError, match=r"b\.txt was not written: .*: .*/a$"), atomic_write(tmp_path / "a/b.txt"):
        pass


def test_the_message_does_not_name_the_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "getpid", lambda: "x" * 300)
    with pytest.raises(WriteError, match=r"a\.txt was not written: [^/]*$"), atomic_write(tmp_path / "a.txt"):
        pass


def test_a_staged_file_has_its_content_and_the_mode_of_the_old_one(tmp_path):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    staged = stage_file(target, b"new", mode_of=target)
    assert (target.read_bytes(), staged.read_bytes()) == (b"old", b"new")
    assert staged.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_staged_leaves_nothing(tmp_path):
    with pytest.raises(FileNotFoundError):
        stage_file(tmp_path / "a.txt", b"new", mode_of=tmp_path / "missing")
    assert names(tmp_path) == []


def test_a_backup_can_be_put_back(tmp_path):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    backup = back_up_file(target)
    stage_file(tmp_path / "b.txt", b"new").replace(target)
    backup.replace(target)
    assert (target.read_bytes(), names(tmp_path)) == (b"old", ["a.txt"])


def test_a_backup_has_the_mode_of_the_file(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "a.txt").chmod(0o640)
    assert back_up_file(tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_a_folder_is_replaced(tmp_path):
    target = tmp_path / "site"
    target.mkdir()
    (target / "old.html").write_bytes(b"")
    staged = stage_folder(target)
    (staged / "new.html").write_bytes(b"")
    assert names(target) == ["old.html"]
    replace_folder(staged, target)
    assert (names(tmp_path), names(target)) == (["site"], ["new.html"])


def test_the_old_folder_can_be_restored_if_the_new_one_cannot_be_renamed(tmp_path):
    target = tmp_path / "site"
    target.mkdir()
    (target / "old.html").write_bytes(b"")
    with pytest.raises(FileNotFoundError):
        replace_folder(tmp_path / "gone", target)
    clear_leftovers(target)
    assert (names(tmp_path), names(target)) == (["site"], ["old.html"])


@pytest.mark.parametrize("stage", ["new", "old"])
def test_what_a_dead_process_left_is_removed(tmp_path, dead, stage):
    target = tmp_path / "site"
    target.mkdir()
    (tmp_path / f".site-{stage}-{dead}").mkdir()
    (tmp_path / f".a.txt-{stage}-{dead}").write_bytes(b"half")
    staged = stage_folder(target)
    with atomic_write(tmp_path / "a.txt") as file:
        file.write(b"new")
    assert names(tmp_path) == sorted([staged.name, "a.txt", "site"])


def test_a_staged_file_of_a_dead_process_is_removed_when_the_file_is_next_staged(tmp_path, dead):
    (tmp_path / f".a.txt-new-{dead}").write_bytes(b"half")
    staged = stage_file(tmp_path / "a.txt", b"new")
    assert names(tmp_path) == [staged.name]


def test_what_an_earlier_process_with_the_same_id_left_is_removed(tmp_path):
    temp_path(tmp_path / "site", "new").mkdir()
    (temp_path(tmp_path / "site", "new") / "half.html").write_bytes(b"")
    assert names(stage_folder(tmp_path / "site")) == []


def test_an_old_folder_is_restored_if_the_target_is_missing(tmp_path, dead):
    (tmp_path / f".site-old-{dead}").mkdir()
    (tmp_path / f".site-old-{dead}" / "old.html").write_bytes(b"")
    stage_folder(tmp_path / "site")
    assert names(tmp_path / "site") == ["old.html"]


def test_what_a_running_process_writes_is_left_alone(tmp_path):
    (tmp_path / f".site-new-{RUNNING}").mkdir()
    (tmp_path / f".a.txt-new-{RUNNING}").write_bytes(b"half")
    stage_folder(tmp_path / "site")
    stage_file(tmp_path / "a.txt", b"new")
    assert {f".site-new-{RUNNING}", f".a.txt-new-{RUNNING}"} <= set(names(tmp_path))


def test_what_a_process_of_another_user_writes_is_left_alone(tmp_path, dead, monkeypatch):
    def kill(process, signal):
        raise PermissionError

    monkeypatch.setattr(os, "kill", kill)
    (tmp_path / f".site-new-{dead}").mkdir()
    stage_folder(tmp_path / "site")
    assert f".site-new-{dead}" in names(tmp_path)


def test_what_a_dead_process_left_of_another_file_is_left_alone(tmp_path, dead):
    (tmp_path / f".a-txt-new-{dead}").write_bytes(b"half")
    stage_file(tmp_path / "a.txt", b"new")
    assert f".a-txt-new-{dead}" in names(tmp_path)


def test_what_dead_processes_left_of_any_file_is_removed_from_a_folder_of_our_own(tmp_path, dead):
    for name in (f".a.zip-new-{dead}", f".b.zip-new-{dead}", f".b.zip-new-{RUNNING}", "c.zip", ".d-new"):
        (tmp_path / name).write_bytes(b"half")
    clear_folder(tmp_path)
    assert names(tmp_path) == sorted([f".b.zip-new-{RUNNING}", ".d-new", "c.zip"])


KILLED = """import os, signal
from dossier.io.atomic_write import temporary_folder
with temporary_folder() as folder:
    (folder / "site").mkdir()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_temporary_folder_of_a_killed_process_is_removed_by_the_next_one(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "dossier-mine").mkdir()
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    killed = subprocess.run([sys.executable, "-c", KILLED], env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(names(tmp_path)) == 2
    with temporary_folder() as folder:
        assert names(tmp_path) == sorted(["dossier-mine", folder.name])
        with temporary_folder() as second:
            assert folder.is_dir() and second.is_dir()
    assert names(tmp_path) == ["dossier-mine"]


def test_the_temporary_folder_of_a_running_process_or_another_machine_is_left_alone(tmp_path, monkeypatch, dead):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with temporary_folder() as folder:
        machine = folder.name.split("-")[1]
    kept = [f"dossier-{machine}-{RUNNING}-abc", f"dossier-00000000-{dead}-abc", f"dossier-{machine}-x"]
    for name in (*kept, f"dossier-{machine}-{dead}-abc", f"dossier-{machine}-{os.getpid()}-abc"):
        (tmp_path / name).mkdir()
    with temporary_folder():
        pass
    assert names(tmp_path) == sorted(kept)


@pytest.mark.parametrize("name", [".a.txt-backup-2019", ".a.txt-20240101", ".a.txt-new-99999999999999999999", "a.txt~"])
def test_other_files_are_left_alone(tmp_path, name):
    (tmp_path / name).write_bytes(b"mine")
    with atomic_write(tmp_path / "a.txt") as file:
        file.write(b"new")
    assert names(tmp_path) == sorted([name, "a.txt"])


def test_a_temporary_name_is_in_the_same_folder(tmp_path):
    assert temp_path(tmp_path / "a.txt", "new") == tmp_path / f".a.txt-new-{os.getpid()}"
