"""Tracks of dates: their scale, and shapes for how precisely a date is known."""

import re

import pytest
from dossier.edtf.parse import Edtf
from dossier.model.dossier import Side
from dossier.render.charts.date_track import (
    SHAPE_MEANINGS,
    date_shape,
    draw_track,
    legend_swatch,
)
from dossier.render.charts.side_markers import side_markers
from dossier.render.charts.time_axis import draw_axis
from dossier.render.charts.time_scale import EDGE_WIDTH, build_scale
from hypothesis import given
from hypothesis import strategies as st

SHAPES = """
2019-01-26              day
2019-01                 within
2019                    within
2019-02-2X              within
[2019-01-20..2019-01-26] within
2019-01-20/2019-01-26   span
{2019-01-20..2019-01-26} span
2019-01-26~             about
2019-01-26?             about
[2019-02-21,2019-02-28] days
2019-02-25/..           from
../2019-02-25           until
[2019-02-25..]          later
[..2019-02-25]          earlier
XXXX-01-21              unknown
"""
CASES = [line.split() for line in SHAPES.strip().splitlines()]
SCALE = build_scale([Edtf.parse("2019-01-01/2019-03-31")])


MARKERS = side_markers([Side(id="a", name="A", colour="#b3402e"), Side(id="b", name="B", colour="#1f6f54")])
MARK = re.compile(
    r'<svg x="([\d.]+)%"[^>]*><(polygon) class="day( hollow)?"'
    r'|<(svg class="range|rect class="solid|rect) ?[^>]*?x="([\d.]+)%'
)


def marks(text, scale=SCALE):
    """Return the marks of a date as (what, left end in percent): a day's is its middle."""
    found = MARK.findall(draw_track(Edtf.parse(text), scale))
    return [
        ("day" + hollow, float(at)) if day else (bar.split("=")[-1].strip('"'), float(left))
        for at, day, hollow, bar, left in found
    ]


@pytest.mark.parametrize(("date", "shape"), CASES)
def test_a_date_has_the_shape_of_its_precision(date, shape):
    assert date_shape(Edtf.parse(date)) == shape


def test_no_date_is_a_dashed_line():
    assert date_shape(None) == "unknown"
    assert 'class="unknown"' in draw_track(None, SCALE) and 'class="unknown"' in draw_track(None, None)


def test_each_shape_is_drawn_differently():
    assert len({legend_swatch(shape).partition(">")[2] for shape in SHAPE_MEANINGS}) == len(SHAPE_MEANINGS)


@pytest.mark.parametrize("text", ["2018-05-01/2019-01-27", "2018-05-01/2019-01-27~", "2018-05-01/.."])
def test_a_range_that_begins_before_the_scale_has_an_arrow_there(text):
    drawn = draw_track(Edtf.parse(text), SCALE)
    assert 'd="M8-5l-6 5l6 5"' in drawn and "M-8-5" not in drawn
    assert marks(text)[-1][1] == EDGE_WIDTH or "~" in text
    assert 'class="bound"' not in drawn


def test_a_range_that_ends_after_the_scale_has_an_arrow_there():
    drawn = draw_track(Edtf.parse("2019-03-01/2019-05-27"), SCALE)
    assert "M-8-5l6 5l-6 5" in drawn and "M8-5" not in drawn


def test_a_day_is_a_point_and_a_later_day_is_further_to_the_right():
    [(mark, left)], [(later_mark, later_left)] = marks("2019-01-05"), marks("2019-01-06")
    assert mark == later_mark == "day"
    assert left < later_left


@pytest.mark.parametrize(
    ("date", "bar"), [("2019-02-01/2019-02-10", "solid"), ("[2019-02-01..2019-02-10]", "range"), ("2019-02", "range")]
)
def test_a_period_is_a_solid_bar_and_a_day_within_it_a_hatched_one(date, bar):
    left = EDGE_WIDTH + (100 - 2 * EDGE_WIDTH) * 31 / 90
    assert marks(date) == [(bar, pytest.approx(left, abs=0.1))]


@pytest.mark.parametrize("date", ["[2019-02-01..]", "[..2019-02-10]"])
def test_days_then_or_later_or_earlier_are_hatched_with_one_bound(date):
    drawn = draw_track(Edtf.parse(date), SCALE)
    assert [mark for mark, _ in marks(date)] == ["range"]
    assert drawn.count('class="bound"') == 1 and "linearGradient" not in drawn


