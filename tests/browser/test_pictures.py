"""The maps by mouse and keyboard, and the list below them."""

from itertools import combinations

import pytest
from playwright.sync_api import expect

from tests.browser.test_browser import NARROW

FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
LETTERS = """[...document.querySelectorAll('.dossier-map text')].map(text => {
  const box = text.getBoundingClientRect(), scale = text.getScreenCTM().a
  return [box.left, box.top, box.right, box.bottom, parseFloat(getComputedStyle(text).fontSize) * scale]
})"""
"""Of each text on the maps: its edges, and how high its letters are, in pixels."""


@pytest.fixture
def map_page(tab, hosted):
    page = tab(hosted, viewport={"width": 1440, "height": 1200})
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-interactive")
    return page


def marker_distance(page, place, other):
    """Return the horizontal distance in pixels between the markers of two places."""
    marks = [page.locator(f"a[href='#place-{name}'] :is(path, circle)").first for name in (place, other)]
    first, second = (box.bounding_box() for box in marks)
    return abs(first["x"] + first["width"] / 2 - second["x"] - second["width"] / 2)


def test_the_map_is_drawn_without_javascript_and_its_markers_link_to_the_list(tab, base, real, records):
    page = tab(base, java_script_enabled=False)
    page.goto(base + "map.html")
    located = {f"#place-{place.id}" for place in real.graph.dossier.places if place.has_coordinates}
    marks = page.eval_on_selector_all(".dossier-map a", "links => links.map(link => link.getAttribute('href'))")
    assert sorted(marks) == sorted(located)
    page.click("a[href='#place-lima']")
    assert page.locator("h3", has=page.locator(":target")).inner_text() == records["place:lima"]["name"]


def test_a_marker_leads_to_what_happened_at_its_place(map_page, records):
    map_page.focus("a[href='#place-caracas']")
    map_page.keyboard.press("Enter")
    heading = map_page.locator("h3", has=map_page.locator(":target"))
    assert heading.inner_text() == records["place:caracas"]["name"]
    assert map_page.locator("h3:has(:target) ~ ul a[href='events/caracas-protest.html']").is_visible()
    assert heading.bounding_box()["y"] < 400
    assert map_page.locator(".dossier-map").bounding_box()["y"] > 0
    assert map_page.faults == []


def test_a_marker_and_its_place_in_the_list_light_up_together(map_page):
    link, heading = map_page.locator("a[href='#place-lima']"), map_page.locator("h3", has_text="Lima")
    heading.hover()
    assert "dossier-lit" in link.get_attribute("class")
    map_page.mouse.move(0, 0)
    assert "dossier-lit" not in link.get_attribute("class")
    link.locator("text").hover()
    assert "dossier-lit" in heading.get_attribute("class")


def test_a_number_in_the_list_is_that_of_the_marker(map_page):
    marked = map_page.eval_on_selector_all(
        ".dossier-map a",
        "links => links.map(link => [link.getAttribute('href'), link.querySelector('.number').textContent])",
    )
    listed = map_page.eval_on_selector_all(
        "[data-number]",
        "marks => marks.map(mark => [`#${mark.id}`, getComputedStyle(mark, '::before').content.slice(1, -1)])",
    )
    assert sorted(marked) == sorted(listed) and len(marked) > 8


@pytest.mark.parametrize("width", [320, 390, 768, 1440, 1920])
def test_labels_are_legible_and_apart_at_every_width(tab, hosted, width):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-interactive")
    texts = page.evaluate(LETTERS)
    shown = [text for text in texts if text[2] > text[0]]
    assert len(shown) > 8 and min(size for *_, size in shown) > 10
    for (left, top, right, bottom, _), (other_left, other_top, other_right, other_bottom, _) in combinations(shown, 2):
        assert not (left < other_right and other_left < right and top < other_bottom - 3 and other_top < bottom - 3)


def test_zooming_in_separates_close_markers(map_page):
    before = marker_distance(map_page, "cucuta", "simon-bolivar-bridge")
    for _ in range(4):
        map_page.locator("[aria-label='Zoom in']").first.click()
    map_page.evaluate(FRAME)
    assert marker_distance(map_page, "cucuta", "simon-bolivar-bridge") > 4 * max(before, 1)


def test_a_map_fits_a_narrow_screen(tab, hosted):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-zoom button")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.locator(".dossier-viewport").first.bounding_box()["width"] > 340


def test_a_finger_on_the_map_scrolls_the_page_until_the_map_is_zoomed(tab, hosted):
    page = tab(hosted, viewport=NARROW, has_touch=True, is_mobile=True)
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-zoom button")
    drawing = page.locator(".dossier-viewport > svg").first
    expect(drawing).to_have_css("touch-action", "auto")
    page.locator("[aria-label='Zoom in']").tap()
    expect(drawing).to_have_css("touch-action", "none")
