"""Spans of a text: half-open ranges of code points, comparisons between them, and the line of an offset."""

from typing import NamedTuple, Protocol


class Spanning(Protocol):
    """Anything that covers `text[start:end]`: a passage, a mention, an excluded region."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Bounds(NamedTuple):
    """A bare span: `start` and `end` in code points, end-exclusive."""

    start: int
    end: int


def spans_overlap(first: Spanning, second: Spanning) -> bool:
    """Return whether the spans share a code point; spans that only touch do not."""
    return first.start < second.end and second.start < first.end


def span_contains(outer: Spanning, inner: Spanning) -> bool:
    """Return whether all of `inner` is in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def span_contains_offset(span: Spanning, offset: int) -> bool:
    """Return whether the code point at `offset` is in the span."""
    return span.start <= offset < span.end


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both from 1, of a code point offset. Lines end at a line feed."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
