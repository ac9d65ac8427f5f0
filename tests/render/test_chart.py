"""Charts of figures of one measure."""

import re
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from dossier.model.quantity import QUALIFIERS, Quantity
from dossier.render.charts.number_chart import (
    PLOT_WIDTH,
    QUALIFIER_MEANINGS,
    ChartRow,
    Extent,
    axis_ticks,
    draw_chart,
    draw_quantity,
)
from dossier.render.rows import number_rows, series_chart
from hypothesis import given
from hypothesis import strategies as st

ATTACK = '</text><script>window.pwned=1</script> "x" & \n\n# y'
X_COORDINATES = re.compile(r"[MLH ](-?\d+(?:\.\d+)?)")


def quantity(qualifier, low=None, high=None):
    """Return a quantity whose value, or whose bounds for `between`, are given."""
    values = {"between": (None, low, high), "vague": (None, None, None)}.get(qualifier, (low, None, None))
    return Quantity(qualifier, *(None if value is None else Decimal(value) for value in values))


def chart(*quantities, detail="counted by Colombia"):
    """Return the parsed chart of these quantities."""
    rows = [ChartRow(quantity, quantity.in_words() or "hundreds", detail) for quantity in quantities]
    return fromstring(draw_chart("id", "Soldiers", rows))


def marks(figure, qualifier):
    """Return the groups that draw a qualifier, without the legend; there must be at least one."""
    groups = figure.findall(f"./svg//g[@class='mark {qualifier.replace(' ', '-')}']")
    assert groups
    return groups


def arrow(figure, qualifier):
    """Return where the arrow of an open bound starts and ends, from left to right."""
    path = marks(figure, qualifier)[0].find("path").get("d")
    start, end = X_COORDINATES.findall(path)[0:3:2]
    return float(start), float(end)


SERIES = (quantity("vague"), quantity("more than", 500), quantity("exactly", 567))


def test_each_qualifier_is_drawn_differently():
    assert QUALIFIER_MEANINGS.keys() == set(QUALIFIERS)
    drawings = {
        tuple((part.tag, part.get("class"), part.get("d")) for part in draw_quantity(qualifier, Extent(10, 90), 5))
        for qualifier in QUALIFIERS
    }
    assert len(drawings) == len(QUALIFIERS)


def test_an_exact_figure_is_a_point_at_its_value_on_the_scale():
    figure = chart(quantity("exactly", 0), quantity("exactly", 200), quantity("exactly", 600))
    ticks = {label.text: label.get("x") for label in figure.iterfind(".//g[@class='tick']/text")}
    points = [group.find("circle").get("cx") for group in marks(figure, "exactly")]
    assert points == [ticks[label] for label in ("0", "200", "600")]


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
    start, tip = arrow(chart(quantity("more than", 500)), "more than")
    assert tip - start > 30


def test_an_open_bound_points_beyond_its_figure():
    figure = chart(*SERIES)
    point = float(marks(figure, "exactly")[0].find("circle").get("cx"))
    start, tip = arrow(figure, "more than")
    assert start < point < tip


def test_a_vague_word_has_no_position_on_the_scale():
    band = marks(chart(*SERIES), "vague")[0]
    assert [part.get("class") for part in band] == ["hatch"]


def test_vague_words_alone_give_no_chart():
    assert draw_chart("id", "Soldiers", [ChartRow(quantity("vague"), "hundreds", "")] * 2) == ""


def test_a_screen_reader_gets_the_figures_and_who_counted():
    svg = chart(*SERIES).find("svg")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby").split() == [svg.find("title").get("id"), svg.find("desc").get("id")]
    for words in ("hundreds (a vague word; no figure is stated)", "more than 500", "567", "counted by Colombia"):
        assert words in svg.find("desc").text


def test_the_legend_explains_the_qualifiers_of_the_chart_and_no_others():
    legend = chart(*SERIES).find("figcaption")
    meanings = ["".join(entry.itertext()).strip() for entry in legend]
    assert meanings == [QUALIFIER_MEANINGS[qualifier] for qualifier in ("exactly", "more than", "vague")]


@pytest.mark.parametrize(
    "detail", ["", "counted by Colombia", "as of: from 21 February 2019 (uncertain)", "said " * 30]
)
def test_a_label_that_does_not_fit_beside_its_figure_continues_on_further_lines(detail):
    svg = chart(quantity("more than", 500), quantity("exactly", 567), detail=detail).find("svg")
    for label, figure in zip(svg.iterfind(".//text[@class='label']"), ("more than 500", "567"), strict=True):
        text = " ".join([f"{label[0].text}{label[0].tail or ''}", *(line.text for line in label[1:])])
        assert text.replace(" · ", " ").split() == [*figure.split(), *detail.split()]
        assert float(label.get("y")) > 0


def test_every_label_of_the_real_dossier_is_shown_whole(real):
    assert real.graph.number_series
    for numbers in real.graph.number_series.values():
        assert "…" not in series_chart(number_rows(real.graph, numbers))


def test_a_chart_leaves_colours_and_fonts_to_the_style_sheet():
    attributes = {name for element in chart(*SERIES).iter() for name in element.attrib}
    assert attributes.isdisjoint({"fill", "stroke", "style", "font-family", "font-size"})


def test_hostile_words_are_shown_as_text_on_one_line():
    html = draw_chart("id", ATTACK, [ChartRow(quantity("exactly", 1), ATTACK, ATTACK)])
    assert "<script" not in html
    assert "\n" not in html
    assert ATTACK.split()[0] in fromstring(html).find("svg/title").text


def test_large_figures_on_the_axis_are_in_words():
    labels = [text.text for text in chart(quantity("exactly", 20_000_000)).iter("text") if not text.get("class")]
    assert "20 million" in labels


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
    groups = [group for group in chart(*quantities).iterfind("./svg//g") if group.get("class", "").startswith("mark")]
    assert len(groups) == len(quantities)
    for group in groups:
        positions = [float(circle.get("cx")) for circle in group.iter("circle")]
        positions += [float(x) for path in group.iter("path") for x in re.findall(r"[MLH](-?[\d.]+)", path.get("d"))]
        assert positions
        assert all(-20 <= x <= PLOT_WIDTH + 20 for x in positions)


@pytest.mark.parametrize("qualifier", ["exactly", "about", "at most", "more than"])
def test_a_series_of_zeros_has_a_scale(qualifier):
    assert marks(chart(quantity(qualifier, 0)), qualifier)
