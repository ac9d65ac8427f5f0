"""Pages enlarged to 200 % and 400 % (WCAG 1.4.4 and 1.4.10), as a browser lays them out: in half or a quarter."""

import pytest

from tests.browser.conftest import SEARCH_RESULTS, search
from tests.browser.test_browser import HOSTED_ONLY, NUMBER, PAGES
from tests.browser.test_cards import CARD, MARK
from tests.helpers import nonempty

ZOOMS = {
    "200 % of 1440 by 900": {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2},
    "400 % of 1280 by 1024": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
}
OUTSIDE = """() => {
  const scrolls = element => element !== document.body &&
    (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement))
  return [...document.body.querySelectorAll('*')].filter(element =>
    element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
    element.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !scrolls(element))
    .map(element => element.outerHTML.slice(0, 80))
}"""
"""What is beyond the edge of the page, without a box of its own that scrolls."""
CLIPPED = """() => [...document.querySelectorAll('article *, .md-footer *')].filter(element => {
  const style = getComputedStyle(element)
  return style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && style.webkitLineClamp === 'none' &&
    style.clipPath === 'none' && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 &&
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
    element.checkVisibility({visibilityProperty: true})
}).map(element => element.outerHTML.slice(0, 80))"""
"""Text cut off by its own box, without a sign of it."""
KEPT = """() => {
  scrollTo(0, document.documentElement.scrollHeight / 2)
  const bars = [...document.querySelectorAll('.md-header, .dossier-axis')].map(bar => bar.getBoundingClientRect())
  return Math.max(0, ...bars.filter(bar => bar.top < innerHeight / 2).map(bar => bar.bottom)) / innerHeight
}"""
"""The share of the screen that bars keep while the text scrolls."""
SEEN = """card => {
  const [box, read] = [card, document.querySelector('.dossier-anchor')].map(part => part.getBoundingClientRect())
  const close = card.querySelector('.dossier-close').getBoundingClientRect()
  const centre = document.elementFromPoint((close.left + close.right) / 2, (close.top + close.bottom) / 2)
  return {
    inside: box.left >= -1 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight,
    closable: centre?.matches('.dossier-close'),
    lines: card.clientHeight / parseFloat(getComputedStyle(card).lineHeight),
    apart: read.bottom <= box.top || read.top >= box.bottom,
  }
}"""


@pytest.fixture(params=ZOOMS)
def enlarged(request, opened):
    """Open a page enlarged."""
    return lambda name: opened(name, **ZOOMS[request.param])


def test_no_page_scrolls_sideways_cuts_text_or_keeps_the_screen_for_its_header(enlarged):
    faults = {}
    page = enlarged("index.html")
    base = page.url.removesuffix("index.html")
    for name in (*PAGES, *HOSTED_ONLY):
        page.goto(base + name, wait_until="networkidle")
        found = [*page.evaluate(OUTSIDE), *page.evaluate(CLIPPED)]
        kept = page.evaluate(KEPT)
        if found or kept > 0.3:
            faults[name] = (found, kept)
    assert faults == {}


@pytest.mark.parametrize("name", [NUMBER, "index.html", "timeline.html"])
def test_a_card_is_readable_beside_its_statement_and_can_be_closed(enlarged, name):
    page = enlarged(name)
    marks = page.locator(f"{MARK}:visible")
    for at in range(min(6, len(nonempty(marks.all())))):
        marks.nth(at).click()
        page.wait_for_selector(f"{CARD}:focus")
        seen = page.eval_on_selector(CARD, SEEN)
        assert seen["inside"] and seen["closable"] and seen["lines"] > 6 and seen["apart"], (at, seen)
        page.get_by_role("button", name="Close").click()
        page.wait_for_selector(".dossier-card", state="detached")


def test_search_results_are_read_and_followed(enlarged):
    page = enlarged("about.html")
    search(page, "567")
    assert page.evaluate(OUTSIDE) == []
    page.locator(SEARCH_RESULTS).first.click()
    page.wait_for_url("**/*567*")
