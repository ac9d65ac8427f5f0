"""The checksums of a dossier's input files, taken to detect changes during archiving."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.model.errors import UserError

FOLDERS = ("content", "seeds")
FILES = ("mkdocs.yml", "requirements.lock")


class InputsChangedError(UserError):
    """A file was changed, added or removed during archiving."""


def snapshot(root: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each input file by its path relative to `root`; dot-files are ignored, as in loading.

    Raises OSError for a file that cannot be read, or a symbolic link that leads out of the project.
    """
    return {path: hashlib.sha256(read_inside(root, path)).hexdigest() for path in sorted(_input_paths(root))}


def read_inside(root: Path, path: str) -> bytes:
    """Return the bytes of a file below `root`. Raises OSError for a symbolic link that leads out of it."""
    file = root / path
    if not file.resolve(strict=True).is_relative_to(root.resolve()):
        raise OSError(f"{path} is a symbolic link to a file outside the project: replace it by the file")
    return file.read_bytes()


def read_unchanged(root: Path, path: str, before: Mapping[str, str]) -> bytes:
    """Return the bytes of a file. Raises InputsChangedError where its checksum is not the one in `before`."""
    content = read_inside(root, path) if (root / path).is_file() else b""
    if before.get(path) != hashlib.sha256(content).hexdigest():
        raise InputsChangedError(f"{path} has changed during archiving: run the command again")
    return content


def verify_unchanged(root: Path, before: Mapping[str, str]) -> None:
    """Raise InputsChangedError, naming the first such file, where any input is not as in `before`."""
    now = snapshot(root)
    changed = sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path))
    if changed:
        raise InputsChangedError(f"{changed[0]} has changed during archiving: run the command again")


def _input_paths(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            path = file.relative_to(root)
            if file.is_file() and not any(part.startswith(".") for part in path.parts):
                yield path.as_posix()
    yield from (name for name in FILES if (root / name).is_file())
