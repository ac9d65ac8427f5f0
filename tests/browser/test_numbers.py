"""Figures as a reader compares them."""

import re

import pytest

from tests.browser.test_browser import NARROW, NUMBER, SCHEMES

INDEX = "numbers/index.html"
STROKES = """() => ['.solid', '.hollow', '.hatch', 'text', 'tspan'].map(one =>
  getComputedStyle(document.querySelector('.dossier-chart > svg ' + one)))
  .map(style => style.stroke === 'none' ? style.fill : style.stroke)"""


@pytest.mark.parametrize("name", [INDEX, NUMBER])
def test_the_picture_and_table_of_a_series_stand_on_its_numbers_pages_without_javascript(tab, base, name):
    page = tab(base, java_script_enabled=False)
    page.goto(base + name)
    assert page.locator(".dossier-chart > svg[role=img]").is_visible()
    assert page.locator(".dossier-chart .mark").count() >= 3
    rows = page.locator("table:has(.dossier-figures) >> nth=0").locator("tbody tr")
    assert rows.count() == 3
    assert "Colombia (government)" in rows.nth(2).inner_text()
    assert rows.locator("sup a").count() >= 3


def test_a_picture_is_told_to_a_screen_reader_by_its_title_and_figures(tab, base):
    page = tab(base)
    page.goto(base + INDEX)
    told = page.locator("article").aria_snapshot()
    assert re.search(
        'img "Venezuelan soldiers who fled to Colombia[^"]*hundreds[^"]*more than 500 soldiers[^"]*567', told
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_picture_takes_the_colours_of_light_and_dark(tab, hosted, scheme):
    page = tab(hosted, color_scheme=scheme)
    page.goto(hosted + INDEX)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    colours = page.evaluate(STROKES)
    assert ground not in colours
    assert ("rgb(0, 0, 0)" in colours) is False


def test_a_narrow_screen_shows_each_figure_whole(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + INDEX)
    cut = page.eval_on_selector_all(
        "table, .dossier-chart", "all => all.filter(one => one.scrollWidth > one.clientWidth)"
    )
    assert cut == []
    assert page.get_by_text("Counted by:").first.is_visible()


def test_a_place_and_a_government_of_one_name_are_told_apart(tab, base):
    page = tab(base)
    page.goto(base + NUMBER)
    said = page.locator("article ul").first.inner_text()
    assert "Where: Colombia (place)" in said
    assert "Counted by: Colombia (government)" in said


def test_only_figures_of_one_measure_share_a_picture(tab, base, data):
    page = tab(base)
    page.goto(base + INDEX)
    assert page.locator(".dossier-chart").count() == 1
    assert page.locator("table:has(.dossier-figures) tbody tr").count() == len(data["numbers"])
