"""Spans overlap if they share a code point; the line and column of an offset count from 1."""

import pytest
from dossier.text.spans import Bounds, line_column, span_contains, span_contains_offset, spans_overlap


@pytest.mark.parametrize(
    ("other", "overlap", "contained"),
    [
        (Bounds(0, 3), False, False),
        (Bounds(0, 4), True, False),
        (Bounds(3, 6), True, True),
        (Bounds(4, 5), True, True),
        (Bounds(5, 9), True, False),
        (Bounds(6, 9), False, False),
        (Bounds(0, 9), True, False),
    ],
)
def test_spans_that_only_touch_do_not_overlap(other, overlap, contained):
    span = Bounds(3, 6)
    assert spans_overlap(span, other) is spans_overlap(other, span) is overlap
    assert span_contains(span, other) is contained


def test_the_end_of_a_span_is_outside():
    assert [offset for offset in range(9) if span_contains_offset(Bounds(3, 6), offset)] == [3, 4, 5]


@pytest.mark.parametrize(("offset", "expected"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (4, (3, 1)), (5, (3, 2))])
def test_lines_end_at_a_line_feed(offset, expected):
    assert line_column("é\nb\ncd", offset) == expected
