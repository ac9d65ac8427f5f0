"""The site as a reader meets it in a real browser: hosted, or from a folder without a network."""

import json
from itertools import pairwise

import pytest

from tests.browser.conftest import SEARCH_RESULTS, search
from tests.helpers import nonempty

NUMBER = "numbers/defectors-to-colombia-567.html"
PAGES = (
    "index.html",
    "explore.html",
    "timeline.html",
    "about.html",
    "how-we-check.html",
    "handbook/index.html",
    "handbook/numbers.html",
    "handbook/fields.html",
    "handbook/commands.html",
    "coverage.html",
    "data.html",
    "sources/index.html",
    "actors/index.html",
    "numbers/index.html",
    "quotes/index.html",
    "disagreements/index.html",
    "network.html",
    "map.html",
    "sources/wnu-defected-567.html",
    "sources/cnn-567-report.html",
    "actors/juan-guaido.html",
    "events/silva-defection.html",
    NUMBER,
    "quotes/silva-dont-mistreat.html",
    "disagreements/how-many-defected.html",
    "places/colombia.html",
    "texts/epoch-times-silva.html",
    "texts/wnu-defected-567.html",
)
HOSTED_ONLY = ("404.html",)
"""A host shows it for an address that is not there; a folder has no such addresses."""

NARROW = {"width": 390, "height": 844}
SCHEMES = {"light": "default", "dark": "slate"}
CONTRAST = """() => {
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    const linear = parts.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
  const pair = [getComputedStyle(document.querySelector('article > p:not([class]), article .dossier-line p')).color,
    getComputedStyle(document.body).backgroundColor].map(light).sort((a, b) => b - a)
  return (pair[0] + 0.05) / (pair[1] + 0.05)
}"""
HIDDEN = """() => [...document.querySelectorAll('article > *')].filter(element => !element.checkVisibility())
  .map(element => element.outerHTML)"""
EITHER_WIDTH = ('<div class="dossier-strip"', '<div class="dossier-small-axis"', '<ul>\n<li><span class="dossier-date"')
"""The drawing of the key events, or their list with its axis, which take turns with the width of the screen."""
STARTS = """() => [...document.querySelectorAll('.dossier-answer')].map(element =>
  element.querySelector('sup').getBoundingClientRect().left - element.getBoundingClientRect().left - 8)"""
TARGET = """() => {
  const mark = document.querySelector(':target'), box = mark.getBoundingClientRect()
  return [mark.tagName, box.height > 0 && box.top >= 0 && box.top < innerHeight, mark.textContent]
}"""


def pages(base):
    return PAGES + HOSTED_ONLY * base.startswith("http")


def test_no_page_asks_another_host_or_fails_in_any_way(tab, base):
    page = tab(base)
    for name in pages(base):
        page.goto(base + name)
        assert page.locator("article h1").count() == 1, name
    page.wait_for_load_state("networkidle")
    assert page.faults == []


