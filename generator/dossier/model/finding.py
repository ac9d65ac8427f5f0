"""A finding: one thing wrong in the content, and where it stands."""

from collections.abc import Mapping
from typing import NamedTuple

CONTROL_CHARACTERS = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
)
"""Controls, line ends and marks of direction: what could hide or feign a line of a report."""


LineColumn = tuple[int, int]


class Location(NamedTuple):
    """A place in a file. `path` is relative to the project's root; `line` and `column` count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing wrong. Findings sort by place, so reports read top to bottom."""

    location: Location
    rule: str
    message: str
    detail: Mapping[str, object] = {}

    def __str__(self) -> str:
        return escape_controls(f"{self.location}: {self.message} [{self.rule}]")


def escape_controls(line: str) -> str:
    """A line for a report, what could hide or feign one written out."""
    return line.translate({one: f"\\u{one:04x}" for one in CONTROL_CHARACTERS})
