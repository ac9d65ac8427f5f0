"""Charts and tables that compare numbers."""

import re

import pytest

from tests.browser.test_browser import NARROW, NUMBER, SCHEMES

INDEX = "numbers/index.html"
STROKES = """() => ['.solid', '.hollow', '.hatch', 'text', 'tspan'].map(selector =>
  getComputedStyle(document.querySelector('.dossier-chart > svg ' + selector)))
  .map(style => style.stroke === 'none' ? style.fill : style.stroke)"""


@pytest.mark.parametrize("name", [INDEX, NUMBER])
def test_the_chart_and_table_of_a_series_are_on_its_numbers_pages_without_javascript(tab, base, name):
    page = tab(base, java_script_enabled=False)
    page.goto(base + name)
    assert page.locator(".dossier-chart > svg[role=img]").is_visible()
    assert page.locator(".dossier-chart .mark").count() >= 3
    rows = page.locator("table:has(.dossier-figures) >> nth=0").locator("tbody tr")
    assert rows.count() == 3
    assert "(government)" in rows.nth(2).inner_text()
    assert rows.locator("sup a").count() >= 3


def test_a_screen_reader_gets_the_title_and_figures_of_a_chart(tab, hosted, records):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    measure = re.escape(records["number:defectors-to-colombia-567"]["measure"]["what"])
    snapshot = page.locator("article").aria_snapshot()
    assert re.search(f'img "{measure}[^"]*hundreds[^"]*more than 500 soldiers[^"]*567', snapshot)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_chart_has_the_colours_of_the_light_and_the_dark_scheme(tab, hosted, scheme):
    page = tab(hosted, color_scheme=scheme)
    page.goto(hosted + INDEX)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    colours = page.evaluate(STROKES)
    assert ground not in colours
    assert "rgb(0, 0, 0)" not in colours


def test_a_narrow_screen_shows_each_figure_whole(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + INDEX)
    cut = page.eval_on_selector_all(
        "table, .dossier-chart", "elements => elements.filter(element => element.scrollWidth > element.clientWidth)"
    )
    assert cut == []
    assert page.get_by_text("Counted by:").first.is_visible()


def test_a_place_and_a_government_of_the_same_name_are_distinguished(tab, hosted, records):
    page = tab(hosted)
    page.goto(hosted + NUMBER)
    name = records["place:colombia"]["name"]
    assert name == records["actor:colombia"]["name"]
    facts = page.locator("article ul").first.inner_text()
    assert f"Where: {name} (place)" in facts
    assert f"Counted by: {name} (government)" in facts


def test_only_figures_of_one_measure_share_a_chart(tab, hosted, data):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    assert page.locator(".dossier-chart").count() == 1
    assert page.locator("table:has(.dossier-figures) tbody tr").count() == len(data["numbers"])
