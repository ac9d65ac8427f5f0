"""The text of a source: its notes and underlines, what cites a passage, and reading it beside a record."""

import pytest

from tests.browser.test_cards import CARD, COVERED, MARK, NUMBER, PHONE

TEXT = "texts/wnu-defected-567.html"
FOLDED = "texts/hotair-soldiers-defect.html"
PANEL = ".dossier-reading"
FRAME = f"{PANEL} iframe.dossier-loaded"
OVERLAPPING = "document.querySelector('.dossier-text [data-of]').dataset.of"
ARRIVED = "() => document.activeElement === document.querySelector('mark:target')"
LIT = """anchor => [...document.querySelectorAll('.dossier-text mark')]
  .filter(mark => (mark.id || mark.dataset.of) === anchor)
  .map(mark => getComputedStyle(mark).backgroundColor)"""
INSIDE = """anchor => [...document.getElementById(anchor).querySelectorAll('mark')]
  .map(mark => getComputedStyle(mark).backgroundColor)"""
CHARACTERS = """() => {
  const line = [...document.querySelectorAll('.dossier-line > p')].find(line => line.textContent.length > 250)
  return line.textContent.length / (line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight))
}"""
TOPS = """() => [...document.querySelectorAll('.dossier-text > .dossier-line:has(> .dossier-notes)')].map(line => {
  const [text, notes] = [...line.children].map(part => part.getBoundingClientRect())
  const offset = Math.abs(notes.top - text.top)
  return { beside: notes.left >= text.right, offset, below: notes.top >= text.bottom - 1 }
})"""
SELECTED = """() => {
  const range = document.createRange()
  range.selectNodeContents(document.querySelector('.dossier-text'))
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""
CLOSED = f"() => !document.querySelector('{PANEL}')"


def beside(page):
    """Open the text of a record's first passage beside it, from its card."""
    page.click(f"{MARK} >> nth=0")
    page.click(f"{CARD} >> text=Read it in context")
    page.wait_for_selector(FRAME)
    return page.frame_locator(FRAME)


def test_a_line_of_the_text_has_about_65_characters_and_its_notes_beside_it(opened):
    page = opened(TEXT, viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    page.goto(page.url)
    lines = page.evaluate(TOPS)
    assert len(lines) > 5 and all(line["beside"] and line["offset"] < 12 for line in lines)
    assert 52 <= page.evaluate(CHARACTERS) <= 70


def test_on_a_phone_the_notes_are_below_their_line_and_folded(opened):
    page = opened(TEXT, **PHONE)
    lines = page.evaluate(TOPS)
    assert len(lines) > 5 and all(line["below"] for line in lines)
    assert page.locator(".dossier-notes li:visible").count() == 0
    page.tap(".dossier-notes summary >> nth=2")
    assert page.locator(".dossier-notes .dossier-citing:visible").count() > 0


def test_notes_unfold_over_the_margin_without_moving_the_text(opened):
    page = opened(TEXT, viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    top = page.locator(".dossier-line > p").nth(8).bounding_box()["y"]
    page.click(".dossier-notes summary >> nth=1")
    page.wait_for_selector(".dossier-notes details[open] .dossier-citing")
    assert page.locator(".dossier-line > p").nth(8).bounding_box()["y"] == top


def test_a_copy_of_the_text_has_no_notes(opened, data):
    page = opened(FOLDED, viewport={"width": 1440, "height": 900})
    page.evaluate("document.querySelectorAll('.dossier-text details').forEach(details => { details.open = true })")
    page.evaluate(SELECTED)
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    notes = page.locator(".dossier-citing a").all_text_contents()
    assert "Rather than backing Guaido" in copied and "Trending on HotAir Videos" in copied
    assert "Cited by" not in copied and notes and not [note for note in notes if len(note) > 40 and note in copied]


def test_what_is_no_evidence_is_folded_and_the_rest_is_not(opened):
    page = opened(FOLDED, java_script_enabled=False)
    assert page.locator("text=Trending on HotAir Videos").count() == 1
    assert not page.is_visible("text=Trending on HotAir Videos")
    page.locator("summary", has_text="Boilerplate, not used as evidence").click()
    assert page.is_visible("text=Trending on HotAir Videos")
    assert page.locator(".dossier-excluded mark").count() == 0


def test_pointing_at_a_note_lights_the_passages_of_its_record(opened):
    page = opened(TEXT, viewport={"width": 1440, "height": 900})
    note = page.locator(".dossier-beside a").nth(1)
    path = note.get_attribute("href").partition("#")[0]
    note.hover()
    page.wait_for_selector(".dossier-text mark.dossier-highlight")
    for anchor in page.eval_on_selector_all(
        "mark.dossier-highlight", "marks => marks.map(mark => mark.id || mark.dataset.of)"
    ):
        row = page.locator(f".dossier-cited-by > li:has(> a[href='#{anchor}'])")
        assert any(
            href.startswith(path)
            for href in row.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        )


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "phone"])
def test_a_passage_shows_what_cites_it_and_the_passages_around_it(opened, options):
    page = opened(TEXT, **options)
    inner = page.locator(".dossier-text mark mark:not(:has(mark))").first
    anchors = inner.evaluate("""mark => {
      const anchors = []
      for (; mark; mark = mark.parentElement.closest('mark')) anchors.push(mark.id || mark.dataset.of)
      return anchors
    }""")
    inner.tap() if options else inner.click()
    page.wait_for_selector(CARD)
    rows = page.locator(f"{CARD} li")
    assert rows.count() == len(anchors) > 1
    for at, anchor in enumerate(anchors):
        listed = page.locator(f".dossier-cited-by > li:has(> a[href='#{anchor}'])")
        assert rows.nth(at).locator("a").all_text_contents() == listed.locator("a").all_text_contents()
    assert not page.evaluate(COVERED)
    rows.nth(0).locator("a").nth(1).click()
    page.wait_for_selector(".dossier-statement:target")
    assert page.faults == []


