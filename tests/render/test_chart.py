"""Figures of one measure as a picture."""

import re
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from dossier.model.quantity import QUALIFIERS, Quantity
from dossier.render.charts.number_chart import MEANINGS, WIDTH, ChartRow, Extent, draw_chart, draw_quantity
from dossier.render.number_rows import number_rows
from dossier.render.number_rows import series_chart as pictured
from hypothesis import given
from hypothesis import strategies as st

ATTACK = '</text><script>window.pwned=1</script> "x" & \n\n# y'
PLACES = re.compile(r"[MLH ](-?\d+(?:\.\d+)?)")


def quantity(qualifier, low=None, high=None):
    given = {"between": (None, low, high), "vague": (None, None, None)}.get(qualifier, (low, None, None))
    return Quantity(qualifier, *(None if one is None else Decimal(one) for one in given))


def picture(*quantities, told="counted by Colombia"):
    """The picture of these quantities, read."""
    return fromstring(
        draw_chart("id", "Soldiers", [ChartRow(one, one.in_words() or "hundreds", told) for one in quantities])
    )


def drawn(figure, qualifier):
    """The marks of a qualifier in the picture, its legend left out."""
    return figure.findall(f"./svg//g[@class='mark {qualifier.replace(' ', '-')}']")


SERIES = (quantity("vague"), quantity("more than", 500), quantity("exactly", 567))


def test_each_qualifier_is_drawn_unlike_the_others():
    assert MEANINGS.keys() == set(QUALIFIERS)
    looks = {
        tuple((part.tag, part.get("class"), part.get("d")) for part in draw_quantity(one, Extent(10, 90), 5))
        for one in QUALIFIERS
    }
    assert len(looks) == len(QUALIFIERS)


def test_an_exact_figure_is_a_point_where_the_scale_has_it():
    figure = picture(quantity("exactly", 0), quantity("exactly", 200), quantity("exactly", 600))
    ticks = {one.text: one.get("x") for one in figure.iterfind(".//g[@class='tick']/text")}
    places = [one.find("circle").get("cx") for one in drawn(figure, "exactly")]
    assert [float(one) for one in places] == [float(ticks[label]) for label in ("0", "200", "600")]


def test_an_open_bound_has_room_to_point_into_where_it_is_the_greatest_figure():
    start, tip = PLACES.findall(drawn(picture(quantity("more than", 500)), "more than")[0].find("path").get("d"))[0:3:2]
    assert float(tip) - float(start) > 30


def test_an_open_bound_points_onwards_from_its_figure():
    figure = picture(*SERIES)
    point = float(drawn(figure, "exactly")[0].find("circle").get("cx"))
    start, tip = map(float, PLACES.findall(drawn(figure, "more than")[0].find("path").get("d"))[0:3:2])
    assert start < point < tip


def test_a_vague_word_has_no_place_on_the_scale():
    band = drawn(picture(*SERIES), "vague")[0]
    assert [part.get("class") for part in band] == ["hatch"]


def test_vague_words_alone_make_no_picture():
    assert draw_chart("id", "Soldiers", [ChartRow(quantity("vague"), "hundreds", "")] * 2) == ""


def test_a_picture_says_its_figures_and_who_counted_to_those_who_cannot_see_it():
    shown = picture(*SERIES).find("svg")
    assert shown.get("role") == "img"
    assert shown.get("aria-labelledby").split() == [shown.find("title").get("id"), shown.find("desc").get("id")]
    for words in ("hundreds (a vague word; no figure is given)", "more than 500", "567", "counted by Colombia"):
        assert words in shown.find("desc").text


def test_the_legend_says_in_words_what_each_mark_means_and_only_those_shown():
    legend = picture(*SERIES).find("figcaption")
    said = ["".join(one.itertext()).strip() for one in legend]
    assert said == [MEANINGS[one] for one in ("exactly", "more than", "vague")]


@pytest.mark.parametrize("told", ["", "counted by Colombia", "as of: from 21 February 2019 (uncertain)", "said " * 30])
def test_words_that_do_not_fit_beside_a_figure_go_on_in_further_lines(told):
    shown = picture(quantity("more than", 500), quantity("exactly", 567), told=told).find("svg")
    for words, figure in zip(shown.iterfind(".//text[@class='said']"), ("more than 500", "567"), strict=True):
        said = " ".join([f"{words[0].text}{words[0].tail or ''}", *(line.text for line in words[1:])])
        assert said.replace(" · ", " ").split() == [*figure.split(), *told.split()]
        assert float(words.get("y")) > 0


def test_every_label_of_the_dossier_is_shown_whole(real):
    for numbers in real.graph.number_series.values():
        assert "…" not in pictured(number_rows(real.graph, numbers))


def test_a_picture_leaves_its_colours_and_letters_to_the_style_sheet():
    attributes = {name for one in picture(*SERIES).iter() for name in one.attrib}
    assert attributes.isdisjoint({"fill", "stroke", "style", "font-family", "font-size"})


def test_a_picture_shows_hostile_words_as_words_on_one_line():
    made = draw_chart("id", ATTACK, [ChartRow(quantity("exactly", 1), ATTACK, ATTACK)])
    assert "<script" not in made
    assert "\n" not in made
    assert ATTACK.split()[0] in fromstring(made).find("svg/title").text


def test_an_axis_says_large_figures_in_words():
    labels = [one.text for one in picture(quantity("exactly", 20_000_000)).iter("text") if not one.get("class")]
    assert "20 million" in labels


FIGURES = st.decimals(-(10**29), 10**29, allow_nan=False, places=2)
QUANTITIES = st.builds(
    lambda qualifier, ends: quantity(qualifier, *sorted(ends)), st.sampled_from(QUALIFIERS), st.tuples(FIGURES, FIGURES)
)


@given(st.lists(QUANTITIES, min_size=1, max_size=4).filter(lambda some: any(one.qualifier != "vague" for one in some)))
def test_whatever_the_figures_their_marks_stand_within_the_picture(quantities):
    for group in picture(*quantities).iterfind("./svg//g/g"):
        if (group.get("class") or "").startswith("mark"):
            places = [float(one.get("cx")) for one in group.iter("circle")]
            places += [float(x) for one in group.iter("path") for x in re.findall(r"[MLH](-?[\d.]+)", one.get("d"))]
            assert all(-20 <= x <= WIDTH for x in places)


@pytest.mark.parametrize("qualifier", ["exactly", "about", "at most", "more than"])
def test_a_series_of_nothing_but_zero_has_a_scale(qualifier):
    assert drawn(picture(quantity(qualifier, 0)), qualifier)