def test_the_search_finds_a_figure_and_leads_to_its_number(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    found = search(page, "567")
    at = [link.partition("?")[0] for link in found].index(base + NUMBER)
    page.locator(SEARCH_RESULTS).nth(at).click()
    page.wait_for_url(f"**/{NUMBER}*")
    assert page.inner_text("article h1").startswith("567 soldiers")
    assert page.faults == []


def test_the_first_search_result_leads_to_a_page_that_holds_what_was_sought(tab, base):
    page = tab(base)
    page.goto(base + "about.html")
    first = search(page, "567")[0]
    page.locator(SEARCH_RESULTS).first.click()
    page.wait_for_url(first)
    assert "567" in page.inner_text("article")
    assert page.faults == []


QUOTED = """() => {
    return document.querySelector("#evidence ~ ol > li blockquote mark").innerText
}"""
"""The words of the first passage, without what stands around them."""


def test_a_citation_leads_to_the_marked_words_in_view(tab, base):
    page = tab(base, viewport={"width": 900, "height": 700})  # Too narrow for the text beside the page.
    page.goto(base + NUMBER)
    quoted = page.evaluate(QUOTED)
    page.click("text=View in source >> nth=0")
    page.wait_for_url("**/texts/*.html#p-*")
    page.wait_for_function("() => document.querySelector(':target')?.getBoundingClientRect().top < innerHeight")
    tag, in_view, marked = page.evaluate(TARGET)
    assert (tag, in_view, marked.split()) == ("MARK", True, quoted.split())
    assert page.faults == []


def test_the_mark_after_a_statement_leads_to_the_passages_words_without_javascript(tab, base):
    page = tab(base, java_script_enabled=False)
    page.goto(base + "timeline.html")
    mark = page.locator("article sup a").first
    href = mark.get_attribute("href")
    mark.click()
    page.wait_for_url(f"**/{href}")
    assert page.locator("mark:target").is_visible()


def test_the_line_under_a_passage_leads_back_to_the_statement(tab, base):
    page = tab(base)
    page.goto(base + "texts/wnu-defected-567.html")
    page.click(f".dossier-notes details:has(a[href^='../{NUMBER}#s-']) > summary >> nth=0")
    page.click(f".dossier-cited-by a[href^='../{NUMBER}#s-'] >> nth=0")
    page.wait_for_url(f"**/{NUMBER}#s-*")
    assert page.locator(".dossier-statement:target").is_visible()
    assert page.faults == []


def test_an_accessibility_checker_finds_nothing(tab, hosted, axe):
    page = tab(hosted, color_scheme="light")
    for name in pages(hosted):
        page.goto(hosted + name)
        assert axe(page) == [], name


def test_an_accessibility_checker_finds_nothing_in_dark_colours(tab, hosted, axe):
    page = tab(hosted, color_scheme="dark")
    for name in pages(hosted):
        page.goto(hosted + name)
        assert axe(page, only=("color-contrast", "link-in-text-block")) == [], name


def test_a_text_shows_notes_only_if_one_wants_to_see_them(tab, base):
    page = tab(base)
    page.goto(base + "texts/wnu-defected-567.html")
    assert page.locator(".dossier-notes >> nth=0").is_visible()
    page.locator(".dossier-show-notes").click()
    assert not page.locator(".dossier-notes >> nth=0").is_visible()


def test_a_page_is_whole_without_javascript(tab, base):
    page = tab(base, java_script_enabled=False)
    for name in pages(base):
        page.goto(base + name)
        assert page.locator("article h1").is_visible(), name
        hidden = page.evaluate(HIDDEN)
        assert [html for html in hidden if not html.startswith(EITHER_WIDTH)] == [], name
        assert len(page.locator("article").first.inner_text()) > (150 if name in PAGES else 5), name


def test_a_citation_is_a_plain_link_without_javascript(tab, base):
    page = tab(base, java_script_enabled=False)
    page.goto(base + NUMBER)
    page.click("text=View in source >> nth=0")
    assert page.locator("mark:target").is_visible()


def test_a_narrow_screen_scrolls_no_page_sideways(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    for name in pages(hosted):
        page.goto(hosted + name)
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), name


def test_a_mark_stands_on_no_line_alone(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + "disagreements/who-remains-loyal.html")
    starts = page.evaluate(STARTS)
    assert starts and min(starts) > 0


MARKS = """() => [...document.querySelectorAll('article sup a')].filter(element => element.offsetParent)
  .map(element => element.getBoundingClientRect()).map(({ left, top, width, height }) => [left, top, width, height])"""


@pytest.mark.parametrize("name", ["events/silva-defection.html", "timeline.html", "disagreements/index.html"])
def test_a_mark_is_hit_with_a_finger(tab, hosted, name):
    page = tab(hosted, viewport=NARROW, has_touch=True, is_mobile=True)
    page.goto(hosted + name)
    marks = page.evaluate(MARKS)
    assert marks and min(min(width, height) for *_, width, height in marks) >= 24
    for (left, top, width, height), (next_left, next_top, next_width, next_height) in pairwise(marks):
        apart_across = left >= next_left + next_width - 1 or next_left >= left + width - 1
        assert apart_across or top >= next_top + next_height - 1 or next_top >= top + height - 1


def test_lines_are_no_higher_for_marks_that_a_finger_hits(tab, hosted):
    heights = []
    for touch in (False, True):
        page = tab(hosted, viewport=NARROW, has_touch=touch, is_mobile=touch)
        page.goto(hosted + "events/silva-defection.html")
        heights.append(page.locator("article p:has(sup a)").first.bounding_box()["height"])
    assert heights[0] == heights[1]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", [NUMBER, "index.html", "texts/wnu-defected-567.html", "disagreements/index.html"])
def test_text_stands_out_from_its_ground_in_light_and_dark(tab, base, scheme, name):
    page = tab(base, color_scheme=scheme, viewport=NARROW)
    page.goto(base + name)
    assert page.get_attribute("body", "data-md-color-scheme") == SCHEMES[scheme]
    assert page.evaluate(CONTRAST) > 7


def test_every_passage_can_be_pointed_at_in_its_text(tab, site, hosted):
    data = json.loads((site / "data/dossier.json").read_text("utf-8"))
    page = tab(hosted)
    for passage in nonempty(data["events"][0]["passages"]):
        page.goto(f"{hosted}texts/{passage['source']}.html#p-{passage['start']}-{passage['end']}")
        assert page.evaluate(TARGET)[:2] == ["MARK", True]
