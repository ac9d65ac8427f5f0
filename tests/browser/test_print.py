"""Printed pages: texts and passages, without controls or addresses that lead nowhere, and never dark."""

import pytest

from tests.browser.test_browser import NUMBER

TEXT = "texts/wnu-defected-567.html"
CLICKED = ".md-header, .md-sidebar, .md-top, .md-footer, button, input, select, summary:not(.dossier-more > summary)"
GROUNDS = """() => [...document.querySelectorAll('html, body, article')]
  .map(element => getComputedStyle(element).backgroundColor)"""
CUT = """kept => [...document.querySelectorAll(kept)]
  .filter(element => getComputedStyle(element).breakInside !== 'avoid').length"""
ADDED = """() => [...document.querySelectorAll('article a')].filter(link => link.checkVisibility())
  .flatMap(link => ['::before', '::after'].map(part => getComputedStyle(link, part).content))
  .filter(content => /[#/]/.test(content))"""
UNDERLINE = "parseFloat(getComputedStyle(document.querySelector('.dossier-text mark')).borderBottomWidth)"
POINTS = "selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize) * 0.75"
PASSAGES = {NUMBER: "article blockquote", TEXT: ".dossier-text p:has(mark)"}
"""The passages of each page."""


@pytest.fixture(params=PASSAGES)
def printed(request, tab, base):
    """A page as it is printed from a dark screen, and its name."""
    page = tab(base, color_scheme="dark")
    page.goto(base + request.param)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print", color_scheme="dark")
    return page, request.param


def test_nothing_to_click_is_printed(printed):
    page, _ = printed
    assert page.locator(CLICKED).count() > 5
    assert page.locator(f":is({CLICKED}):visible").count() == 0


def test_it_is_dark_on_light(printed):
    page, _ = printed
    assert set(page.evaluate(GROUNDS)) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    assert page.evaluate("getComputedStyle(document.querySelector('article p')).color") == "rgb(0, 0, 0)"


def test_every_passage_is_whole_on_its_page(printed):
    page, name = printed
    kept = PASSAGES[name]
    assert page.locator(f"{kept}:visible").count() == page.locator(kept).count() > 0
    assert page.evaluate(CUT, kept) == 0


def test_text_is_larger_than_its_marks_and_labels(printed):
    page, name = printed
    text = page.evaluate(POINTS, ".dossier-statement" if name == NUMBER else ".dossier-line > p")
    smaller = page.evaluate(POINTS, ".dossier-statement sup" if name == NUMBER else ".dossier-text-head p")
    assert 10 < text < 11 and 6 < smaller < 8.5


def test_no_address_is_printed_that_leads_nowhere_from_paper(printed):
    page, _ = printed
    assert page.evaluate(ADDED) == []
    assert page.get_by_text("Permalink").locator("visible=true").count() == 0


def test_a_text_is_printed_with_its_underlines_and_without_its_notes(tab, base):
    page = tab(base)
    page.goto(base + TEXT)
    page.emulate_media(media="print")
    assert page.evaluate(UNDERLINE) > 0
    assert page.locator(".dossier-notes").count() > 0 == page.locator(".dossier-notes:visible").count()


def test_the_front_page_is_printed_with_its_drawing_and_not_the_same_as_a_list(tab, base):
    page = tab(base)
    page.goto(base + "index.html")
    page.emulate_media(media="print")
    assert page.locator(".dossier-flow svg").count() > 0
    assert page.locator(".dossier-provenance li:visible").count() > 0
    assert page.locator(".dossier-provenance details:visible").count() == 0


def test_the_foot_of_a_record_says_its_address_where_the_site_has_one(tab, base):
    page = tab(base)
    page.goto(base + NUMBER)
    page.evaluate("document.querySelector('.dossier-cite a[rel=bookmark]').href = 'https://example.org/a.html'")
    page.emulate_media(media="print")
    assert page.locator(".dossier-cite > p:visible").inner_text().endswith(NUMBER)


def test_long_lists_are_printed_unfolded(tab, base):
    page = tab(base)
    page.goto(base + "actors/juan-guaido.html")
    page.emulate_media(media="print")
    assert page.locator(".dossier-more li:visible").count() == page.locator(".dossier-more li").count() > 0
