"""Words in other languages and directions: their `lang`, and an order of words that readers can follow."""

import re
from pathlib import Path

import pytest

from tests.helpers import nonempty

ASSETS = Path(__file__).parents[2] / "generator/dossier/assets"
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|(?<=[\s{;])(?:left|right):|(?:align|float): (?:left|right)"
)
LANGUAGES = """selector => [...document.querySelectorAll(selector)].map(element => {
  const { lang } = element.closest('[lang]')
  return [lang, getComputedStyle(element).direction]
})"""
PLACES = """([selector, words]) => {
  const root = document.querySelector(selector)
  const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT)
  const places = {}
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const word of words) {
      const at = node.data.indexOf(word)
      if (at < 0 || word in places) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + word.length)
      places[word] = range.getBoundingClientRect().left
    }
  }
  return words.map(word => places[word])
}"""
OWN_LANGUAGE = [
    # the page, elements with words of a source, their language and direction
    ("events/soldiers-wait.html", "#evidence ~ ol > li:nth-child(1) > blockquote bdi", "ar", "rtl"),
    ("events/soldiers-wait.html", "#evidence ~ ol > li:nth-child(2) > blockquote bdi", "zh", "ltr"),
    ("quotes/mayor-in-arabic.html", "h1 .dossier-quote-words", "ar", "rtl"),
    ("quotes/index.html", ".dossier-quotation:has(a[href*=arabic]) blockquote", "ar", "rtl"),
    ("sources/arabic-report.html", "h1 bdi", "ar", "rtl"),
    ("sources/german-report.html", "h1 bdi", "de", "ltr"),
    ("sources/herald-report.html", "h1", "en", "ltr"),
    ("sources/index.html", "a[href^=arabic] bdi", "ar", "rtl"),
    ("texts/arabic-report.html", ".dossier-line > p", "ar", "rtl"),
    ("texts/chinese-report.html", ".dossier-line > p", "zh", "ltr"),
]
IN_ORDER = [
    # the page, an element, words that follow each other from left to right in it
    (
        "texts/arabic-report.html",
        ".dossier-text-head p",
        ("The text of", "توقفت", "news", "8", "November", "2021", "grade"),
    ),
    ("sources/arabic-report.html", ".md-content h1 + p", ("8", "November", "2021")),
    ("events/soldiers-wait.html", "#evidence ~ ol > li p:nth-child(2)", ("توقفت", "(read", "in full)", "View")),
    ("quotes/mayor-in-arabic.html", ".dossier-meta", ("sentence", "توقفت", "1", "source", "independent")),
]


@pytest.fixture(scope="module")
def opened_page(chromium, languages):
    """Open pages of the site with sources in several languages in one tab."""
    page = chromium.new_page(offline=True)

    def go(name):
        page.goto(f"{languages.as_uri()}/{name}")
        return page

    yield go
    page.close()


@pytest.mark.parametrize(("name", "selector", "language", "direction"), OWN_LANGUAGE)
def test_words_of_a_source_have_its_language_and_direction(opened_page, name, selector, language, direction):
    found = opened_page(name).evaluate(LANGUAGES, selector)
    assert found and set(map(tuple, found)) == {(language, direction)}


@pytest.mark.parametrize(("name", "selector", "words"), IN_ORDER)
def test_an_arabic_title_does_not_reorder_what_is_beside_it(opened_page, name, selector, words):
    places = opened_page(name).evaluate(PLACES, [selector, list(words)])
    assert None not in places and places == sorted(places)


def test_a_card_shows_the_passage_in_its_language(opened_page):
    page = opened_page("events/soldiers-wait.html")
    page.locator("sup[data-for] > a").first.click()
    passage = page.locator(".dossier-card blockquote").first
    passage.wait_for()
    assert (passage.get_attribute("lang"), passage.get_attribute("dir")) == ("ar", "auto")


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_window(chromium, languages, width):
    page = chromium.new_page(offline=True, viewport={"width": width, "height": 900})
    for name in (
        "events/soldiers-wait.html",
        "texts/arabic-report.html",
        "texts/chinese-report.html",
        "sources/index.html",
    ):
        page.goto(f"{languages.as_uri()}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.close()


def test_the_styles_name_the_start_and_the_end_of_a_line_not_the_left_and_the_right():
    for file in nonempty(sorted(ASSETS.glob("*.css"))):
        assert PHYSICAL.findall(file.read_text("utf-8")) == [], file.name
