"""Changes of several files that are applied together, or not at all."""

import os
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from dossier.io.atomic_write import back_up_file, stage_file, sync_folder, temp_path
from dossier.io.files import is_unchanged
from dossier.model.errors import UserError


class FileChange(NamedTuple):
    """A file created (`old_path` is None), rewritten (the paths are equal), moved, or removed (`new_path` is None).

    Paths are relative to the project's root and use `/`; the contents are those of the whole file.
    """

    old_path: str | None
    new_path: str | None
    old_content: bytes = b""
    new_content: bytes = b""


def create(path: str, content: bytes) -> FileChange:
    """Return the change that creates a file."""
    return FileChange(None, path, b"", content)


def replace(path: str, old_text: str, new_text: str) -> Iterator[FileChange]:
    """Yield the change that rewrites a file; nothing if the texts are equal."""
    if old_text != new_text:
        yield FileChange(path, path, old_text.encode(), new_text.encode())


def format_diff(changes: Iterable[FileChange]) -> str:
    """Format the changes as a unified diff."""
    return "".join(line for change in changes for line in _diff_lines(change))


def apply(root: Path, changes: Sequence[FileChange]) -> None:
    """Apply all changes to the files below `root`, or none of them.

    Raises UserError where a file has changed meanwhile or two changes concern the same file, and OSError where a file
    cannot be written.
    """
    root = root.resolve()
    for change in changes:
        _precheck(change, root)
    _check_distinct(changes, root)
    undo: list[tuple[Path, Path | None]] = []
    try:
        for change in changes:
            if change.new_path is not None:
                stage_file(
                    _real_path(change.new_path, root),
                    change.new_content,
                    mode_of=root / change.old_path if change.old_path is not None else None,
                )
        _rename_all(changes, root, undo)
    except BaseException:
        for target, backup in reversed(undo):
            if backup is None:
                target.unlink(missing_ok=True)
            else:
                backup.replace(target)
        raise
    finally:
        _remove_temp_files(changes, root)


def _precheck(change: FileChange, root: Path) -> None:
    """Raise UserError where a change would overwrite something that somebody else wrote."""
    if change.new_path is not None and change.new_path != change.old_path and os.path.lexists(root / change.new_path):
        raise UserError(f"{change.new_path} already exists: nothing was changed")
    if change.old_path is not None and not is_unchanged(root / change.old_path, root, change.old_content):
        raise UserError(f"{change.old_path} has changed meanwhile: nothing was changed, run the command again")


def _check_distinct(changes: Sequence[FileChange], root: Path) -> None:
    """Raise UserError where two changes concern the same file, as they can if one path is a symbolic link."""
    path_of: dict[Path, str] = {}
    for change in changes:
        for path in dict.fromkeys((change.old_path, change.new_path)):
            if path is None:
                continue
            file = _real_path(path, root)
            if file in path_of:
                raise UserError(f"{path_of[file]} and {path} are the same file: nothing was changed")
            path_of[file] = path


def _rename_all(changes: Sequence[FileChange], root: Path, undo: list[tuple[Path, Path | None]]) -> None:
    """Rename every staged file to its place and back up the old one.

    Appends (target, backup) to `undo` before each step; the backup is None for a target that did not exist.
    """
    for change in changes:
        old = _real_path(change.old_path, root) if change.old_path is not None else None
        if old is not None:
            undo.append((old, back_up_file(old)))
        if change.new_path is not None:
            new = _real_path(change.new_path, root)
            if change.new_path != change.old_path:
                undo.append((new, None))
            temp_path(new, "new").replace(new)
            sync_folder(new.parent)
        if old is not None and change.new_path != change.old_path:
            old.unlink()


def _remove_temp_files(changes: Sequence[FileChange], root: Path) -> None:
    for change in changes:
        if change.new_path is not None:
            temp_path(_real_path(change.new_path, root), "new").unlink(missing_ok=True)
        if change.old_path is not None:
            temp_path(_real_path(change.old_path, root), "old").unlink(missing_ok=True)


def _real_path(path: str, root: Path) -> Path:
    """Return the file itself, so that a symbolic link to it stays one."""
    return (root / path).resolve()


def _diff_lines(change: FileChange) -> Iterator[str]:
    before, after = (
        content.decode(errors="replace").splitlines(keepends=True)
        for content in (change.old_content, change.new_content)
    )
    old = f"a/{change.old_path}" if change.old_path else "/dev/null"
    new = f"b/{change.new_path}" if change.new_path else "/dev/null"
    if before == after:
        yield f"rename from {change.old_path}\nrename to {change.new_path}\n"
    for line in unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
