"""Disagreements in a real browser: answers side by side where there is room, and their marks."""

import pytest

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PAGE = "disagreements/who-remains-loyal.html"
INDEX = "disagreements/index.html"
TOPS = """(selector) => [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect())
  .map(({ left, top, bottom, right }) => ({ left, top, bottom, right }))"""

BOXES = """(mark) => [mark.closest(".dossier-statement"), document.querySelector(".dossier-card")]
  .map((element) => element.getBoundingClientRect().toJSON())"""


def columns(page, selector):
    """How many boxes are in the first row, and whether none overlaps with another."""
    boxes = page.evaluate(TOPS, selector)
    assert boxes
    apart = all(
        box["right"] <= following["left"] or following["right"] <= box["left"] or box["bottom"] <= following["top"]
        for index, box in enumerate(boxes)
        for following in boxes[index + 1 :]
    )
    return sum(box["top"] == boxes[0]["top"] for box in boxes), apart


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("disagreements/one-uprising-or-two.html", 1440, 2),
        ("disagreements/how-many-defected.html", 1440, 3),
        (PAGE, 1440, 4),
        (PAGE, 1920, 4),
        (PAGE, 768, 2),
        (PAGE, 390, 1),
        (PAGE, 320, 1),
    ],
)
def test_the_answers_are_side_by_side_where_there_is_room(tab, hosted, name, width, expected):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted + name)
    assert columns(page, ".dossier-positions > li") == (expected, True)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "expected"), [(1440, 4), (390, 1)])
def test_a_card_of_the_index_has_its_answers_side_by_side_where_there_is_room(tab, hosted, width, expected):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted + INDEX)
    assert columns(page, ".dossier-faceoff:first-of-type .dossier-columns-4 > li")[0] == expected


def test_the_first_answers_are_on_the_first_screen(tab, hosted):
    page = tab(hosted, viewport=WIDE)
    page.goto(hosted + "disagreements/how-many-defected.html")
    assert all(box["bottom"] < 900 for box in page.evaluate(TOPS, ".dossier-answer"))
    page.goto(hosted + INDEX)
    assert page.evaluate(TOPS, ".dossier-faceoff")[0]["bottom"] < 900


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", [PAGE, INDEX])
def test_the_mark_of_an_answer_opens_a_card_that_does_not_cover_it(tab, base, viewport, name):
    page = tab(base, viewport=viewport)
    page.goto(base + name)
    mark = page.locator(".dossier-positions sup > a, .dossier-faceoff sup > a").first
    mark.click()
    page.wait_for_selector(".dossier-card:popover-open")
    key = mark.evaluate("link => link.parentElement.dataset.for.split('#')[1]")
    assert page.locator(f".dossier-card .dossier-actions a[href$='#s-{key}']").is_visible()
    box, card = mark.evaluate(BOXES)
    across = card["left"] < box["right"] and box["left"] < card["right"]
    assert not (across and card["top"] < box["bottom"] - 1 and box["top"] < card["bottom"] - 1)
    page.keyboard.press("Escape")
    assert page.faults == []


def test_further_passages_unfold_without_javascript(tab, hosted):
    page = tab(hosted, java_script_enabled=False)
    page.goto(hosted + "disagreements/how-many-defected.html")
    further = page.locator(".dossier-positions details blockquote").first
    assert not further.is_visible()
    page.locator(".dossier-positions summary").first.click()
    assert further.is_visible()
