"""The build date: `SOURCE_DATE_EPOCH`, else the last commit's date, so that equal input gives equal bytes."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

EARLIEST = 315532800
"""1 January 1980, the first date a zip archive can hold: what stands in where nothing tells a date."""


def build_date(root: Path) -> datetime:
    """The date to put on what is built from `root`, in UTC."""
    told = _told(root)
    return datetime.fromtimestamp(EARLIEST if told is None else told, tz=UTC)


def content_date(root: Path) -> date | None:
    """The day of the content of `root`, in UTC; None where nothing tells it."""
    return None if _told(root) is None else build_date(root).date()


def _told(root: Path) -> int | None:
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(told) if told.isdecimal() else _last_commit(root)


def _last_commit(root: Path) -> int | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else None
