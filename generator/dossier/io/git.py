"""Git: the date of the content, the history of its files, and checkouts of earlier revisions."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from dossier.io.atomic_write import temporary_folder
from dossier.model.errors import UserError
from dossier.model.publish_context import FileHistory
from dossier.text.wording import truncate

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment variable that sets the date of a build (https://reproducible-builds.org/specs/source-date-epoch/)."""
EARLIEST_TIMESTAMP = 315532800
"""1 January 1980, the first date that a zip archive can hold, in seconds: the build date if no other is known."""
LATEST_TIMESTAMP = 4354819198
"""31 December 2107, the last date that a zip archive can hold."""
FOLDERS = ("content", "seeds")
"""What a checkout of a revision contains."""
PLAIN_FILE = "100"
"""The beginning of a plain file's mode, as opposed to that of a symbolic link or a submodule."""
GRAFTED = "grafted"
"""How git decorates a commit whose parents a shallow clone leaves out."""


NO_REPOSITORY = ("not a git repository (or any", "does not have any commits yet", "bad default revision 'HEAD'")
"""In the messages with which git says that there is no repository, or no commit in it."""


class GitError(UserError):
    """Git failed, for another reason than that there is no repository; the message is its own."""


class BuildDateError(UserError):
    """The environment sets an invalid build date."""


class NoRevisionError(UserError):
    """The revision cannot be checked out."""


def build_date(root: Path) -> datetime:
    """Return the date for files built from `root`, in UTC: `SOURCE_DATE_EPOCH`, the last commit, or 1980.

    Raises BuildDateError or GitError.
    """
    timestamp = _timestamp(root)
    return datetime.fromtimestamp(EARLIEST_TIMESTAMP if timestamp is None else timestamp, tz=UTC)


def content_date(root: Path) -> date | None:
    """Return the day of `SOURCE_DATE_EPOCH` or of the last commit of `root`, in UTC; None if there is neither.

    Raises BuildDateError or GitError.
    """
    return None if _timestamp(root) is None else build_date(root).date()


def _timestamp(root: Path) -> int | None:
    value = os.environ.get(EPOCH_VARIABLE)
    if value is not None:
        if not re.fullmatch("[0-9]{1,10}", value) or not EARLIEST_TIMESTAMP <= int(value) <= LATEST_TIMESTAMP:
            expected = f"{EARLIEST_TIMESTAMP} (1980) to {LATEST_TIMESTAMP} (2107)"
            raise BuildDateError(f"{EPOCH_VARIABLE} is `{truncate(value, 40)}`: unset it, or set seconds, {expected}")
        return int(value)
    last_commit = _git_if_any(root, "log", "-1", "--format=%ct")
    if last_commit is None or not last_commit.strip():
        return None
    return min(max(int(last_commit), EARLIEST_TIMESTAMP), LATEST_TIMESTAMP)


def read_history(root: Path) -> Mapping[str, FileHistory]:
    """Return the history of each record's file below `root`, by folder and id, with days in UTC.

    Deleted files are included. Without git or a repository the result is empty. Raises GitError.
    """
    log = _git_if_any(
        root, *("log", "--relative", "--format=%x00%ct %D", "--name-status", "--no-renames", "--", "content")
    )
    histories: dict[str, FileHistory] = {}
    for day, is_addition, key in _file_changes((log or b"").decode(errors="replace")):
        earlier = histories.get(key, FileHistory(None, day))
        additions = [addition for addition in (earlier.added, day if is_addition else None) if addition is not None]
        histories[key] = FileHistory(min(additions, default=None), max(earlier.changed, day))
    return histories


def user_name(root: Path) -> str:
    """Return the name that git would give the author of a commit in `root`, "" if it has none."""
    try:
        return _run_git(root, "config", "--get", "user.name").stdout.decode(errors="replace").strip()
    except OSError:
        return ""


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
    with temporary_folder() as folder:
        for path, content in _files_at(root, commit):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        if not (folder / "content").is_dir():
            raise NoRevisionError(f"there is no content/ at `{revision}`")
        yield folder


def _resolve_revision(root: Path, revision: str) -> str:
    """Return the full hash of the commit that `revision` names."""
    try:
        inside = _run_git(root, "rev-parse", "--is-inside-work-tree")
    except OSError as error:
        raise NoRevisionError(f"git could not be run: {error.strerror}") from error
    if inside.returncode != 0:
        _require_no_repository(root, inside)
        raise NoRevisionError(f"{root.resolve()} is not a git repository")
    commit = _run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode != 0:
        shallow = _run_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        advice = "this clone has no history: run `git fetch --unshallow`" if shallow else "name a commit, branch or tag"
        raise NoRevisionError(f"no revision `{revision}`: {advice}")
    return commit.stdout.decode("ascii").strip()


def _files_at(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield every plain file of the dossier's folders at a commit: its path from `root` and its bytes."""
    listing = _git(root, "ls-tree", "-r", "-z", commit, "--", *FOLDERS).decode("utf-8", "surrogateescape")
    files: list[tuple[str, PurePosixPath]] = []
    for line in filter(None, listing.split("\0")):
        header, _, path = line.partition("\t")
        mode, _, blob = header.split(" ")
        if mode.startswith(PLAIN_FILE) and ".." not in PurePosixPath(path).parts:
            files.append((blob, PurePosixPath(path)))
    blobs = _git(root, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob, _ in files))
    offset = 0
    for _, path_from_root in files:
        start = blobs.index(b"\n", offset) + 1
        size = int(blobs[offset:start].split()[2])
        yield path_from_root, blobs[start : start + size]
        offset = start + size + 1


def _git(root: Path, *arguments: str, stdin: str = "") -> bytes:
    """Return what git prints in `root`. Raises GitError."""
    result = _run_git(root, *arguments, stdin=stdin)
    if result.returncode != 0:
        raise _git_error(root, result)
    return result.stdout


def _git_if_any(root: Path, *arguments: str) -> bytes | None:
    """Return what git prints in `root`; None without git, a repository or a commit. Raises GitError."""
    try:
        result = _run_git(root, *arguments)
    except OSError:
        return None
    if result.returncode != 0:
        _require_no_repository(root, result)
        return None
    return result.stdout


def _run_git(root: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run git in `root`, with messages in English. Raises OSError if it cannot be run."""
    command = [_find_git(), "-c", "log.showSignature=false", "-c", "core.quotePath=false", *arguments]
    environment = os.environ | {"LC_ALL": "C"}
    return subprocess.run(command, cwd=root, input=stdin.encode(), capture_output=True, check=False, env=environment)


def _find_git() -> str:
    """Return the path of git in a folder that PATH names in full. Raises FileNotFoundError.

    Windows would run a `git.exe` in the current folder first, which may have come with somebody's dossier.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        program = folder / name
        if folder.is_absolute() and folder != Path.cwd() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise FileNotFoundError(f"{name} is in no folder of PATH")


def _require_no_repository(root: Path, result: subprocess.CompletedProcess[bytes]) -> None:
    """Raise GitError unless git failed because there is no repository, not even a broken one, or no commit."""
    message = result.stderr.decode(errors="replace")
    is_broken = "not a git repository" in message and (root / ".git").exists()
    if is_broken or not any(known in message for known in NO_REPOSITORY):
        raise _git_error(root, result)


def _git_error(root: Path, result: subprocess.CompletedProcess[bytes]) -> GitError:
    message = result.stderr.decode(errors="replace").strip()
    reason = message.removeprefix("fatal: ") or f"it ended with code {result.returncode}"
    return GitError(f"git cannot read the repository of {root.resolve()}: {reason}")
