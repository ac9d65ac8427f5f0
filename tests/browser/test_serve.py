"""Under `dossier serve`, a page reloads in place when the site changes, and shows the findings of the check."""

import pytest

from tests.build.conftest import MAX_WAIT, project, replace, serve, start  # noqa: F401 (fixtures)
from tests.build.test_serve import NEW_SUMMARY, NUMBER, OLD_SUMMARY, PAGE

PANEL = "section[aria-label=Findings]"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_page_reloads_where_the_reader_is_and_shows_and_hides_findings(project, serve, tab, width):  # noqa: F811
    server = serve(project)
    page = tab(f"http://{server.address}/", viewport={"width": width, "height": 400})
    page.set_default_timeout(1000 * MAX_WAIT)
    page.goto(f"http://{server.address}/{PAGE}")
    page.evaluate("scrollTo(0, 120)")
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    page.get_by_text(NEW_SUMMARY).first.wait_for()
    assert page.evaluate("scrollY") == 120
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
