"""Atomic writes: files and folders are prepared under a temporary name next to their target and renamed to it.

A temporary name is `.NAME-new-PID`, or `.NAME-old-PID` for what a target was before. What a killed process leaves
behind is cleared when the same target is next written. Folders for the time of a command are in the system's folder for
temporary files; there, the next command clears up.
"""

import os
import platform
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import BinaryIO, Literal

from dossier.model.errors import UserError

Stage = Literal["new", "old"]
_folders_in_use: set[Path] = set()
"""The temporary folders of this process; those with its id that are not among them are of an earlier process."""


class WriteError(UserError):
    """A file could not be written; the previous one, if any, is unchanged."""


@contextmanager
def atomic_write(target: Path) -> Iterator[BinaryIO]:
    """Yield a file to write and read; it replaces `target` if the block ends without an error.

    Raises WriteError if the disk is full, the folder is read-only or `target` is not a file.
    """
    if target.exists() and not target.is_file():
        raise WriteError(f"{target} is not a file: name a file, new or existing")
    staged = temp_path(target, "new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(target)
        with _remove_on_error(staged):
            with staged.open("w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            staged.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise WriteError(f"{target} was not written: {_reason(error, staged)}") from error


def stage_file(target: Path, content: bytes, mode_of: Path | None = None) -> Path:
    """Write `content` to the disk under the temporary name of `target`, and return that path, to be renamed.

    The file gets the mode of `mode_of`. Raises OSError, and then leaves no file behind.
    """
    staged = temp_path(target, "new")
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(target)
    with _remove_on_error(staged):
        with staged.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode_of is not None:
            shutil.copymode(mode_of, staged)
    return staged


def back_up_file(target: Path) -> Path:
    """Copy `target`, with its mode and times, to its temporary name as the old file, and return that path."""
    return Path(shutil.copy2(target, temp_path(target, "old")))


def stage_folder(target: Path) -> Path:
    """Make an empty folder under the temporary name of `target`, to be filled and passed to `replace_folder`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(target)
    staged = temp_path(target, "new")
    staged.mkdir()
    return staged


def replace_folder(staged: Path, target: Path) -> None:
    """Rename a staged folder to `target`; a folder that is there already is moved aside first and then removed.

    If the process is killed between the two renames, the next `clear_leftovers` restores the old folder.
    """
    old = temp_path(target, "old")
    if target.is_dir():
        target.rename(old)
    staged.rename(target)
    sync_folder(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def temp_path(target: Path, stage: Stage) -> Path:
    """Return the temporary name that this process uses for `target`, in the same folder."""
    return target.with_name(f".{target.name}-{stage}-{os.getpid()}")


def clear_leftovers(target: Path) -> None:
    """Remove what killed processes left of `target`; restore an old folder if `target` is missing."""
    pattern = re.compile(rf"\.{re.escape(target.name)}-(?P<stage>new|old)-(?P<process>[0-9]{{1,9}})")
    for leftover in sorted(target.parent.iterdir()):
        match = pattern.fullmatch(leftover.name)
        if match is None or process_is_running(int(match["process"])):
            continue
        if not leftover.is_dir():
            leftover.unlink()
        elif match["stage"] == "old" and not target.exists():
            leftover.rename(target)
        else:
            shutil.rmtree(leftover, ignore_errors=True)


def clear_folder(folder: Path) -> None:
    """Remove what killed processes left of any new file in a folder that only this program writes to."""
    pattern = re.compile(r"\.(?P<name>.+)-new-[0-9]{1,9}")
    names = {match["name"] for file in folder.iterdir() if (match := pattern.fullmatch(file.name))}
    for name in names:
        clear_leftovers(folder / name)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield an empty folder that is removed afterwards; first remove those that killed processes left."""
    # Containers may share the folder but not the numbers of processes, so that the machine is part of the name.
    machine = f"dossier-{sha256(platform.node().encode()).hexdigest()[:8]}"
    pattern = re.compile(rf"{machine}-(?P<process>[0-9]{{1,9}})-\w+")
    for leftover in Path(gettempdir()).glob(f"{machine}-*"):
        match = pattern.fullmatch(leftover.name)
        if match is not None and leftover not in _folders_in_use and not process_is_running(int(match["process"])):
            shutil.rmtree(leftover, ignore_errors=True)
    with TemporaryDirectory(prefix=f"{machine}-{os.getpid()}-") as name:
        folder = Path(name)
        _folders_in_use.add(folder)
        try:
            yield folder
        finally:
            _folders_in_use.discard(folder)


def sync_folder(folder: Path) -> None:
    """Flush the renames in `folder` to disk, if the system allows a folder to be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def process_is_running(process: int) -> bool:
    """Return whether another process with this id is running, and so may still be writing."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


@contextmanager
def _remove_on_error(staged: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def _reason(error: OSError, staged: Path) -> str:
    """Return the system's message, with the file it is about unless that is the staged one."""
    is_other = error.filename is not None and str(error.filename) != str(staged)
    return f"{error.strerror or error}{f': {error.filename}' if is_other else ''}"
