"""Diagrams of provenance: legible on every screen and on paper, and the same as their lists."""

import re

import pytest

from tests.browser.test_browser import NARROW, NUMBER, SCHEMES

INDEX = "sources/index.html"
FIGURE = ".dossier-provenance"
WIDTHS = (320, 390, 768, 1440, 1920)
BOXES = """() => [...document.querySelectorAll('.dossier-flow li')].filter(box => box.checkVisibility()).map(box => {
  const name = box.querySelector('b'), count = box.querySelector('small');
  const sizes = [name, count].map(words => parseFloat(getComputedStyle(words).fontSize)
    || parseFloat(getComputedStyle(words, '::after').fontSize));
  const { left, top, right, bottom } = box.getBoundingClientRect();
  return { name: name.textContent, left, top, right, bottom, smallest: Math.min(...sizes),
    overflow: name.scrollWidth - name.clientWidth };
})"""
LINES = """() => [...document.querySelectorAll('.dossier-flow path')].filter(path => path.checkVisibility())
.map(path => {
  const matrix = path.getScreenCTM(), length = path.getTotalLength();
  const ends = [0, length].map(at => path.getPointAtLength(at).matrixTransform(matrix)).map(({ x, y }) => [x, y]);
  return { ends, width: parseFloat(getComputedStyle(path).strokeWidth) };
})"""


def overlap(one, other):
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 1
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [INDEX, NUMBER, "disagreements/who-remains-loyal.html"])
def test_every_box_is_legible_and_apart_from_others(tab, hosted, width, path):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted + path)
    boxes = page.evaluate(BOXES)
    assert len(boxes) >= 4
    for box in boxes:
        assert box["smallest"] >= 11, box
        assert box["left"] >= 0 and box["right"] <= width, box
        assert box["overflow"] <= 1, box
    assert not [
        (box["name"], other["name"]) for box in boxes for other in boxes if box is not other and overlap(box, other)
    ]


@pytest.mark.parametrize("width", [390, 1440])
def test_every_line_joins_two_boxes_from_left_to_right_or_from_top_to_bottom(tab, hosted, width):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted + NUMBER)
    boxes = page.evaluate(BOXES)
    lines = page.evaluate(LINES)
    assert len(lines) >= 4
    along = 1 if width == 390 else 0
    ends = []
    for line in lines:
        start, end = line["ends"]
        assert start[along] < end[along]
        for x, y in (start, end):
            touching = [
                box
                for box in boxes
                if box["left"] - 3 <= x <= box["right"] + 3 and box["top"] - 3 <= y <= box["bottom"] + 3
            ]
            ends.append(len(touching))
        assert line["width"] >= 1
    assert ends.count(1) >= len(ends) - 2  # One line runs through a lane.
    assert max(ends) == 1


def test_a_screen_reader_gets_the_finding_the_columns_and_the_list(tab, hosted):
    page = tab(hosted)
    page.goto(hosted + NUMBER)
    snapshot = page.locator(FIGURE).aria_snapshot()
    finding = page.locator(f"{FIGURE} strong").inner_text()
    assert f'img "{finding}' in snapshot
    for name in ("We read", "Which relay", "Who said it"):
        assert f'list "{name}"' in snapshot
    page.click(f"{FIGURE} summary")
    entries = page.locator(f"{FIGURE} details li").all_inner_texts()
    assert entries and all(re.search(r": \d+ passages?$", entry) for entry in entries)


def test_boxes_lead_to_their_records(tab, base):
    page = tab(base, java_script_enabled=False)
    page.goto(base + NUMBER)
    name = page.locator(".dossier-flow .relay a b").first.inner_text()
    page.click(f".dossier-flow .relay a:has-text('{name}') >> nth=0")
    assert "/sources/" in page.url
    page.locator(FIGURE).wait_for()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("viewport", [NARROW, {"width": 1440, "height": 900}], ids=["narrow", "wide"])
@pytest.mark.parametrize("path", [INDEX, NUMBER])
def test_a_checker_finds_nothing_in_a_diagram(tab, hosted, axe, scheme, viewport, path):
    page = tab(hosted, color_scheme=scheme, viewport=viewport)
    page.goto(hosted + path)
    page.eval_on_selector(f"{FIGURE} details", "details => details.open = true")
    assert axe(page) == []
    assert page.faults == []


def test_on_paper_the_diagram_runs_from_left_to_right_with_its_list(tab, hosted):
    page = tab(hosted, viewport={"width": 680, "height": 900})
    page.goto(hosted + NUMBER)
    page.emulate_media(media="print")
    boxes = page.evaluate(BOXES)
    assert max(box["left"] for box in boxes) > 400
    assert page.locator(f"{FIGURE} summary").is_hidden()
    assert page.locator(f"{FIGURE} details li").first.is_visible()
