"""Adds to a file that others write to as well."""

from pathlib import Path


def append(file: Path, text: str) -> None:
    """Put `text` at the end of `file`, which is made if there is none."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)
