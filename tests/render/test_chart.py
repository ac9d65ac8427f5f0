"""Charts of figures of one measure."""

import re
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from dossier.model.quantity import QUALIFIERS, Quantity
from dossier.render.charts.number_chart import QUALIFIER_MEANINGS, Extent, axis_ticks, draw_chart, draw_quantity
from hypothesis import given
from hypothesis import strategies as st


def quantity(qualifier, low=None, high=None):
    """Return a quantity whose value, or whose bounds for `between`, are given."""
    values = {"between": (None, low, high), "vague": (None, None, None)}.get(qualifier, (low, None, None))
    return Quantity(qualifier, *(None if value is None else Decimal(value) for value in values))


def chart(*quantities):
    """Return the drawings of a chart, parsed, and its axis."""
    drawn = draw_chart("id", quantities)
    return [fromstring(drawing) for drawing in drawn.drawings], fromstring(drawn.axis)


def percent(position):
    assert position.endswith("%")
    return float(position[:-1])


def point(drawing):
    return percent(drawing.find("g/circle").get("cx"))


def arrow(drawing):
    """Return where the arrow of an open bound starts and ends."""
    line = drawing.find("g/line[@class='open']")
    assert drawing.find("g/svg").get("x") == line.get("x2")  # The head of the arrow.
    return percent(line.get("x1")), percent(line.get("x2"))


SERIES = (quantity("vague"), quantity("more than", 500), quantity("exactly", 567))


def test_each_qualifier_is_drawn_differently():
    assert QUALIFIER_MEANINGS.keys() == set(QUALIFIERS)
    drawings = {
        tuple(
            (part.tag, part.get("class"), part.get("d"), part.get("x2"))
            for part in draw_quantity("id", name, Extent(10, 90)).iter()
        )[1:]
        for name in QUALIFIERS
    }
    assert len(drawings) == len(QUALIFIERS)


def test_an_exact_figure_is_a_point_at_its_value_on_the_scale():
    drawings, axis = chart(quantity("exactly", 0), quantity("exactly", 200), quantity("exactly", 600))
    ticks = {label.text: percent(label.get("x")) for label in axis.iterfind("text")}
    assert [point(drawing) for drawing in drawings] == [ticks[label] for label in ("0", "200", "600")]


TICKS = [
    # the bounds that a scale must include, its ticks
    (0, 652, [0, 250, 500, 750]),
    (0, 1, ["0", "0.25", "0.5", "0.75", "1"]),
    (0, 567, [0, 200, 400, 600]),
    (-3, 7, ["-5", "-2.5", "0", "2.5", "5", "7.5"]),
    (-12, 0, ["-12.5", "-10", "-7.5", "-5", "-2.5", "0"]),
    (0, 20_000_000, [0, 5_000_000, 10_000_000, 15_000_000, 20_000_000]),
]


@pytest.mark.parametrize(("low", "high", "ticks"), TICKS)
def test_ticks_are_round_values_around_the_bounds(low, high, ticks):
    assert axis_ticks(Decimal(low), Decimal(high)) == [Decimal(tick) for tick in ticks]


def test_an_open_bound_has_room_for_its_arrow_where_it_is_the_greatest_figure():
    ((drawing,), _) = chart(quantity("more than", 500))
    start, tip = arrow(drawing)
    assert tip - start > 8


def test_an_open_bound_points_beyond_its_figure():
    (_, bound, exact), _ = chart(*SERIES)
    start, tip = arrow(bound)
    assert start < point(exact) < tip


@pytest.mark.parametrize("qualifier", ["less than", "at most"])
def test_an_upper_bound_points_to_the_left(qualifier):
    ((drawing,), _) = chart(quantity(qualifier, 500))
    start, tip = arrow(drawing)
    assert tip == 0 < start


def test_a_vague_word_has_no_position_on_the_scale():
    (vague, *_), _ = chart(*SERIES)
    band = vague.find("g/rect")
    assert (band.get("x"), band.get("width")) == ("0%", "100%")
    assert vague.find("g/circle") is None


def test_the_hatching_of_each_band_is_that_of_its_own_drawing():
    """Two charts on a page have different ids, so no band takes the pattern of another."""
    drawn = draw_chart("id", SERIES)
    ids = [
        id
        for part in (*drawn.drawings, *(sample for sample, _ in drawn.legend))
        for id in re.findall(r' id="([^"]+)"', part)
    ]
    assert len(ids) == len(set(ids))
    for part in drawn.drawings:
        assert all(f'id="{id}"' in part for id in re.findall(r"url\(#([^)]+)\)", part))


def test_vague_words_alone_give_no_chart():
    assert draw_chart("id", [quantity("vague")] * 2) is None


def test_a_screen_reader_gets_what_each_drawing_means():
    drawings, _ = chart(*SERIES)
    meanings = []
    for drawing in drawings:
        assert drawing.get("role") == "img" and drawing[0].tag == "title"
        meanings.append(drawing[0].text)
    assert meanings == [QUALIFIER_MEANINGS[qualifier] for qualifier in ("vague", "more than", "exactly")]


def test_each_drawing_has_the_ticks_of_the_first():
    (first, *others), _ = chart(*SERIES)
    ticks = first.find("g[@id]")
    assert len(ticks) >= 4 and others
    assert [drawing.find("use").get("href") for drawing in others] == [f"#{ticks.get('id')}"] * len(others)


def test_the_legend_explains_the_qualifiers_of_the_chart_and_no_others():
    meanings = [meaning for _, meaning in draw_chart("id", SERIES).legend]
    assert meanings == [QUALIFIER_MEANINGS[qualifier] for qualifier in ("exactly", "more than", "vague")]


def test_a_chart_leaves_colours_and_fonts_to_the_style_sheet():
    drawings, axis = chart(*SERIES)
    attributes = [item for drawing in (*drawings, axis) for element in drawing.iter() for item in element.items()]
    assert {name for name, _ in attributes}.isdisjoint({"stroke", "style", "font-family", "font-size"})
    assert all(value.startswith("url(#") for name, value in attributes if name == "fill")


def test_large_figures_on_the_axis_are_in_words():
    _, axis = chart(quantity("exactly", 20_000_000))
    assert "20 million" in [label.text for label in axis.iterfind("text")]


FIGURES = st.decimals(-(10**29), 10**29, allow_nan=False, places=2)
QUANTITIES = st.builds(
    lambda qualifier, ends: quantity(qualifier, *sorted(ends)), st.sampled_from(QUALIFIERS), st.tuples(FIGURES, FIGURES)
)


@given(
    st.lists(QUANTITIES, min_size=1, max_size=4).filter(
        lambda quantities: any(quantity.qualifier != "vague" for quantity in quantities)
    )
)
def test_every_mark_lies_within_the_chart(quantities):
    drawings, _ = chart(*quantities)
    assert len(drawings) == len(quantities)
    for drawing in drawings:
        parts = drawing.findall("g/*")
        positions = [percent(part.get(name)) for part in parts for name in ("x", "x1", "x2", "cx") if part.get(name)]
        assert positions
        assert all(0 <= x <= 100 for x in positions)


@pytest.mark.parametrize("qualifier", ["exactly", "about", "at most", "more than"])
def test_a_series_of_zeros_has_a_scale(qualifier):
    ((drawing,), _) = chart(quantity(qualifier, 0))
    assert drawing.find("g[@class]").get("class") == f"mark {qualifier.replace(' ', '-')}"
