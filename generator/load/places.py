"""Where the values and keys of a document stand: told apart by path only once somebody asks, which few do."""

from typing import Any, NamedTuple, Protocol, TypeAlias

from generator.model.base import FieldPath

LineColumn = tuple[int, int]


class Mark(Protocol):
    """A place as the parser gives it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


Marks: TypeAlias = "Mark | tuple[Marks, ...]"
"""The mark of a scalar; or of a mapping or list its own, then those of its items: of a mapping's keys and values."""


class Places(NamedTuple):
    """The line and column of each value, and of each key by the path of its value; counted from 1."""

    lines: dict[FieldPath, LineColumn]
    keys: dict[FieldPath, LineColumn]


def place_of(marks: Marks) -> LineColumn:
    """The place of what has these marks, counted from 1."""
    while isinstance(marks, tuple):
        marks = marks[0]
    return marks.line + 1, marks.column + 1


def places_of(value: Any, marks: Marks) -> Places:
    """The places of a document with these marks."""
    places = Places({}, {})
    _take(places, (), value, marks)
    return places


def _take(places: Places, path: FieldPath, value: Any, marks: Marks) -> None:
    """Take the place of the value at `path`, and those of all it holds."""
    places.lines[path] = place_of(marks)
    if not isinstance(marks, tuple):
        return
    if isinstance(value, dict):
        for (key, inner), of_key, of_inner in zip(value.items(), marks[1::2], marks[2::2], strict=True):
            places.keys[*path, key] = place_of(of_key)
            _take(places, (*path, key), inner, of_inner)
    else:
        for at, (inner, of_inner) in enumerate(zip(value, marks[1:], strict=True)):
            _take(places, (*path, at), inner, of_inner)
