"""Changes of files, made all or none: written beside their places first, put there by renaming, put back on failure."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from dossier.io.files import is_unchanged
from dossier.model.errors import UserError


class FileChange(NamedTuple):
    """A file made (`old` is None), rewritten (`old` is `new`), moved, or taken away (`new` is None).

    Paths are relative to the project's root, with `/`; `before` and `after` are the file's whole bytes.
    """

    old_path: str | None
    new_path: str | None
    old_content: bytes = b""
    new_content: bytes = b""


def create(path: str, after: bytes) -> FileChange:
    """A file that is not there yet."""
    return FileChange(None, path, b"", after)


def replace(path: str, before: str, after: str) -> Iterator[FileChange]:
    """A file with another text, or nothing where it stays as it is."""
    if before != after:
        yield FileChange(path, path, before.encode(), after.encode())


def format_diff(changes: Iterable[FileChange]) -> str:
    """The changes as a unified diff."""
    return "".join(line for change in changes for line in _diff(change))


def apply(root: Path, changes: Sequence[FileChange]) -> None:
    """Make every change, or none.

    Raises RefusedError where a file is not as the changes took it to be, and OSError where one cannot be written.
    """
    root = root.resolve()
    for change in changes:
        _precheck(change, root)
    undo: list[tuple[Path, Path | None]] = []
    try:
        for change in changes:
            _stage(change, root)
        _put(changes, root, undo)
    except BaseException:
        for place, kept in reversed(undo):
            if kept is None:
                place.unlink(missing_ok=True)
            else:
                kept.replace(place)
        raise
    finally:
        for change in changes:
            _clear(change, root)


def _precheck(change: FileChange, root: Path) -> None:
    """Refuse a change that would lose what somebody wrote."""
    if change.new_path is not None and change.new_path != change.old_path and os.path.lexists(root / change.new_path):
        raise UserError(f"{change.new_path} is there already: nothing was changed")
    if change.old_path is not None and not is_unchanged(root / change.old_path, root, change.old_content):
        raise UserError(f"{change.old_path} was changed meanwhile: nothing was changed, run the command again")


def _stage(change: FileChange, root: Path) -> None:
    """Write the new bytes beside their place, with the mode of the file they replace."""
    if change.new_path is None:
        return
    place = _place(change.new_path, root)
    place.parent.mkdir(parents=True, exist_ok=True)
    staged = _temp_path(place, "new")
    staged.write_bytes(change.new_content)
    if change.old_path is not None:
        shutil.copymode(root / change.old_path, staged)


def _clear(change: FileChange, root: Path) -> None:
    """Take away what was written beside the places."""
    for path, stage in ((change.new_path, "new"), (change.old_path, "old")):
        if path is not None:
            _temp_path(_place(path, root), stage).unlink(missing_ok=True)


def _put(changes: Sequence[FileChange], root: Path, undo: list[tuple[Path, Path | None]]) -> None:
    """Rename every file to its place, a copy of the old one kept; `undo` tells how to go back, the last first."""
    for change in changes:
        old = _place(change.old_path, root) if change.old_path is not None else None
        if old is not None:
            undo.append((old, Path(shutil.copy2(old, _temp_path(old, "old")))))
        if change.new_path is not None:
            new = _place(change.new_path, root)
            if change.new_path != change.old_path:
                undo.append((new, None))
            _temp_path(new, "new").replace(new)
        if old is not None and change.new_path != change.old_path:
            old.unlink()


def _place(path: str, root: Path) -> Path:
    """The file itself: a symbolic link stays one."""
    return (root / path).resolve()


def _temp_path(place: Path, stage: str) -> Path:
    return place.with_name(f".{place.name}-{stage}-{os.getpid()}")


def _diff(change: FileChange) -> Iterator[str]:
    before, after = (
        data.decode(errors="replace").splitlines(keepends=True) for data in (change.old_content, change.new_content)
    )
    old = f"a/{change.old_path}" if change.old_path else "/dev/null"
    new = f"b/{change.new_path}" if change.new_path else "/dev/null"
    if before == after:
        yield f"rename from {change.old_path}\nrename to {change.new_path}\n"
    for line in unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
