"""Tracks of dates: their scale, and shapes for how precisely a date is known."""

import re

import pytest
from dossier.edtf.parse import Edtf
from dossier.render.charts.date_track import (
    SHAPE_MEANINGS,
    build_scale,
    date_extent,
    date_shape,
    draw_track,
    legend_swatch,
)
from hypothesis import given
from hypothesis import strategies as st

SHAPES = """
2019-01-26              day      -
2019-01                 span     -
2019                    span     -
2019-02-2X              span     -
2019-01-20/2019-01-26   span     at some point or throughout
2019-01-26~             about    -
2019-01-26?             about    -
[2019-02-21,2019-02-28] days     -
2019-02-25/..           from     then or later
../2019-02-25           until    then or earlier
XXXX-01-21              unknown  -
"""
CASES = [line.split(maxsplit=2) for line in SHAPES.strip().splitlines()]
SCALE = build_scale([Edtf.parse("2019-01-01/2019-03-31")])


def marks(text, scale=SCALE):
    """Return the marks of a date as (tag, left end in percent)."""
    track = draw_track(Edtf.parse(text), scale).replace('class="line"', "")
    found = re.findall(r"<(rect|circle)(?: class=\"hollow\")? c?x=\"([\d.]+)%", track)
    return [(tag, float(left)) for tag, left in found]


@pytest.mark.parametrize(("date", "shape", "words"), CASES)
def test_a_date_has_the_shape_and_the_words_of_its_precision(date, shape, words):
    edtf = Edtf.parse(date)
    assert (date_shape(edtf), date_extent(edtf)) == (shape, words.strip("-"))


def test_no_date_is_a_dashed_line():
    assert date_shape(None) == "unknown"
    assert date_extent(None) == ""
    assert 'class="unknown"' in draw_track(None, SCALE) and 'class="unknown"' in draw_track(None, None)


def test_each_shape_is_drawn_differently():
    assert len({legend_swatch(shape).partition(">")[2] for shape in SHAPE_MEANINGS}) == len(SHAPE_MEANINGS)


def test_a_day_is_a_point_and_a_later_day_is_further_to_the_right():
    [(tag, left)], [(later_tag, later_left)] = marks("2019-01-05"), marks("2019-01-06")
    assert tag == later_tag == "circle"
    assert left < later_left


def test_a_span_is_a_bar_from_its_first_day():
    assert marks("2019-02-01/2019-02-10") == [("rect", pytest.approx(6 + 88 * 31 / 90, abs=0.1))]


def test_an_open_end_fades():
    assert 'opacity="' in draw_track(Edtf.parse("2019-02-01/.."), SCALE)
    assert 'opacity="' not in draw_track(Edtf.parse("2019-02-01/2019-02-10"), SCALE)


@pytest.mark.parametrize("date", ["2013", "2013-05-01", "2030", "../2013", "2030/.."])
def test_a_date_off_the_scale_is_an_arrow(date):
    assert marks(date) == []
    assert "<path" in draw_track(Edtf.parse(date), SCALE)


def test_the_scale_covers_most_dates_and_leaves_out_a_few_distant_ones():
    days = [Edtf.parse(f"2019-01-{day:02}") for day in range(10, 30)]
    scale = build_scale([*days, Edtf.parse("1950"), None, Edtf.parse("2019-02-25/..")])
    assert (scale.first.year, scale.last.isoformat()) == (2019, "2019-01-29")


def test_dates_without_two_ends_give_no_scale():
    assert build_scale([None, Edtf.parse("2019-01-01/..")]) is None


DAYS = st.dates().map(lambda day: Edtf.parse(day.isoformat()))


@given(st.lists(DAYS, min_size=1), DAYS)
def test_every_day_is_drawn_within_its_track(dates, day):
    scale = build_scale(dates)
    assert len(scale.grid) <= 6
    assert all(6 <= left <= 94 for _, left in marks(day.text, scale))
