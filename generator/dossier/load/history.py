"""When each record's file came and last changed, as git's history tells it: one process, read once.

What git does not tell is not there: a file not committed yet, a folder without history (an archive), and in a shallow
clone whatever its oldest commit holds, since that looks as if everything came with it.
"""

import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from dossier.model.edition import Touched

CUT = "grafted"
"""What git calls a commit whose parents a shallow clone leaves out."""
COMMAND = (
    *("git", "-c", "log.showSignature=false", "-c", "core.quotePath=false", "log", "--relative"),
    *("--format=%x00%ct %D", "--name-status", "--no-renames", "--", "content"),
)


def history(root: Path) -> Mapping[str, Touched]:
    """The days of each record's file below `root`, in UTC, by its kind and id; those of files long gone too."""
    found: dict[str, Touched] = {}
    for day, came, key in _touches(_log(root)):
        before = found.get(key, Touched(None, day))
        known = [one for one in (before.added, day if came else None) if one is not None]
        found[key] = Touched(min(known, default=None), max(before.changed, day))
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
