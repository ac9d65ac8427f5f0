"""A dossier as it stood at a revision of its git repository, in a folder for as long as it is read."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from filecmp import cmp
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

FOLDERS = ("content", "seeds")
FILE = "100"
"""What the mode of a plain file begins with: links and repositories within are left out."""


class NoRevisionError(Exception):
    """There is no such revision; the message says why, in words for whoever named it."""


@contextmanager
def at_revision(root: Path, revision: str) -> Iterator[Path]:
    """`content/` and `seeds/` below `root` at a revision, byte for byte, and nothing else.

    Raises NoRevisionError where there is no such revision, no dossier in it, no repository or no git.
    """
    commit = _commit(root, revision)
    with TemporaryDirectory(prefix="dossier-") as made:
        folder = Path(made)
        for path, data in _files(root, commit):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        if not (folder / "content").is_dir():
            raise NoRevisionError(f"there is no content/ at `{revision}`")
        yield folder


def same_file(first: Path, second: Path) -> bool:
    """Whether two files have the same bytes."""
    return cmp(first, second, shallow=False)


def _commit(root: Path, revision: str) -> str:
    """The full name of the commit that `revision` means."""
    try:
        found = _git(root, "rev-parse", "--is-inside-work-tree")
        if found is None:
            raise NoRevisionError(f"{root.resolve()} is in no git repository, so there is no revision to compare")
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except OSError as error:
        raise NoRevisionError(f"git could not be run, which keeps the revisions: {error.strerror}") from error
    if commit is None:
        raise NoRevisionError(f"`{revision}` is no revision here: name a commit, a branch or a tag")
    return commit.decode("ascii").strip()


def _files(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every plain file of the dossier's folders at a commit, its path from `root`, and its bytes."""
    listed = (_git(root, "ls-tree", "-r", "-z", commit, "--", *FOLDERS) or b"").decode("utf-8", "surrogateescape")
    entries = [(head.split(" "), PurePosixPath(path)) for head, _, path in _columns(listed)]
    kept = [(name, path) for (mode, _, name), path in entries if mode.startswith(FILE) and ".." not in path.parts]
    blobs = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name, _ in kept)) or b""
    at = 0
    for _, path in kept:
        start = blobs.index(b"\n", at) + 1
        size = int(blobs[at:start].split()[2])
        yield path, blobs[start : start + size]
        at = start + size + 1


def _columns(listed: str) -> Iterator[tuple[str, str, str]]:
    return (line.partition("\t") for line in listed.split("\0") if line)


def _git(root: Path, *arguments: str, given: str = "") -> bytes | None:
    """What git says; None where it refuses."""
    done = subprocess.run(["git", *arguments], cwd=root, input=given.encode(), capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None
