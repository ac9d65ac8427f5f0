"""The page Relationships: names with lines between them, what a choice lights, filters, and no script at all."""

import re
from itertools import combinations

import pytest

from tests.browser.test_browser import NARROW, SCHEMES
from tests.helpers import nonempty

WIDE = {"width": 1440, "height": 1000}
MAX_HEIGHT_ON_A_PHONE = 8000
LINES = ".dossier-tie"
LIT = "groups => groups.filter(group => group.matches('.dossier-lit')).map(group => group.dataset.ends.split(' '))"
LISTED = "items => items.filter(item => !item.hidden).map(item => item.id).sort()"
NAMES = """links => links.filter(link => link.checkVisibility()).map(link => {
  const { left, top, right, bottom } = link.getBoundingClientRect()
  return [parseFloat(getComputedStyle(link).fontSize), left, top, right, bottom]
})"""
"""Of each name in the picture: how high its letters are, and its edges, in pixels."""
FILLS = """shapes => shapes.map(shape => {
  const fill = getComputedStyle(shape).fill, parts = fill.match(/[\\d.]+/g).map(Number)
  return parts.map(part => fill.startsWith('color(') ? Math.round(part * 255) : part)
})"""
ENDS = """() => {
  const frame = document.querySelector('.dossier-picture').getBoundingClientRect()
  return [...document.querySelectorAll('.dossier-tie')].map(tie => {
    const [start] = tie.querySelector('path').getAttribute('d').slice(1).split('C')
    const [x, y] = start.split(' ').map(Number)
    const box = document.getElementById(tie.dataset.ends.split(' ')[0]).getBoundingClientRect()
    return [x + frame.left, y + frame.top, box.left, box.top, box.right, box.bottom]
  })
}"""
"""Of each line: where it starts, and the edges of the name that it starts from."""


@pytest.fixture
def relationships(tab, base):
    page = tab(base, viewport=WIDE)
    page.goto(base + "network.html")
    page.wait_for_selector(LINES)
    return page


@pytest.fixture
def relations(real):
    return [(actor, relation) for actor in real.graph.dossier.actors for relation in actor.relations]


def panel(page):
    return page.locator(".dossier-panel")


def name(page, actor):
    return page.locator(f".dossier-picture [id='{actor}'] a")


def luminance(colour):
    linear = [part / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour[:3]]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(colour, other):
    """Return the contrast ratio of two colours in parts of 255 (WCAG 2.2)."""
    least, most = sorted(map(luminance, (colour, other)))
    return (most + 0.05) / (least + 0.05)


def test_every_relationship_is_listed_with_its_evidence_without_javascript(tab, base, relations, real):
    page = tab(base, java_script_enabled=False)
    page.goto(base + "network.html")
    assert page.locator("#dossier-relations .dossier-relation").count() == len(relations) > 0
    assert page.locator(".dossier-relation:has(sup a[href*='#p-'])").count() == len(relations)
    assert not page.locator(".dossier-picture").is_visible()
    links = page.eval_on_selector_all("#dossier-relations a", "links => links.map(link => link.getAttribute('href'))")
    assert {f"actors/{actor.id}.html" for actor in real.graph.dossier.actors} <= set(links)
    assert not page.locator(".dossier-choice").is_visible() and not page.locator(".dossier-keys").is_visible()
    assert all(page.eval_on_selector_all(".dossier-relation", "items => items.map(item => item.checkVisibility())"))


def test_each_actor_with_a_relationship_has_one_anchor(relationships, relations):
    for actor in {actor.id for actor, _ in relations} | {relation.to for _, relation in relations}:
        assert relationships.locator(f"[id='{actor}']").count() == 1


@pytest.mark.parametrize("viewport", [NARROW, WIDE, {"width": 768, "height": 1000}, {"width": 320, "height": 700}])
def test_all_names_are_legible_inside_the_picture_and_apart(tab, hosted, viewport):
    page = tab(hosted, viewport=viewport)
    page.goto(hosted + "network.html")
    page.wait_for_selector(LINES, state="attached")
    page.get_by_role("button", name="Show all").click()
    names = page.eval_on_selector_all(".dossier-picture li a", NAMES)
    assert len(names) > 40
    assert min(size for size, *_ in names) >= 11
    assert all(left >= 0 and right <= viewport["width"] for _, left, _, right, _ in names)
    for (_, left, top, right, bottom), (_, other_left, other_top, other_right, other_bottom) in combinations(names, 2):
        assert not (left < other_right and other_left < right and top < other_bottom - 1 and other_top < bottom - 1)