def test_a_passage_that_others_overlap_is_lit_whole_and_in_one_strength(opened):
    page = opened(TEXT)
    anchor = page.evaluate(OVERLAPPING)
    page.goto(f"{page.url}#{anchor}")
    page.wait_for_selector(".dossier-cited-by li.dossier-target", state="attached")
    page.mouse.move(0, 0)
    lit = page.evaluate(LIT, anchor)
    assert len(lit) > 1 and len(set(lit)) == 1 and "rgba(0, 0, 0, 0)" not in lit
    outer = page.evaluate("document.querySelector('.dossier-text mark:has(mark)').id")
    page.goto(f"{page.url.partition('#')[0]}#{outer}")
    page.wait_for_selector(f"[id='{outer}'].dossier-target")
    assert set(page.evaluate(INSIDE, outer)) == {"rgba(0, 0, 0, 0)"}  # The ground of the passage is seen through them.


def test_the_target_passage_has_the_focus_and_opens_by_the_keyboard(opened_anywhere):
    page = opened_anywhere(NUMBER, viewport={"width": 900, "height": 700})
    page.click("text=View in source >> nth=0")
    page.wait_for_url("**/texts/*.html#p-*")
    assert page.evaluate(ARRIVED)
    page.click(".dossier-notes summary >> nth=5")
    page.click(".dossier-notes details[open] .dossier-cited-by > li > a:first-child >> nth=0")
    page.wait_for_function(ARRIVED)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{CARD} >> text=Cited for")
    anchor = page.evaluate("location.hash")
    assert page.locator(f"{CARD} a[href='{anchor}']").count() == 1


def test_the_text_opens_beside_the_record_at_the_cited_words(opened_anywhere):
    page = opened_anywhere(NUMBER, viewport={"width": 1440, "height": 900})
    text = beside(page)
    text.locator("mark:target").wait_for()
    assert text.locator("mark:target").inner_text().startswith("567 Venezuelan soldiers defected")
    assert not text.locator(".md-header").is_visible() and not text.locator(".dossier-notes").first.is_visible()
    column = page.locator(".dossier-statement").first.bounding_box()
    assert page.locator(PANEL).bounding_box()["x"] >= column["x"] + column["width"]
    assert page.locator(f"{PANEL}[aria-label='The text of WNU']").count() == 1
    assert page.url.endswith(NUMBER)
    assert page.evaluate(f"document.querySelector('{PANEL}').contains(document.activeElement)")
    page.click(f"{PANEL} >> text=Close")
    page.wait_for_function(CLOSED)
    assert page.evaluate(f"document.activeElement === document.querySelector('{MARK}')")
    assert page.faults == []


