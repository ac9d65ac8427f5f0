"""The maps by mouse and keyboard, and the list below them."""

import pytest

from tests.browser.test_browser import NARROW

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
CUT_NAMES = """[...document.querySelectorAll('.dossier-marker text')].filter(element => {
  const name = element.getBoundingClientRect(), seen = element.closest('.dossier-viewport').getBoundingClientRect()
  return [seen.left, seen.right].some(edge => name.left < edge - 1 && edge + 1 < name.right)
}).map(element => element.textContent)"""


@pytest.fixture
def map_page(tab, hosted):
    page = tab(hosted, viewport={"width": 1440, "height": 1200})
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-interactive")
    return page


def panel(page):
    return page.locator(".dossier-panel")


def marker_distance(page, place, other):
    """Return the horizontal distance in pixels between the markers of two places."""
    marks = [page.locator(f"a[href='#place-{name}'] :is(path, circle)").first for name in (place, other)]
    first, second = (box.bounding_box() for box in marks)
    return abs(first["x"] + first["width"] / 2 - second["x"] - second["width"] / 2)


def test_the_map_is_drawn_without_javascript_and_its_markers_link_to_the_list(tab, base, real, records):
    page = tab(base, java_script_enabled=False)
    page.goto(base + "map.html")
    located = {f"#place-{place.id}" for place in real.graph.dossier.places if place.has_coordinates}
    marks = page.eval_on_selector_all(".dossier-viewport a", "links => links.map(link => link.getAttribute('href'))")
    assert sorted(marks) == sorted(located)
    page.click("a[href='#place-lima']")
    assert page.locator("h3", has=page.locator(":target")).inner_text() == records["place:lima"]["name"]


def test_a_marker_opens_the_events_of_its_place(map_page, records):
    map_page.focus("a[href='#place-caracas']")
    map_page.keyboard.press("Enter")
    assert records["place:caracas"]["precision"].capitalize() in panel(map_page).inner_text()
    assert panel(map_page).locator("a[href='events/caracas-protest.html']").is_visible()
    map_page.keyboard.press("Escape")
    assert map_page.evaluate("document.activeElement.getAttribute('href')") == "#place-caracas"
    assert map_page.faults == []


def test_zooming_in_separates_close_markers(map_page):
    before = marker_distance(map_page, "cucuta", "simon-bolivar-bridge")
    for _ in range(4):
        map_page.locator("[aria-label='Zoom in']").first.click()
    map_page.evaluate(FRAME)
    assert marker_distance(map_page, "cucuta", "simon-bolivar-bridge") > 4 * max(before, 1)


def test_a_narrow_screen_shows_a_map_that_cuts_no_label_of_a_place(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-interactive")
    page.wait_for_function("[...document.querySelectorAll('.dossier-viewport svg')].every(svg => svg.style.transform)")
    page.evaluate(FRAME)
    assert page.evaluate(CUT_NAMES) == []


def test_a_map_fits_a_narrow_screen(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-zoom button")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.locator(".dossier-viewport").first.bounding_box()["width"] > 340


def test_the_zoom_buttons_do_not_cover_the_map(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + "map.html")
    buttons = page.locator(".dossier-zoom").first.bounding_box()
    assert buttons["y"] + buttons["height"] <= page.locator(".dossier-viewport").first.bounding_box()["y"]
