"""Changes of files, made all or none: written beside their places first, put there by renaming, put back on failure."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from dossier.io.files import still_holds
from dossier.model.errors import RefusedError


class Change(NamedTuple):
    """A file made (`old` is None), rewritten (`old` is `new`), moved, or taken away (`new` is None).

    Paths are relative to the project's root, with `/`; `before` and `after` are the file's whole bytes.
    """

    old: str | None
    new: str | None
    before: bytes = b""
    after: bytes = b""


def made(path: str, after: bytes) -> Change:
    """A file that is not there yet."""
    return Change(None, path, b"", after)


def rewritten(path: str, before: str, after: str) -> Iterator[Change]:
    """A file with another text, or nothing where it stays as it is."""
    if before != after:
        yield Change(path, path, before.encode(), after.encode())


def diff(changes: Iterable[Change]) -> str:
    """The changes as a unified diff."""
    return "".join(line for change in changes for line in _diff(change))


def make(root: Path, changes: Sequence[Change]) -> None:
    """Make every change, or none.

    Raises RefusedError where a file is not as the changes took it to be, and OSError where one cannot be written.
    """
    root = root.resolve()
    for change in changes:
        _hold(change, root)
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


def _hold(change: Change, root: Path) -> None:
    """Refuse a change that would lose what somebody wrote."""
    if change.new is not None and change.new != change.old and os.path.lexists(root / change.new):
        raise RefusedError(f"{change.new} is there already: nothing was changed")
    if change.old is not None and not still_holds(root / change.old, root, change.before):
        raise RefusedError(f"{change.old} was changed meanwhile: nothing was changed, run the command again")


def _stage(change: Change, root: Path) -> None:
    """Write the new bytes beside their place, with the mode of the file they replace."""
    if change.new is None:
        return
    place = _place(change.new, root)
    place.parent.mkdir(parents=True, exist_ok=True)
    staged = _beside(place, "new")
    staged.write_bytes(change.after)
    if change.old is not None:
        shutil.copymode(root / change.old, staged)


def _clear(change: Change, root: Path) -> None:
    """Take away what was written beside the places."""
    for path, stage in ((change.new, "new"), (change.old, "old")):
        if path is not None:
            _beside(_place(path, root), stage).unlink(missing_ok=True)


def _put(changes: Sequence[Change], root: Path, undo: list[tuple[Path, Path | None]]) -> None:
    """Rename every file to its place, a copy of the old one kept; `undo` tells how to go back, the last first."""
    for change in changes:
        old = _place(change.old, root) if change.old is not None else None
        if old is not None:
            undo.append((old, Path(shutil.copy2(old, _beside(old, "old")))))
        if change.new is not None:
            new = _place(change.new, root)
            if change.new != change.old:
                undo.append((new, None))
            _beside(new, "new").replace(new)
        if old is not None and change.new != change.old:
            old.unlink()


def _place(path: str, root: Path) -> Path:
    """The file itself: a symbolic link stays one."""
    return (root / path).resolve()


def _beside(place: Path, stage: str) -> Path:
    return place.with_name(f".{place.name}-{stage}-{os.getpid()}")


def _diff(change: Change) -> Iterator[str]:
    before, after = (data.decode(errors="replace").splitlines(keepends=True) for data in (change.before, change.after))
    old = f"a/{change.old}" if change.old else "/dev/null"
    new = f"b/{change.new}" if change.new else "/dev/null"
    if before == after:
        yield f"rename from {change.old}\nrename to {change.new}\n"
    for line in unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
