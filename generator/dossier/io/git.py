"""Git: the date of the content, the history of its files, and checkouts of earlier revisions."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from dossier.model.errors import UserError
from dossier.model.publish_context import FileHistory

EARLIEST_TIMESTAMP = 315532800
"""1 January 1980, the first date that a zip archive can hold, in seconds: the build date if no other is known."""
FOLDERS = ("content", "seeds")
"""What a checkout of a revision contains."""
PLAIN_FILE = "100"
"""The beginning of a plain file's mode, as opposed to that of a symbolic link or a submodule."""
GRAFTED = "grafted"
"""How git decorates a commit whose parents a shallow clone leaves out."""


class NoRevisionError(UserError):
    """The revision cannot be checked out."""


def build_date(root: Path) -> datetime:
    """Return the date for files built from `root`, in UTC: `SOURCE_DATE_EPOCH`, the last commit, or 1980."""
    timestamp = _timestamp(root)
    return datetime.fromtimestamp(EARLIEST_TIMESTAMP if timestamp is None else timestamp, tz=UTC)


def content_date(root: Path) -> date | None:
    """Return the day of `SOURCE_DATE_EPOCH` or of the last commit of `root`, in UTC; None if there is neither."""
    return None if _timestamp(root) is None else build_date(root).date()


def _timestamp(root: Path) -> int | None:
    from_environment = os.environ.get("SOURCE_DATE_EPOCH", "")
    if from_environment.isdecimal():
        return int(from_environment)
    last_commit = _git(root, "log", "-1", "--format=%ct", is_optional=True)
    return int(last_commit) if last_commit and last_commit.strip() else None


def read_history(root: Path) -> Mapping[str, FileHistory]:
    """Return the history of each record's file below `root`, by folder and id, with days in UTC.

    Deleted files are included. Without git or a repository the result is empty.
    """
    log = _git(
        root,
        *("log", "--relative", "--format=%x00%ct %D", "--name-status", "--no-renames", "--", "content"),
        is_optional=True,
    )
    histories: dict[str, FileHistory] = {}
    for day, is_addition, key in _file_changes((log or b"").decode(errors="replace")):
        earlier = histories.get(key, FileHistory(None, day))
        additions = [addition for addition in (earlier.added, day if is_addition else None) if addition is not None]
        histories[key] = FileHistory(min(additions, default=None), max(earlier.changed, day))
    return histories


def _file_changes(log: str) -> Iterator[tuple[date, bool, str]]:
    """Yield each commit's changes of records' files: the day, whether the file was added, its folder and id."""
    for commit in log.split("\0")[1:]:
        header, _, files = commit.partition("\n")
        seconds, _, decorations = header.partition(" ")
        if GRAFTED in decorations.split(", "):
            continue
        day = datetime.fromtimestamp(int(seconds), tz=UTC).date()
        for status, _, path in (line.partition("\t") for line in files.splitlines()):
            if status in ("A", "M") and (key := _record_key(path)):
                yield day, status == "A", key


def _record_key(path: str) -> str | None:
    """Return `actors/juan-guaido` for `content/actors/2019/juan-guaido.yml`, whatever the sub-folders."""
    _, *folders, name = path.split("/")
    return f"{folders[0]}/{name.removesuffix('.yml')}" if folders and name.endswith(".yml") else None


@contextmanager
def checkout_revision(root: Path, revision: str) -> Iterator[Path]:
    """Yield a temporary folder with `content/` and `seeds/` below `root` as they were at a revision, byte for byte.

    Raises NoRevisionError if there is no such revision, no dossier in it, no repository or no git.
    """
    commit = _resolve_revision(root, revision)
    with TemporaryDirectory(prefix="dossier-") as temporary:
        folder = Path(temporary)
        for path, content in _files_at(root, commit):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        if not (folder / "content").is_dir():
            raise NoRevisionError(f"there is no content/ at `{revision}`")
        yield folder


def _resolve_revision(root: Path, revision: str) -> str:
    """Return the full hash of the commit that `revision` names."""
    try:
        if _git(root, "rev-parse", "--is-inside-work-tree") is None:
            raise NoRevisionError(f"{root.resolve()} is not a git repository")
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except OSError as error:
        raise NoRevisionError(f"git could not be run: {error.strerror}") from error
    if commit is None:
        raise NoRevisionError(f"no revision `{revision}`: name a commit, branch or tag")
    return commit.decode("ascii").strip()


def _files_at(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield every plain file of the dossier's folders at a commit: its path from `root` and its bytes."""
    listing = (_git(root, "ls-tree", "-r", "-z", commit, "--", *FOLDERS) or b"").decode("utf-8", "surrogateescape")
    files: list[tuple[str, PurePosixPath]] = []
    for line in filter(None, listing.split("\0")):
        header, _, path = line.partition("\t")
        mode, _, blob = header.split(" ")
        if mode.startswith(PLAIN_FILE) and ".." not in PurePosixPath(path).parts:
            files.append((blob, PurePosixPath(path)))
    blobs = _git(root, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob, _ in files)) or b""
    offset = 0
    for _, path_from_root in files:
        start = blobs.index(b"\n", offset) + 1
        size = int(blobs[offset:start].split()[2])
        yield path_from_root, blobs[start : start + size]
        offset = start + size + 1


def _git(root: Path, *arguments: str, stdin: str = "", is_optional: bool = False) -> bytes | None:
    """Run git in `root` and return what it prints; None if it fails, or cannot be run and `is_optional`.

    Raises OSError if git cannot be run.
    """
    command = ["git", "-c", "log.showSignature=false", "-c", "core.quotePath=false", *arguments]
    try:
        result = subprocess.run(command, cwd=root, input=stdin.encode(), capture_output=True, check=False)
    except OSError:
        if is_optional:
            return None
        raise
    return result.stdout if result.returncode == 0 else None