@pytest.mark.parametrize("viewport", [NARROW, WIDE])
def test_each_line_starts_beside_its_name(tab, hosted, viewport):
    page = tab(hosted, viewport=viewport)
    page.goto(hosted + "network.html")
    page.wait_for_selector(LINES, state="attached")
    for x, y, left, top, right, bottom in nonempty(page.evaluate(ENDS)):
        assert top < y < bottom
        assert min(abs(x - left), abs(x - right)) < 8


def test_every_name_in_the_picture_has_a_line(relationships):
    ends = relationships.eval_on_selector_all(LINES, "groups => groups.flatMap(group => group.dataset.ends.split(' '))")
    shown = relationships.eval_on_selector_all(".dossier-picture li", "items => items.map(item => item.id)")
    assert set(shown) == set(ends) and 20 < len(shown) <= 40


def test_the_page_chooses_the_same_names_as_the_script(tab, hosted):
    ids = []
    for is_scripted in (True, False):
        page = tab(hosted, java_script_enabled=is_scripted)
        page.goto(hosted + "network.html")
        ids.append(page.eval_on_selector_all(".dossier-picture li", "items => items.map(item => item.id)"))
    assert ids[0] == ids[1]


def test_a_name_lights_its_lines_and_opens_its_relationships(relationships, records, relations):
    page = relationships
    name(page, "juan-guaido").hover()
    assert all("juan-guaido" in ends for ends in nonempty(page.eval_on_selector_all(LINES, LIT)))
    name(page, "juan-guaido").click()
    assert panel(page).locator("h2").inner_text() == records["actor:juan-guaido"]["name"]
    expected = [pair for pair in relations if "juan-guaido" in (pair[0].id, pair[1].to)]
    assert panel(page).locator("li").count() == len(expected)
    assert len(page.eval_on_selector_all(LINES, LIT)) == len(expected)
    assert page.faults == []


def test_a_phone_shows_only_the_lines_of_a_chosen_name(tab, base, relations):
    page = tab(base, viewport=NARROW)
    page.goto(base + "network.html")
    page.wait_for_selector(LINES, state="attached")
    assert page.locator(".dossier-hint").is_visible()
    assert page.locator(LINES).filter(visible=True).count() == 0
    name(page, "juan-guaido").click()
    page.locator(f"{LINES}.dossier-lit").first.wait_for()
    expected = [pair for pair in relations if "juan-guaido" in (pair[0].id, pair[1].to)]
    assert page.locator(LINES).filter(visible=True).count() == len(expected)


def test_each_side_says_how_many_of_its_names_are_shown(relationships):
    page = relationships
    section = page.locator("section[data-side='foreign-backing-maduro']")
    shown, _, count, _ = section.locator("h2 small").inner_text().split()
    assert section.locator("li").count() == int(shown) < int(count)
    page.get_by_role("button", name="Show all").click()
    assert section.locator("li").count() == int(count)
    assert section.locator("h2 small").inner_text() == ""


@pytest.mark.parametrize("width", [1024, 1440, 1920])
def test_the_preview_of_a_name_covers_no_controls(tab, hosted, width):
    page = tab(hosted, viewport={"width": width, "height": 1000})
    page.goto(hosted + "network.html")
    page.wait_for_selector(LINES)
    rail = page.locator(".dossier-rail").bounding_box()
    for link in page.locator(".dossier-column li:nth-child(2) > a").all():
        link.hover()
        page.locator(".dossier-card").wait_for()
        card = page.locator(".dossier-card").bounding_box()
        is_beside = card["x"] + card["width"] <= rail["x"] or card["x"] >= rail["x"] + rail["width"]
        assert is_beside or card["y"] >= rail["y"] + rail["height"]
        page.mouse.move(2, 2)
        page.locator(".dossier-card").wait_for(state="hidden")


def test_the_keyboard_chooses_a_name_and_escape_returns_to_it(relationships):
    page = relationships
    name(page, "united-states").focus()
    page.keyboard.press("Enter")
    assert panel(page).is_visible()
    page.keyboard.press("Escape")
    assert not panel(page).is_visible()
    assert page.evaluate("document.activeElement.parentElement.id") == "united-states"
    assert all("united-states" in ends for ends in nonempty(page.eval_on_selector_all(LINES, LIT)))


