"""Figures on cards, and the charts that compare them."""

from collections import defaultdict

import pytest

from tests.browser.test_browser import NUMBER, SCHEMES

INDEX = "numbers/index.html"
STROKES = """() => ['.solid', '.hollow', '.hatch', 'text', 'ol > li > p', 'strong']
  .map(selector => document.querySelector('.dossier-chart ' + selector)).filter(element => element)
  .map(element => [element, getComputedStyle(element)])
  .map(([element, style]) => element instanceof HTMLElement ? style.color
    : style.stroke === 'none' ? style.fill : style.stroke)"""
CARDS = ".dossier-figure-card"


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
def test_the_chart_of_a_series_is_on_its_numbers_pages_without_javascript(tab, base, all_series, is_index):
    numbers = all_series[0]
    page = tab(base, java_script_enabled=False)
    page.goto(base + (INDEX if is_index else numbers[0]["url"]))
    rows = page.locator(".dossier-chart >> nth=0").locator("ol > li")
    assert rows.count() == len(numbers)
    for row in rows.all():
        assert row.locator("svg[role=img]").is_visible()
    if not is_index:
        assert rows.locator("sup a").count() >= len(numbers)
        assert page.locator(".dossier-chart .dossier-current").count() == 1


def test_a_screen_reader_gets_the_figures_of_a_chart_and_how_they_are_drawn(tab, hosted, all_series):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    snapshot = page.locator(".dossier-chart").first.aria_snapshot()
    for number in all_series[0]:
        assert number["words"] if number["qualifier"] == "vague" else number["unit"] in snapshot
    assert snapshot.count('- img "') == len(all_series[0])
    if "more than" in {number["qualifier"] for number in all_series[0]}:
        assert 'img "more than this (upper limit unknown)"' in snapshot


def test_a_chart_fills_its_width_and_its_words_keep_their_size(tab, hosted):
    sizes = set()
    for width in (320, 390, 1440):
        page = tab(hosted, viewport={"width": width, "height": 800})
        page.goto(hosted + INDEX)
        chart = page.locator(".dossier-chart").first
        axis, first = chart.locator(".dossier-chart-axis"), chart.locator("svg[role=img]").first
        assert axis.bounding_box()["width"] == first.bounding_box()["width"] > 0.8 * chart.bounding_box()["width"]
        sizes.add(chart.locator("ol > li > p").first.evaluate("element => getComputedStyle(element).fontSize"))
        sizes.add(chart.locator("text").first.evaluate("element => getComputedStyle(element).fontSize"))
    assert len(sizes) <= 2


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_chart_has_the_colours_of_the_light_and_the_dark_scheme(tab, hosted, scheme):
    page = tab(hosted, color_scheme=scheme)
    page.goto(hosted + INDEX)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    colours = page.evaluate(STROKES)
    assert ground not in colours
    assert "rgb(0, 0, 0)" not in colours


@pytest.mark.parametrize("width", [320, 390, 768, 1440, 1920])
def test_every_figure_is_shown_whole(tab, hosted, width):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted + INDEX)
    assert all(card.is_visible() for card in page.locator(CARDS).all())
    cut = page.eval_on_selector_all(
        f"{CARDS}, {CARDS} p, .dossier-chart",
        "elements => elements.filter(element => element.scrollWidth > element.clientWidth).map(one => one.innerText)",
    )
    assert cut == []


def test_marks_with_long_names_wrap_in_a_chart(tab, hosted):
    page = tab(hosted, viewport={"width": 320, "height": 900})
    page.goto(hosted + NUMBER)
    marks = page.locator(".dossier-chart sup > a")
    assert marks.count() > 1
    marks.first.evaluate("mark => { mark.textContent = 'The name of a source that is long '.repeat(4) }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_place_and_a_government_of_the_same_name_are_distinguished(tab, hosted, records):
    page = tab(hosted)
    page.goto(hosted + NUMBER)
    name = records["place:colombia"]["name"]
    assert name == records["actor:colombia"]["name"]
    assert f"Where: {name} (place)" in " ".join(page.locator("article ul").first.inner_text().split())
    assert f"counted by {name} (government)" in page.locator("h1 + p").inner_text()


def test_every_number_has_a_card_and_only_figures_of_one_measure_share_a_chart(tab, hosted, data, all_series):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    assert page.locator(".dossier-chart").count() == len(all_series)
    assert page.locator(CARDS).count() == len(data["numbers"])
    compared = page.locator(f".dossier-series {CARDS}")
    assert compared.count() == sum(map(len, all_series))


def test_a_mark_on_a_card_opens_the_evidence_of_its_number(tab, hosted, all_series):
    page = tab(hosted)
    page.goto(hosted + INDEX)
    mark = page.locator(f"{CARDS} sup[data-for]").first
    key = mark.get_attribute("data-for")
    assert key in {f"number:{number['id']}" for number in all_series[0]}
    mark.locator("a").click()
    page.locator(".dossier-card:popover-open .dossier-claim").wait_for()
    assert page.locator(".dossier-claim").inner_text().endswith(f": {all_series[0][0]['measure']['what']}")


def test_the_title_of_a_number_does_not_say_anything_twice(tab, hosted, data):
    page = tab(hosted)
    for number in data["numbers"]:
        page.goto(hosted + number["url"])
        title = page.locator("h1").inner_text().casefold()
        assert title.count(number["measure"]["what"].casefold()) == 1
        facts = page.locator("h1 ~ ul").first
        if facts.count():
            assert number["measure"]["what"] not in facts.inner_text().partition("\n\n")[0]


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, {"width": 390, "height": 844}])
@pytest.mark.parametrize(("name", "block"), [(INDEX, CARDS), ("quotes/index.html", ".dossier-quotation")])
def test_the_evidence_of_a_figure_or_quotation_neither_covers_it_nor_looks_like_it(tab, hosted, name, block, viewport):
    page = tab(hosted, viewport=viewport)
    page.goto(hosted + name)
    shown = page.locator(block).nth(2)
    shown.locator("sup[data-for] > a").first.click()
    card = page.locator(".dossier-card:popover-open")
    card.locator("blockquote").first.wait_for()
    read, evidence = shown.bounding_box(), card.bounding_box()
    beside = evidence["x"] >= read["x"] + read["width"] or read["x"] >= evidence["x"] + evidence["width"]
    assert beside or evidence["y"] >= read["y"] + read["height"] or read["y"] >= evidence["y"] + evidence["height"]
    assert card.locator("blockquote").first.evaluate("quote => getComputedStyle(quote).fontStyle") == "normal"
