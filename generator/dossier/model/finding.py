"""Findings: problems in the content, and their locations."""

from collections.abc import Mapping
from typing import NamedTuple

LineColumn = tuple[int, int]
"""A line and a column, both from 1."""

CONTROL_CHARACTERS = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
)
"""Controls, line separators and bidirectional marks: characters that could hide or fake a line of a report."""
_ESCAPES = {code: f"\\u{code:04x}" for code in CONTROL_CHARACTERS}


class Location(NamedTuple):
    """A place in a file. `path` is relative to the project's root; `line` and `column` count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """A problem in the content. Findings sort by location, so reports read top to bottom."""

    location: Location
    rule: str
    message: str
    detail: Mapping[str, object] = {}

    def __str__(self) -> str:
        return escape_controls(f"{self.location}: {self.message} [{self.rule}]")


def escape_controls(line: str) -> str:
    """Return the line with each control character as `\\\\uXXXX`."""
    return line.translate(_ESCAPES)
