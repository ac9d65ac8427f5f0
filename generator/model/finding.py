"""A finding: one thing wrong in the content, and where it stands."""

from collections.abc import Mapping
from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file. `path` is relative to the project's root; `line` and `column` count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing wrong. Findings sort by place, so reports read top to bottom."""

    place: Location
    rule: str
    message: str
    detail: Mapping[str, object] = {}

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.rule}]"
