"""Web fonts that arrive late: the text is there before them, and stays in its place when they come."""

import pytest
from playwright.sync_api import Error

from tests.browser import fallback_fonts
from tests.browser.fallback_fonts import CSS, SYSTEM_FONTS, local_source, measure, style_sheet
from tests.browser.test_browser import PAGES
from tests.helpers import nonempty

FONTS = "**/*.woff2"
PHONE, DESK = {"width": 412, "height": 823}, {"width": 1440, "height": 900}
OBSERVE = """
  window.shift = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
  }).observe({type: 'layout-shift', buffered: true})"""
PAINTED = """new Promise(done => new PerformanceObserver(list => {
  if (list.getEntriesByName('first-contentful-paint').length) done()
}).observe({type: 'paint', buffered: true}))"""
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
"""Two frames later: what has changed is drawn and has been observed."""
TOPS = """() => {
  const line = parseFloat(getComputedStyle(document.querySelector('article')).lineHeight)
  return [...document.querySelectorAll('article :is(h1, h2, h3, p, li, figure, table, form, blockquote)')]
    .filter(block => block.checkVisibility()).map(block => block.getBoundingClientRect().top)
    .filter(top => top < innerHeight).map(top => top / line)
}"""
"""Where the blocks in the first screen begin, in lines of the page's text."""
ARRIVED = (
    "document.fonts.ready.then(fonts => [...fonts].filter(font => font.status === 'loaded').map(font => font.family))"
)


@pytest.fixture
def late(tab, hosted):
    """Open a page whose fonts wait; return it and a function that lets them come."""

    def open_late(name, **options):
        page, waiting, come = tab(hosted, **options), [], []
        page.add_init_script(OBSERVE)
        page.route(FONTS, lambda route: route.continue_() if come else waiting.append(route))
        page.goto(hosted + name, wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        page.wait_for_selector("html.js", state="attached")
        page.evaluate(SETTLED)

        def release():
            come.append(True)
            for route in nonempty(waiting):
                route.continue_()
            assert {"Inter", "Source Serif 4"} <= set(page.evaluate(ARRIVED))
            page.evaluate(SETTLED)

        return page, release

    return open_late


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_before_the_fonts_and_by_a_line_at_most_when_they_come(late, viewport):
    moved = {}
    for name in PAGES:
        page, release = late(name, viewport=viewport)
        shift, before = page.evaluate("shift"), page.evaluate(TOPS)
        release()
        lines = max(abs(now - then) for now, then in zip(page.evaluate(TOPS), before, strict=False))
        page.close()
        if shift > 0.01 or lines > 1.1:
            moved[name] = (shift, lines)
    assert moved == {}


def test_the_style_sheet_of_the_fallback_fonts_is_what_the_shipped_fonts_give(chromium):
    page = chromium.new_page()
    assert CSS.read_text("utf-8") == style_sheet(page), f"Run `python -m {fallback_fonts.__name__}`"
    page.close()


def test_the_widths_of_installed_fonts_are_those_that_are_written_down(chromium):
    page = chromium.new_page()
    measured = {}
    for font in SYSTEM_FONTS:
        for cut, names in font.names.items():
            try:
                measured[font.name, cut] = measure(page, local_source(names), "400", 400)[0], font.widths[cut]
            except Error:
                continue
    page.close()
    assert all(found == pytest.approx(written, rel=0.002) for found, written in nonempty(measured).values()), measured