def test_a_relationship_in_the_panel_opens_its_evidence(relationships):
    page = relationships
    name(page, "juan-guaido").click()
    panel(page).locator("sup a").first.click()
    page.locator(".dossier-card").wait_for()


def test_an_anchor_of_an_actor_who_is_not_shown_adds_the_actor(tab, base, relations):
    page = tab(base, viewport=WIDE)
    page.goto(base + "network.html")
    page.wait_for_selector(LINES)
    shown = set(page.eval_on_selector_all(".dossier-picture li", "items => items.map(item => item.id)"))
    hidden = next(actor.id for actor, _ in relations if actor.id not in shown)
    page.goto(f"{base}index.html")
    page.goto(f"{base}network.html#{hidden}")
    page.wait_for_selector(f".dossier-picture [id='{hidden}'].dossier-lit")
    assert panel(page).is_visible()
    assert page.faults == []


def test_an_anchor_of_a_relationship_opens_its_list(tab, base):
    page = tab(base, viewport=WIDE)
    page.goto(base + "network.html#relation-juan-guaido-0")
    page.wait_for_selector("#relation-juan-guaido-0", state="visible")


def test_a_filter_applies_to_picture_and_list_and_is_kept_in_the_address(relationships, relations):
    page = relationships
    page.click(".dossier-choice > summary")
    page.check("input[name=relation][value=recognises]")
    page.check("input[name=source][value='source:epoch-times-silva']")
    listed = page.eval_on_selector_all(".dossier-relation", LISTED)
    assert 0 < len(listed) < len(relations) and "relation-canada-0" in listed
    assert page.locator(LINES).count() == len(listed)
    assert page.locator("output").inner_text().startswith(f"{len(listed)} of {len(relations)} relationships")
    page.reload()
    page.wait_for_selector(LINES)
    assert page.eval_on_selector_all(".dossier-relation", LISTED) == listed
    page.click("text=Show everything again")
    page.get_by_text(f"{len(relations)} relationships,", exact=False).wait_for()
    assert len(page.eval_on_selector_all(".dossier-relation", LISTED)) == len(relations)
    assert page.faults == []


def test_each_field_of_the_matrix_opens_its_list(tab, base, relations):
    page = tab(base, viewport=WIDE)
    page.goto(base + "actors/index.html")
    links = page.locator(".dossier-matrix td a")
    texts = links.locator("b").all_inner_texts()
    assert sum(int(text) for text in texts) == len(relations)
    counted = sum(int(text) for text in links.first.locator("b").all_inner_texts())
    anchor = links.first.get_attribute("href").partition("#")[2]
    links.first.click()
    page.wait_for_url(f"**/network.html#{anchor}")
    page.wait_for_selector(f"[id='{anchor}'] .dossier-relation", state="visible")
    assert page.locator(f"[id='{anchor}'] .dossier-relation").count() == counted


@pytest.mark.parametrize("name", ["network.html", "actors/index.html"])
def test_a_phone_shows_the_page_uncropped(tab, hosted, name):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + name)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.scrollingElement.scrollHeight") < MAX_HEIGHT_ON_A_PHONE


def test_sides_differ_by_shape_and_by_colour(relationships):
    shapes = relationships.locator(".dossier-filters polygon")
    points = shapes.evaluate_all("shapes => shapes.map(shape => shape.getAttribute('points'))")
    fills = [tuple(fill) for fill in shapes.evaluate_all(FILLS)]
    assert len(points) == len(set(points)) == len(set(fills)) > 4


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_accessibility_checker_finds_nothing_with_a_choice_open(tab, hosted, axe, scheme):
    page = tab(hosted, viewport=WIDE, color_scheme=scheme, reduced_motion="reduce")
    page.goto(hosted + "network.html")
    page.wait_for_selector(LINES)
    page.click(".dossier-choice > summary")
    page.locator("#dossier-relations summary").first.click()
    page.evaluate("scrollTo(0, 0)")  # What the header covers in part is no target.
    assert axe(page) == []
    name(page, "juan-guaido").click()
    assert axe(page) == []
    page.goto(hosted + "actors/index.html")
    assert axe(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_sides_contrast_with_a_light_and_a_dark_background(tab, hosted, scheme):
    page = tab(hosted, color_scheme=scheme)
    page.goto(hosted + "network.html")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ground = [int(part) for part in re.findall(r"\d+", ground)]
    fills = page.eval_on_selector_all(".dossier-picture polygon", FILLS)
    assert min(contrast(fill, ground) for fill in nonempty(fills)) >= 3
