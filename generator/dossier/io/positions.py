"""The line and column of each value and key of a YAML document, worked out when the first one is asked for."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, islice
from typing import Any, NamedTuple, Protocol, TypeAlias

from dossier.model.base import FieldPath
from dossier.model.finding import LineColumn
from dossier.model.marks import find_words


class YamlMark(Protocol):
    """A position as the parser gives it, from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


YamlMarks: TypeAlias = "YamlMark | tuple[YamlMarks, ...]"
"""The mark of a scalar. For a list, its own mark and those of its items; for a mapping, its own, keys and values."""


class Positions(NamedTuple):
    """The position of each value by its path, and of each key by the path of its value."""

    values: dict[FieldPath, LineColumn]
    keys: dict[FieldPath, LineColumn]


def position_of(marks: YamlMarks) -> LineColumn:
    """Return the position of the value with these marks."""
    while isinstance(marks, tuple):
        marks = marks[0]
    return marks.line + 1, marks.column + 1


def build_positions(value: Any, marks: YamlMarks) -> Positions:
    """Return the positions in a document with this value and these marks."""
    positions = Positions({}, {})
    _add_positions(positions, (), value, marks)
    return positions


def _add_positions(positions: Positions, path: FieldPath, value: Any, marks: YamlMarks) -> None:
    """Add the position of the value at `path` and of everything nested in it."""
    positions.values[path] = position_of(marks)
    if not isinstance(marks, tuple):
        return
    if isinstance(value, dict):
        for (key, inner), key_marks, inner_marks in zip(value.items(), marks[1::2], marks[2::2], strict=True):
            positions.keys[*path, key] = position_of(key_marks)
            _add_positions(positions, (*path, key), inner, inner_marks)
    else:
        for index, (inner, inner_marks) in enumerate(zip(value, marks[1:], strict=True)):
            _add_positions(positions, (*path, index), inner, inner_marks)


def find_text(text: str, positions: Positions, path: FieldPath, words: str, skip: int = 0) -> LineColumn | None:
    """Return the position of an occurrence of `words` in the value at `path`, also across line breaks.

    The first `skip` occurrences are passed over. None if the words do not occur as written, for example because YAML
    escapes them.
    """
    line_starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    start = positions.values[path]
    all_positions = chain(positions.values.values(), positions.keys.values())
    later = [position for position in all_positions if position > start]
    end = _offset(min(later), line_starts) if later else len(text)
    offset = next(islice(find_words(text, words, _offset(start, line_starts), end), skip, None), None)
    if offset is None:
        return None
    line = bisect_right(line_starts, offset)
    return line, offset - line_starts[line - 1] + 1


def _offset(position: LineColumn, line_starts: Sequence[int]) -> int:
    return line_starts[position[0] - 1] + position[1] - 1
