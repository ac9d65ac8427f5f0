"""Git: when files changed, the build date, and checkouts of earlier revisions."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from filecmp import cmp
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from dossier.model.errors import UserError
from dossier.model.publish_context import FileHistory

EARLIEST = 315532800
"""1 January 1980, the first date a zip archive can hold: what stands in where nothing tells a date."""


def build_date(root: Path) -> datetime:
    """The date to put on what is built from `root`, in UTC."""
    told = _timestamp(root)
    return datetime.fromtimestamp(EARLIEST if told is None else told, tz=UTC)


def content_date(root: Path) -> date | None:
    """The day of the content of `root`, in UTC; None where nothing tells it."""
    return None if _timestamp(root) is None else build_date(root).date()


def _timestamp(root: Path) -> int | None:
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(told) if told.isdecimal() else _last_commit(root)


def _last_commit(root: Path) -> int | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else None


CUT = "grafted"
"""What git calls a commit whose parents a shallow clone leaves out."""
COMMAND = (
    *("git", "-c", "log.showSignature=false", "-c", "core.quotePath=false", "log", "--relative"),
    *("--format=%x00%ct %D", "--name-status", "--no-renames", "--", "content"),
)


def read_history(root: Path) -> Mapping[str, FileHistory]:
    """The days of each record's file below `root`, in UTC, by its kind and id; those of files long gone too."""
    found: dict[str, FileHistory] = {}
    for day, came, key in _touches(_log(root)):
        before = found.get(key, FileHistory(None, day))
        known = [one for one in (before.added, day if came else None) if one is not None]
        found[key] = FileHistory(min(known, default=None), max(before.changed, day))
    return found


def _log(root: Path) -> str:
    try:
        done = subprocess.run(COMMAND, cwd=root, capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""


def _touches(log: str) -> Iterator[tuple[date, bool, str]]:
    """Each time a commit touched a record's file: the day, whether the file came with it, and its kind and id."""
    for commit in log.split("\0")[1:]:
        head, _, files = commit.partition("\n")
        seconds, _, told = head.partition(" ")
        if CUT in told.split(", "):
            continue
        day = datetime.fromtimestamp(int(seconds), tz=UTC).date()
        for status, _, path in (line.partition("\t") for line in files.splitlines()):
            if status in ("A", "M") and (key := _key(path)):
                yield day, status == "A", key


def _key(path: str) -> str | None:
    """`content/actors/2019/juan-guaido.yml` as `actors/juan-guaido`: sub-folders are free."""
    _, *kind, name = path.split("/")
    return f"{kind[0]}/{name.removesuffix('.yml')}" if kind and name.endswith(".yml") else None


FOLDERS = ("content", "seeds")
FILE = "100"
"""What the mode of a plain file begins with: links and repositories within are left out."""


class NoRevisionError(UserError):
    """There is no such revision; the message says why, in words for whoever named it."""


@contextmanager
def checkout_revision(root: Path, revision: str) -> Iterator[Path]:
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


def files_equal(first: Path, second: Path) -> bool:
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
