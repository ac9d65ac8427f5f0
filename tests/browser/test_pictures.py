"""The network and the maps by mouse and keyboard, and the lists below them."""

import re
from itertools import combinations

import pytest

from tests.browser.test_browser import NARROW, SCHEMES

FILLS = """[...document.querySelectorAll('.dossier-side-marker polygon')].map(element => {
  const fill = getComputedStyle(element).fill, parts = fill.match(/[\\d.]+/g).map(Number)
  return `rgb(${parts.map(part => fill.startsWith('color(') ? Math.round(part * 255) : part).join(',')})`
})"""
CANVAS = "document.querySelector('.dossier-canvas')"
NAMES = """(() => {
  const { cy } = document.querySelector('.dossier-canvas')._cyreg, zoom = cy.zoom()
  return cy.nodes(':visible').filter(element => element.style('label')).map(element => {
    const box = element.renderedBoundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false })
    const size = parseFloat(element.style('font-size')) * zoom
    return [size, box.x1 + size / 3, box.y1 + size / 3, box.x2 - size / 3, box.y2 - size / 3]
  })
})()"""
"""Of each name in the picture: how high its letters are, and its edges, in pixels."""
DRAWN = "document.querySelector('.dossier-canvas')._cyreg.cy.nodes().map(element => element.style('background-color'))"
POSITIONS = (
    "document.querySelector('.dossier-canvas')._cyreg.cy.nodes().map(element => [element.id(), element.position()])"
)
SHOWN = "document.querySelector('.dossier-canvas')._cyreg.cy.edges(':visible').map(element => element.id()).sort()"
LISTED = (
    "[...document.querySelectorAll('#dossier-relations .dossier-relation:not([hidden])')].map(item => item.id).sort()"
)
FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
CUT_NAMES = """[...document.querySelectorAll('.dossier-marker text')].filter(element => {
  const name = element.getBoundingClientRect(), seen = element.closest('.dossier-viewport').getBoundingClientRect()
  return [seen.left, seen.right].some(edge => name.left < edge - 1 && edge + 1 < name.right)
}).map(element => element.textContent)"""
AT = """id => {
  const canvas = document.querySelector('.dossier-canvas'), box = canvas.getBoundingClientRect()
  const element = canvas._cyreg.cy.getElementById(id)
  const at = element.isNode() ? element.renderedPosition() : element.renderedMidpoint()
  return [box.left + at.x, box.top + at.y]
}"""


def open_network(tab, base):
    """Open the network and scroll to the graph."""
    page = tab(base, viewport={"width": 1440, "height": 1200})
    page.goto(base + "network.html")
    page.wait_for_selector(".dossier-canvas canvas")
    page.locator(".dossier-stage").scroll_into_view_if_needed()
    page.evaluate(FRAME)  # Scripts notice the scrolling in the next frame.
    return page


@pytest.fixture
def network(tab, hosted):
    return open_network(tab, hosted)


@pytest.fixture
def network_anywhere(tab, base):
    return open_network(tab, base)


@pytest.fixture
def map_page(tab, hosted):
    page = tab(hosted, viewport={"width": 1440, "height": 1200})
    page.goto(hosted + "map.html")
    page.wait_for_selector(".dossier-interactive")
    return page


def panel(page):
    return page.locator(".dossier-panel")


def contrast(colour, other):
    """Return the contrast ratio of two colours `rgb(r, g, b)` (WCAG 2.2)."""
    least, most = sorted(map(_luminance, (colour, other)))
    return (most + 0.05) / (least + 0.05)


def _luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def marker_distance(page, place, other):
    """Return the horizontal distance in pixels between the markers of two places."""
    marks = [page.locator(f"a[href='#place-{name}'] :is(path, circle)").first for name in (place, other)]
    first, second = (box.bounding_box() for box in marks)
    return abs(first["x"] + first["width"] / 2 - second["x"] - second["width"] / 2)


def test_every_relation_is_listed_with_its_passages_without_javascript(tab, base, real):
    page = tab(base, java_script_enabled=False)
    page.goto(base + "network.html")
    relations = [relation for actor in real.graph.dossier.actors for relation in actor.relations]
    passages = sum(len(relation.passages) for relation in relations)
    assert page.locator(".dossier-relation").count() == len(relations) > 0
    assert page.locator(".dossier-relation blockquote").count() == passages
    assert not page.locator(".dossier-canvas").is_visible()


def test_every_actor_is_on_the_network_page(network, real):
    named = network.eval_on_selector_all(
        "#dossier-relations a", "links => links.map(link => link.getAttribute('href'))"
    )
    assert {f"actors/{actor.id}.html" for actor in real.graph.dossier.actors} <= set(named)


def test_a_click_on_an_actor_in_the_graph_opens_the_actor(network_anywhere, records):
    network = network_anywhere
    network.mouse.click(*network.evaluate(AT, "juan-guaido"))
    assert panel(network).locator("h3").inner_text() == records["actor:juan-guaido"]["name"]
    assert panel(network).locator("a[href='actors/popular-will.html']").is_visible()
    assert network.faults == []


