"""Printed pages: texts, passages and addresses, without controls and never dark."""

import re

import pytest

from tests.browser.test_browser import NUMBER

TEXT = "texts/wnu-defected-567.html"
CLICKED = ".md-header, .md-sidebar, .md-top, .md-footer, button, input, select, summary:not(.dossier-more > summary)"
GROUNDS = """() => [...document.querySelectorAll('html, body, article')]
  .map(element => getComputedStyle(element).backgroundColor)"""
CUT = """kept => [...document.querySelectorAll(kept)]
  .filter(element => getComputedStyle(element).breakInside !== 'avoid').length"""
PLACES = (
    """links => [...document.querySelectorAll(links)].map(element => getComputedStyle(element, '::after').content)"""
)
PASSAGES = {
    # page: its passages, the links that say where they stand
    NUMBER: ("article blockquote", "#evidence ~ ol > li > p > a[href*='#p-']"),
    TEXT: (".dossier-text p:has(mark)", ".dossier-cited-by li > a:first-child"),
}


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


def test_every_passage_is_whole_on_its_page_and_says_where_it_stands(printed):
    page, name = printed
    kept, links = PASSAGES[name]
    assert page.locator(f"{kept}:visible").count() == page.locator(kept).count() > 0
    assert page.evaluate(CUT, kept) == 0
    places = page.evaluate(PLACES, links)
    assert places and all(re.search(r"#p-[0-9]+-[0-9]+", place) for place in places)


def test_the_foot_of_a_record_says_its_address(tab, base):
    page = tab(base)
    page.goto(base + NUMBER)
    page.emulate_media(media="print")
    assert page.locator(".dossier-cite > p:visible").inner_text().endswith(NUMBER)


def test_long_lists_are_printed_unfolded(tab, base):
    page = tab(base)
    page.goto(base + "actors/juan-guaido.html")
    page.emulate_media(media="print")
    assert page.locator(".dossier-more li:visible").count() == page.locator(".dossier-more li").count() > 0
