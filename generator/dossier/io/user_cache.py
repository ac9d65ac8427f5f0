"""What is kept between runs in the user's cache folder, to be made again when it is gone or out of date."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path


def read_cached(name: str, key: str) -> object:
    """Return what was kept under a name; None if it was kept with another key, or cannot be read."""
    with suppress(OSError, ValueError, RuntimeError):
        kept = json.loads(_cache_file(name).read_text("utf-8"))
        if isinstance(kept, dict) and kept.get("key") == key:
            return kept.get("value")
    return None


def write_cached(name: str, key: str, value: object) -> None:
    """Keep a value that JSON can hold; do nothing if the folder cannot be written."""
    with suppress(OSError, RuntimeError):
        file = _cache_file(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        staged = file.with_name(f"{file.name}.{os.getpid()}")
        staged.write_text(json.dumps({"key": key, "value": value}), "utf-8")
        staged.replace(file)


def package_state(folder: Path) -> str:
    """Return what changes when a Python file of a package does: when the latest was written, and how many there are."""
    times = [file.stat().st_mtime_ns for file in folder.rglob("*.py")]
    return f"{folder} {sys.version} {len(times)} {max(times, default=0)}"


def _cache_file(name: str) -> Path:
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "dossier" / f"{name}.json"
