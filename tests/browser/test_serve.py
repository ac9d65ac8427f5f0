"""Under `dossier serve`, a page reloads in place when the site changes, and shows the findings of the check."""

import pytest

from tests.build.conftest import MAX_WAIT, project, replace, serve, start  # noqa: F401 (fixtures)
from tests.build.test_serve import NEW_SUMMARY, NUMBER, OLD_SUMMARY, PAGE

PANEL = "section[aria-label=Findings]"
READY = "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
"""The fonts are there, and what they have moved is drawn: before, a browser restores the position in other lines."""
FIRST = """() => [...document.querySelectorAll('article *')].findIndex(element =>
  element.getBoundingClientRect().top > document.querySelector('.md-header').getBoundingClientRect().bottom)"""
"""The first element that begins in view."""
TOP = """index => {
  const element = document.querySelectorAll('article *')[index]
  return [element.getBoundingClientRect().top, parseFloat(getComputedStyle(element).lineHeight)]
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_a_page_reloads_where_the_reader_is_and_shows_and_hides_findings(project, serve, tab, width):  # noqa: F811
    server = serve(project)
    page = tab(f"http://{server.address}/", viewport={"width": width, "height": 400})
    page.set_default_timeout(1000 * MAX_WAIT)
    page.goto(f"http://{server.address}/{PAGE}")
    page.evaluate(READY)
    page.evaluate("scrollTo(0, 120)")
    first = page.evaluate(FIRST)
    top, line = page.evaluate(TOP, first)
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    page.get_by_text(NEW_SUMMARY).first.wait_for()
    page.evaluate(READY)
    assert abs(page.evaluate(TOP, first)[0] - top) < line < 120
    assert page.locator(PANEL).is_hidden()
    replace(project / NUMBER, "value: 567", "value: 568")
    page.locator(PANEL).get_by_text(f"{NUMBER}:1:8: ").wait_for()
    assert page.locator(PANEL).bounding_box()["width"] == width
    page.get_by_role("button", name="Close").click()
    assert page.locator(PANEL).is_hidden()
    replace(project / NUMBER, NEW_SUMMARY, OLD_SUMMARY)
    page.locator(PANEL).get_by_text(f"{NUMBER}:1:8: ").wait_for()
    replace(project / NUMBER, "value: 568", "value: 567")
    page.locator(PANEL).wait_for(state="hidden")
    assert page.faults == []


def test_many_tabs_are_open_and_all_reload(project, serve, chromium):  # noqa: F811
    server = serve(project)
    context = chromium.new_context()
    context.set_default_timeout(1000 * MAX_WAIT)
    pages = [context.new_page() for _ in range(8)]
    for page in pages:
        page.goto(f"http://{server.address}/{PAGE}")
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    for page in pages:
        page.get_by_text(NEW_SUMMARY).first.wait_for()
    pages[0].close()
    replace(project / NUMBER, NEW_SUMMARY, OLD_SUMMARY)
    for page in pages[1:]:
        page.get_by_text(OLD_SUMMARY, exact=True).first.wait_for()
    context.close()
