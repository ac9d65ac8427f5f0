"""Where the values and keys of a document stand: told apart by path only once somebody asks, which few do."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple, Protocol, TypeAlias

from dossier.model.base import FieldPath

WHITE = r"\s+"
LineColumn = tuple[int, int]


class Mark(Protocol):
    """A place as the parser gives it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


Marks: TypeAlias = "Mark | tuple[Marks, ...]"
"""The mark of a scalar; or of a mapping or list its own, then those of its items: of a mapping's keys and values."""


class Positions(NamedTuple):
    """The line and column of each value, and of each key by the path of its value; counted from 1."""

    lines: dict[FieldPath, LineColumn]
    keys: dict[FieldPath, LineColumn]


def position_of(marks: Marks) -> LineColumn:
    """The place of what has these marks, counted from 1."""
    while isinstance(marks, tuple):
        marks = marks[0]
    return marks.line + 1, marks.column + 1


def build_positions(value: Any, marks: Marks) -> Positions:
    """The places of a document with these marks."""
    places = Positions({}, {})
    _take(places, (), value, marks)
    return places


def _take(places: Positions, path: FieldPath, value: Any, marks: Marks) -> None:
    """Take the place of the value at `path`, and those of all it holds."""
    places.lines[path] = position_of(marks)
    if not isinstance(marks, tuple):
        return
    if isinstance(value, dict):
        for (key, inner), of_key, of_inner in zip(value.items(), marks[1::2], marks[2::2], strict=True):
            places.keys[*path, key] = position_of(of_key)
            _take(places, (*path, key), inner, of_inner)
    else:
        for at, (inner, of_inner) in enumerate(zip(value, marks[1:], strict=True)):
            _take(places, (*path, at), inner, of_inner)


def find_text(text: str, places: Positions, path: FieldPath, words: str) -> LineColumn | None:
    """The place of the first of these words in the value at `path`, wherever its lines are broken.

    In the key of a cross-link are none, unless they begin as one does. None where they are written in another way.
    """
    lines = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    start = places.lines[path]
    end = min((one for one in chain(places.lines.values(), places.keys.values()) if one > start), default=None)
    stretch = _offset(start, lines), len(text) if end is None else _offset(end, lines)
    found = next((one for one in _sought(words).finditer(text, *stretch) if one["words"]), None)
    if found is None:
        return None
    line = bisect_right(lines, found.start())
    return line, found.start() - lines[line - 1] + 1


def _sought(words: str) -> re.Pattern[str]:
    """Finds the words whole, and passes over the keys of cross-links."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    behind = r"(?![\w-])" if words[-1].isalnum() else ""
    return re.compile(rf"(?P<words>{before}{WHITE.join(map(re.escape, words.split()))}{behind})|\[\[[^\[\]|]*")


def _offset(place: LineColumn, lines: Sequence[int]) -> int:
    return lines[place[0] - 1] + place[1] - 1