@pytest.mark.parametrize("where", ["page", "text"])
def test_escape_closes_the_text_and_returns_the_focus(opened_anywhere, where):
    page = opened_anywhere(NUMBER, viewport={"width": 1440, "height": 900})
    text = beside(page)
    if where == "text":
        text.locator("mark:target").focus()
    page.keyboard.press("Escape")
    page.wait_for_function(CLOSED)
    assert page.evaluate(f"document.activeElement === document.querySelector('{MARK}')")


def test_a_passage_in_the_list_of_evidence_opens_beside_it_too(opened):
    page = opened(NUMBER, viewport={"width": 1440, "height": 900})
    link = page.locator("#evidence ~ ol a[href*='#p-']").nth(1)
    link.click()
    page.wait_for_selector(FRAME)
    assert page.locator(f"{PANEL} iframe").evaluate("frame => frame.src") == link.evaluate("link => link.href")
    page.keyboard.press("Escape")
    page.wait_for_function(CLOSED)
    assert link.evaluate("link => link === document.activeElement")


def test_a_link_in_the_text_beside_a_record_leaves_the_panel(opened_anywhere):
    page = opened_anywhere(NUMBER, viewport={"width": 1440, "height": 900})
    text = beside(page)
    text.locator("mark:target").click()
    text.locator(".dossier-card .dossier-citing a").first.click()
    page.wait_for_url("**/*.html#s-*")


@pytest.mark.parametrize("options", [{"viewport": {"width": 1000, "height": 800}}, PHONE], ids=["narrow", "phone"])
def test_where_there_is_no_room_the_link_is_followed(opened, options):
    page = opened(NUMBER, **options)
    page.click(f"{MARK} >> nth=0")
    page.click(f"{CARD} >> text=Read it in context")
    page.wait_for_url(f"**/{TEXT}#p-*")


def test_with_a_key_held_the_link_opens_a_tab(opened):
    page = opened(NUMBER, viewport={"width": 1440, "height": 900})
    page.click(f"{MARK} >> nth=0")
    with page.context.expect_page() as opening:
        page.click(f"{CARD} >> text=Read it in context", modifiers=["Control"])
    opening.value.wait_for_url(f"**/{TEXT}#p-*")
    assert page.locator(PANEL).count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_accessibility_checker_finds_nothing_on_texts_and_sources(opened, axe, scheme):
    options = {"color_scheme": scheme, "reduced_motion": "reduce", "viewport": {"width": 1440, "height": 900}}
    page = opened(TEXT, **options)
    page.click(".dossier-text mark >> nth=0")
    page.wait_for_selector(f"{CARD} >> text=Cited for")
    assert axe(page) == []
    page.keyboard.press("Escape")
    page.click(".dossier-notes summary >> nth=2")
    assert axe(page) == []
    page = opened("sources/wnu-defected-567.html", **options)
    page.evaluate("document.querySelectorAll('.dossier-resting details').forEach(details => { details.open = true })")
    assert axe(page) == []
    page = opened(NUMBER, **options)
    beside(page)
    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 390, 1000, 1440])
@pytest.mark.parametrize("address", ["how-we-check.html#what-the-marks-mean", "rules.html#passage-cut"])
def test_what_an_address_points_at_is_below_the_header(opened, width, address):
    page = opened(address, viewport={"width": width, "height": 844})
    page.wait_for_function("scrollY > 100")
    assert page.evaluate("""() => document.querySelector('.md-header').getBoundingClientRect().bottom
      < document.querySelector(':target').getBoundingClientRect().top""")


def test_the_passage_that_is_read_is_lit_more_strongly_than_the_one_pointed_at(opened):
    page = opened(TEXT)
    marks = page.locator(".dossier-line:not(:first-child) > p > mark:first-child[id]")
    first, second = marks.evaluate_all("marks => marks.map(mark => mark.id)")[:2]
    page.goto(page.url + "#" + first)
    page.wait_for_selector(f"[id='{first}'].dossier-target")
    page.dispatch_event(f"[id='{second}']", "pointerover")
    colours = [page.evaluate(LIT, anchor)[0] for anchor in (first, second)]
    assert len({*colours, "rgba(0, 0, 0, 0)"}) == 3
