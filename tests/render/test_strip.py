"""The strip of time on the front page: which events it has, and where their labels are."""

from datetime import date
from itertools import combinations

import pytest
from dossier.edtf.parse import Edtf
from dossier.pipeline import check_dossier
from dossier.render.charts.strip import INDENT, LINE_HEIGHT, WIDTH, StripEvent, draw_strip, period_in_words
from dossier.render.charts.time_scale import build_scale
from dossier.render.timeline_strip import MAX_EVENTS, timeline_strip
from hypothesis import given
from hypothesis import strategies as st

NARROWEST = 5.0
"""Units that a letter of a label has at least, so that titles of any letters are apart."""


@pytest.fixture(scope="module")
def strip(real):
    return timeline_strip(real.graph)


def boxes(drawing):
    """The left, top, right and bottom of each label's text."""
    for label in drawing.labels:
        width = max(map(len, (label.date, *label.lines))) * NARROWEST
        indent = INDENT * label.is_day * (1 if label.anchor == "start" else -1)
        left = label.x + indent - (width if label.anchor == "end" else 0)
        yield left, label.top, left + width, label.top + LINE_HEIGHT * (1 + len(label.lines))


def overlapping(drawing):
    return [
        (label, other)
        for label, other in combinations(boxes(drawing), 2)
        if label[0] < other[2] and other[0] < label[2] and label[1] < other[3] and other[1] < label[3]
    ]


def test_the_strip_has_the_events_of_the_story_that_are_on_its_axis(strip, real):
    linked = {key for key in real.graph.references_from(real.graph.dossier.settings) if key.startswith("event:")}
    assert set(strip.items) <= linked
    assert 6 <= len(strip.items) <= MAX_EVENTS
    assert {row.event.key for row in strip.rows} == set(strip.items) == {label.key for label in strip.drawing.labels}


def test_labels_and_rows_are_apart_and_inside(strip):
    assert overlapping(strip.drawing) == []
    for left, top, right, bottom in boxes(strip.drawing):
        assert 0 <= left < right <= WIDTH and 0 <= top < bottom <= strip.drawing.height


def test_a_line_to_a_day_crosses_no_label(strip):
    days = [label for label in strip.drawing.labels if label.is_day]
    for day in days:
        for left, top, right, bottom in boxes(strip.drawing):
            assert not (left < day.x < right and top < strip.drawing.axis and bottom > day.top)


def test_a_day_is_above_the_axis_and_a_period_below_it(strip, real):
    for label in strip.drawing.labels:
        assert label.is_day == real.graph.dossier.by_key[label.key].date.is_day
        assert (label.bottom <= strip.drawing.axis) if label.is_day else (label.mark_top > strip.drawing.axis)


DAYS = st.dates(date(2019, 1, 1), date(2019, 2, 28)).map(lambda day: Edtf.parse(day.isoformat()))


@given(st.lists(st.tuples(DAYS, st.text("abcdefgh ", min_size=1, max_size=90)), min_size=1, max_size=MAX_EVENTS))
def test_days_anywhere_have_labels_that_are_apart(dates):
    scale = build_scale([Edtf.parse("2019-01-01/2019-02-28")])
    events = [StripEvent(f"event:{index}", title.strip() or "a", day) for index, (day, title) in enumerate(dates)]
    drawing = draw_strip(events, scale)
    assert overlapping(drawing) == []
    assert all(left >= 0 and right <= WIDTH for left, _, right, _ in boxes(drawing))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2019-01-01/2019-02-28", "January and February 2019"),
        ("2019-01-01/2019-03-31", "January to March 2019"),
        ("2019-01-03/2019-01-28", "January 2019"),
        ("2018-11-01/2019-04-30", "November 2018 to April 2019"),
        ("2001-01-01/2009-12-31", "2001 to 2009"),
    ],
)
def test_a_period_is_named_in_words(period, words):
    edtf = Edtf.parse(period)
    assert period_in_words(edtf.earliest, edtf.latest) == words


def test_a_dossier_without_dates_has_no_strip(base, write):
    for file in (base / "content/events").glob("*.yml"):
        file.unlink()
    assert timeline_strip(check_dossier(base).graph) is None