def test_an_uncertain_day_is_hollow_and_an_uncertain_period_hatched_both_with_faded_ends():
    assert [mark for mark, _ in marks("2019-01-26?")] == ["rect", "day hollow"]
    assert [mark for mark, _ in marks("2019-01~")] == ["rect", "range"]


@pytest.mark.parametrize(
    ("date", "levels"), [("2019-02-01/..", ["0.55", "0"]), ("../2019-02-10", ["0", "0.55"]), ("2019-02", [])]
)
def test_an_open_end_fades(date, levels):
    found = re.findall(r'stop-opacity="([\d.]+)"', draw_track(Edtf.parse(date), SCALE))
    assert [f"{float(level):g}" for level in (found[0], found[-1])] == levels if levels else not found


def test_a_track_has_the_colour_of_a_side_and_a_day_also_its_shape():
    first, second = (draw_track(Edtf.parse("2019-01-05"), SCALE, marker) for marker in MARKERS[:2])
    assert f'color="{MARKERS[0].side.colour}"' in first and MARKERS[0].points in first
    assert f'color="{MARKERS[1].side.colour}"' in second and MARKERS[1].points in second


def test_gradients_on_one_page_have_different_ids():
    ids = [re.findall(' id="([^"]+)', draw_track(Edtf.parse("../2019-02-10"), SCALE, None, name)) for name in "ab"]
    assert ids == [["a"], ["b"]]


@pytest.mark.parametrize("date", ["2013", "2013-05-01", "2030", "../2013", "2030/.."])
def test_a_date_off_the_scale_is_an_arrow(date):
    assert marks(date) == []
    assert "<path" in draw_track(Edtf.parse(date), SCALE)


def test_the_scale_covers_most_dates_and_leaves_out_a_few_distant_ones():
    days = [Edtf.parse(f"2019-01-{day:02}") for day in range(10, 30)]
    scale = build_scale([*days, Edtf.parse("1950"), None, Edtf.parse("2019-02-25/..")])
    assert (scale.first.isoformat(), scale.last.isoformat()) == ("2019-01-10", "2019-01-29")


@pytest.mark.parametrize(
    ("dates", "first", "last", "labels"),
    [
        (
            ["2019-01-10", "2019-02-26"],
            "2019-01-01",
            "2019-02-28",
            "January 2019, February, 1, 8, 15, 22, 1, 8, 15, 22",
        ),
        (["2019-01-28", "2019-03-02"], "2019-01-28", "2019-03-02", "February 2019, March, 1, 8, 15, 22, 1"),
        (["2019-01-10", "2019-01-14"], "2019-01-10", "2019-01-14", "January 2019, 10, 11, 12, 13, 14"),
        (["2018-11-05", "2019-04-20"], "2018-11-01", "2019-04-30", "2018, 2019, Nov, Dec, Jan, Feb, Mar, Apr"),
        (["2001-03-02", "2004-11-30"], "2001-01-01", "2004-12-31", "2001, 2002, 2003, 2004"),
        (["0001-01-01", "9999-12-31"], "0001-01-01", "9999-12-31", "1, 2000, 4000, 6000, 8000"),
    ],
)
def test_a_scale_is_rounded_to_months_or_years_and_names_their_parts(dates, first, last, labels):
    scale = build_scale(map(Edtf.parse, dates))
    assert (scale.first.isoformat(), scale.last.isoformat()) == (first, last)
    assert ", ".join(tick.label for tick in scale.ticks()).startswith(labels)


def test_a_small_axis_names_only_the_larger_parts():
    whole, small = draw_axis(SCALE, is_shared=True), draw_axis(SCALE, is_small=True)
    assert ">15</text>" in whole and 'id="dossier-grid"' in whole
    assert ">Feb</text>" in small and ">15</text>" not in small and "dossier-grid" not in small


def test_dates_without_two_ends_give_no_scale():
    assert build_scale([None, Edtf.parse("2019-01-01/..")]) is None


DAYS = st.dates().map(lambda day: Edtf.parse(day.isoformat()))


@given(st.lists(DAYS, min_size=1), DAYS)
def test_every_day_is_drawn_within_its_track(dates, day):
    scale = build_scale(dates)
    assert len(scale.grid) <= 6
    assert all(EDGE_WIDTH <= left <= 100 - EDGE_WIDTH for _, left in marks(day.text, scale))
    ticks = [(tick.is_major, scale.position(tick.day)) for tick in scale.ticks()]
    assert len(ticks) <= 30
    assert all(EDGE_WIDTH <= position <= 100 - EDGE_WIDTH for _, position in ticks)