def test_a_click_on_an_edge_of_the_graph_opens_its_passages(network, records):
    network.mouse.click(*network.evaluate(AT, "relation-amanda-lapo-0"))
    assert panel(network).inner_text().startswith("×\n" + records["actor:amanda-lapo"]["name"])
    assert panel(network).locator("blockquote").first.is_visible()
    panel(network).get_by_text("View in source").first.click()
    network.wait_for_url("**/texts/*.html#p-*")


def test_the_keyboard_selects_actors_and_escape_returns(network):
    network.focus(".dossier-canvas")
    network.keyboard.press("ArrowRight")
    network.keyboard.press("Enter")
    first = network.locator(".dossier-actor h3").first.inner_text()
    assert panel(network).locator("h3").inner_text() == first
    network.keyboard.press("Escape")
    assert not panel(network).is_visible()
    assert network.evaluate("document.activeElement.className").startswith("dossier-canvas")


def test_a_filter_applies_to_graph_and_list_and_is_kept_in_the_address(network_anywhere, real):
    network = network_anywhere
    count = sum(len(actor.relations) for actor in real.graph.dossier.actors)
    network.check("input[name=relation][value=recognises]")
    network.check("input[name=source][value='source:epoch-times-silva']")
    ids = network.evaluate(SHOWN)
    assert ids == network.evaluate(LISTED) and "relation-canada-0" in ids
    assert network.locator("output").inner_text() == f"{len(ids)} of {count} relationships"
    network.reload()
    network.wait_for_selector(".dossier-canvas canvas")
    assert network.evaluate(SHOWN) == ids
    network.click("text=Show all")
    network.wait_for_function("() => document.querySelector('output').textContent.startsWith('All')")
    assert len(network.evaluate(SHOWN)) == count
    assert network.faults == []


def test_the_layout_of_the_graph_is_always_the_same(network):
    before = network.evaluate(POSITIONS)
    network.reload()
    network.wait_for_selector(".dossier-canvas canvas")
    assert network.evaluate(POSITIONS) == before


def test_sides_differ_by_shape_and_by_colour(network):
    look = "shapes => shapes.map(shape => [shape.getAttribute('points'), getComputedStyle(shape).fill])"
    shown = network.eval_on_selector_all(".dossier-filters polygon", look)
    assert len(shown) > 4
    assert all(len(set(column)) == len(shown) for column in zip(*shown, strict=True))


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1440, "height": 900}])
def test_names_in_the_whole_graph_are_legible_inside_it_and_apart(tab, hosted, viewport):
    page = tab(hosted, viewport=viewport)
    page.goto(hosted + "network.html")
    page.wait_for_selector(".dossier-canvas canvas")
    page.click(".dossier-network [aria-label='Show everything']")
    names = page.evaluate(NAMES)
    width, height = page.evaluate("(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(" + CANVAS + ")")
    assert len(names) > 9
    assert min(size for size, *_ in names) >= 10.9
    assert all(left >= 0 and right <= width and top >= 0 and bottom <= height for _, left, top, right, bottom in names)
    for (_, left, top, right, bottom), (_, other_left, other_top, other_right, other_bottom) in combinations(names, 2):
        assert not (left < other_right and other_left < right and top < other_bottom and other_top < bottom)


@pytest.mark.parametrize("name", ["map.html", "network.html"])
def test_the_zoom_buttons_do_not_cover_the_picture(tab, hosted, name):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + name)
    buttons = page.locator(".dossier-zoom").first.bounding_box()
    assert (
        buttons["y"] + buttons["height"] <= page.locator(".dossier-viewport, .dossier-canvas").first.bounding_box()["y"]
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_sides_contrast_with_a_light_and_a_dark_background(tab, hosted, scheme):
    page = tab(hosted, color_scheme=scheme)
    page.goto(hosted + "network.html")
    page.wait_for_selector(".dossier-canvas canvas")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    listed, drawn = page.evaluate(FILLS), page.evaluate(DRAWN)
    assert set(drawn) <= set(listed) and len(set(drawn)) > 4
    assert min(contrast(colour, ground) for colour in listed) >= 3


def test_the_graph_changes_its_colours_with_the_scheme(network):
    before = network.evaluate(DRAWN)
    network.click("label[title=Dark]")
    network.wait_for_function(f"before => String({DRAWN}) !== before", arg=",".join(before))
    assert set(network.evaluate(DRAWN)) <= set(network.evaluate(FILLS))


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


@pytest.mark.parametrize("name", ["map.html", "network.html"])
def test_a_picture_fits_a_narrow_screen(tab, hosted, name):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + name)
    page.wait_for_selector(".dossier-zoom button")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.locator(".dossier-viewport, .dossier-canvas").first.bounding_box()["width"] > 340
