"""What a dossier is made from, as it stands on the disk: held on to, so that a change while it is archived is seen."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.model.errors import UserError

FOLDERS = ("content", "seeds")
FILES = ("mkdocs.yml", "requirements.lock")


class InputsChangedError(UserError):
    """A file was changed, added or taken away while the dossier was archived."""


def snapshot(root: Path) -> Mapping[str, str]:
    """The SHA-256 of each file, by its path from `root`. Dot-files are passed over, as they are in loading.

    Raises OSError for a file that cannot be read, or a symbolic link that leads out of the project.
    """
    return {path: hashlib.sha256(read(root, path)).hexdigest() for path in sorted(_paths(root))}


def read(root: Path, path: str) -> bytes:
    """The bytes of a file below `root`, which no symbolic link may lead out of."""
    file = root / path
    if not file.resolve(strict=True).is_relative_to(root.resolve()):
        raise OSError(f"{path} is a symbolic link that leads out of the project: put the file itself there")
    return file.read_bytes()


def read_unchanged(root: Path, path: str, before: Mapping[str, str]) -> bytes:
    """The bytes of a file, where they are those of `before`; raises ChangedError."""
    content = read(root, path) if (root / path).is_file() else b""
    if before.get(path) != hashlib.sha256(content).hexdigest():
        raise InputsChangedError(f"{path} was changed while the dossier was archived: run it again")
    return content


def verify_unchanged(root: Path, before: Mapping[str, str]) -> None:
    """See that all is as it was; raises ChangedError, which names the first file that is not."""
    now = snapshot(root)
    other = sorted(path for path in now.keys() | before.keys() if now.get(path) != before.get(path))
    if other:
        raise InputsChangedError(f"{other[0]} was changed while the dossier was archived: run it again")


def _paths(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            path = file.relative_to(root)
            if file.is_file() and not any(part.startswith(".") for part in path.parts):
                yield path.as_posix()
    yield from (name for name in FILES if (root / name).is_file())
