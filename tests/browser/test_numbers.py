"""Charts and tables that compare numbers."""

import re
from collections import defaultdict

import pytest

from tests.browser.test_browser import NARROW, NUMBER, SCHEMES

INDEX = "numbers/index.html"
STROKES = """() => ['.solid', '.hollow', '.hatch', 'text', 'tspan']
  .map(selector => document.querySelector('.dossier-chart > svg ' + selector)).filter(element => element)
  .map(element => getComputedStyle(element)).map(style => style.stroke === 'none' ? style.fill : style.stroke)"""


@pytest.fixture(scope="session")
def all_series(data):
    """The numbers that are compared with each other, the longest series first."""
    by_measure = defaultdict(list)
    for number in data["numbers"]:
        measure = number["measure"]
        texts = (measure["what"], measure.get("where", ""), measure.get("scope", ""), number["unit"])
        by_measure[tuple(text.casefold() for text in texts)].append(number)
    series = sorted((numbers for numbers in by_measure.values() if len(numbers) > 1), key=len, reverse=True)
    assert series, "no two numbers of the site count the same thing"
    return series


@pytest.mark.parametrize("is_index", [True, False], ids=["index", "number"])
def test_the_chart_and_table_of_a_series_are_on_its_numbers_pages_without_javascript(tab, base, all_series, is_index):
    numbers = all_series[0]
    page = tab(base, java_script_enabled=False)
    page.goto(base + (INDEX if is_index else numbers[0]["url"]))
    assert page.locator(".dossier-chart > svg[role=img]").first.is_visible()
    assert page.locator(".dossier-chart .mark").count() >= len(numbers)
    rows = page.locator("table:has(.dossier-figures) >> nth=0").locator("tbody tr")
    assert rows.count() == len(numbers)
    assert rows.locator("sup a").count() >= len(numbers)


def test_a_screen_reader_gets_the_title_and_figures_of_a_chart(tab, hosted, all_series):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    snapshot = page.locator("article").aria_snapshot()
    title = re.escape(all_series[0][0]["measure"]["what"])
    figures = [number["words"] if number["qualifier"] == "vague" else number["unit"] for number in all_series[0]]
    image = re.search(f'img "{title}[^"]*', snapshot)
    assert image and all(figure in image[0] for figure in figures)


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


def test_only_figures_of_one_measure_share_a_chart(tab, hosted, data, all_series):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    assert page.locator(".dossier-chart").count() == len(all_series)
    assert page.locator("table:has(.dossier-figures) tbody tr").count() == len(data["numbers"])
