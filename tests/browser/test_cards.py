"""The cards of citation marks by mouse, keyboard and touch."""

import pytest

CARD = ".dossier-card:popover-open"
NUMBER = "numbers/defectors-to-colombia-567.html"
QUOTE = "quotes/silva-dont-mistreat.html"
MARK = "article sup[data-for] > a"
STATEMENT = ".dossier-statement"
PASSAGE = "#evidence ~ ol > li"
LISTS = ("index.html", "timeline.html", "numbers/index.html", "quotes/index.html")
MANY = "actors/juan-guaido.html"
STOPS = "article :is(a[href], button, summary, input, select, [tabindex='0']):not(.headerlink):visible"
INDEX = """(mark, stops) => [...document.querySelectorAll(stops.replace(':visible', ''))]
  .filter(stop => stop.checkVisibility()).indexOf(mark)"""
IS_MARK = "(stop, marks) => stop.matches(marks)"
SCRIPTS = "**/data/cards/*.js"
"""What cards are loaded from: in a hosted site a test can hold it back or let it fail."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
IN_VIEW = """element => {
  const box = element.getBoundingClientRect()
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
}"""
COVERED = """() => {
  const opener = document.querySelector('.dossier-opener')
  const [read, card] = [opener.closest('.dossier-statement') || opener, document.querySelector('.dossier-card')]
    .map(element => element.getBoundingClientRect())
  return read.bottom > card.top && read.top < card.bottom && read.right > card.left && read.left < card.right
}"""


HEARD = """addresses => {
  const scripts = [...document.scripts].filter(script => addresses.includes(script.src))
  window.loaded = Promise.all(scripts.map(script => new Promise(done => script.addEventListener('load', done))))
}"""
LOADED = "loaded.then(() => new Promise(done => setTimeout(done)))"
"""The scripts that were held back have run, and so has what waited for them."""
LONGER = 700
"""Milliseconds by which the clock of a page is put forward: more than a card takes to open or close."""


def held(page):
    """Hold back the scripts of cards; return one function that waits until the page asks for one, and one to let go."""
    routes = []
    page.route(SCRIPTS, lambda route: routes.append(route))

    def wait_until_asked():
        for _ in range(3000):
            if routes:
                return
            page.wait_for_timeout(20)
        pytest.fail("the page asks for no card")

    def release():
        wait_until_asked()
        page.evaluate(HEARD, [route.request.url for route in routes])
        for route in routes:
            route.continue_()
        page.evaluate(LOADED)

    return wait_until_asked, release


def statement_of(mark, records):
    """The statement that a mark is for, as data."""
    key, _, id = mark.locator("xpath=..").get_attribute("data-for").partition("#")
    return next(statement for statement in records[key]["statements"] if statement["id"] == id)


def test_pointing_at_a_mark_shows_its_statement_passage_attribution_and_counts(opened_anywhere, records):
    page = opened_anywhere(NUMBER)
    mark = page.locator(MARK).nth(1)
    source, _, anchor = mark.get_attribute("href").rpartition("/")[2].partition(".html#")
    statement = statement_of(mark, records)
    passage = next(p for p in statement["evidence"] if f"p-{p['start']}-{p['end']}" == anchor)
    mark.hover()
    card = page.locator(CARD)
    card.wait_for()
    assert card.locator("blockquote mark").first.inner_text() == passage["exact"]
    assert card.locator(".dossier-label").text_content() == "Evidence 2 · this statement"  # It ends in a comma.
    assert card.locator(".dossier-claim").count() == 0  # It is lit beside the card.
    assert card.get_by_text("Link to this statement").get_attribute("href").endswith(f"#s-{statement['id']}")
    links = [records.get(f"source:{link}") or records[f"actor:{link}"] for link in (source, *passage["via"])]
    names = [record.get("short") or record.get("name") or record["title"] for record in links]
    assert len(names) > 2 and card.locator("ol li > :first-child").all_inner_texts() == names
    assert f"grade {records[f'source:{source}']['grade']['letter']}: " in card.inner_text()
    assert card.locator(".dossier-counts strong").inner_text().startswith(f"{statement['documents']} source")
    assert card.locator(".dossier-counts").inner_text().endswith(" for this statement")
    assert page.faults == []


def test_a_card_shows_all_passages_of_its_statement_that_of_the_mark_first(opened_anywhere, records):
    several = [
        (key, statement)
        for key, record in records.items()
        for statement in record["statements"]
        if len({passage["source"] for passage in statement["evidence"]}) > 1
    ]
    key, statement = several[0]
    page = opened_anywhere(records[key]["url"])
    last = statement["evidence"][-1]
    mark = page.locator(f"[data-for='{key}#{statement['id']}'] > a").last
    mark.hover()
    page.wait_for_selector(CARD)
    shown = [" ".join(text.split()) for text in page.locator(f"{CARD} blockquote mark").all_inner_texts()]
    assert shown == [" ".join(p["exact"].split()) for p in (last, *statement["evidence"][:-1])]
    assert page.faults == []


def test_the_card_stays_while_the_pointer_is_on_it_and_closes_when_it_leaves(opened):
    page = opened(NUMBER)
    page.hover(f"{MARK} >> nth=0")
    page.hover(f"{CARD} blockquote")
    page.hover(f"{CARD} ol")
    assert page.locator(CARD).is_visible()
    page.hover("article h1")
    page.wait_for_selector(".dossier-card", state="detached")


def test_a_card_whose_mark_the_pointer_has_left_does_not_open_once_it_is_loaded(opened):
    page = opened(NUMBER)
    page.clock.install()
    wait_until_asked, release = held(page)
    page.hover(f"{MARK} >> nth=0")
    wait_until_asked()
    page.hover("article h1")
    page.clock.run_for(LONGER)
    release()
    assert page.locator(".dossier-card").count() == 0


@pytest.mark.parametrize("leave", [lambda page: page.keyboard.press("Escape"), lambda page: page.click("article h1")])
def test_a_dialog_that_is_closed_while_it_loads_does_not_open(opened, leave):
    page = opened(NUMBER)
    _, release = held(page)
    page.click(f"{MARK} >> nth=0")
    leave(page)
    release()
    assert page.locator(".dossier-card").count() == 0


def test_a_card_to_which_the_pointer_returns_stays_while_another_loads(opened):
    page = opened(NUMBER)
    first, *others = page.locator(MARK).evaluate_all("marks => marks.map(mark => mark.pathname)")
    other = next(at for at, path in enumerate(others, start=1) if path != first)
    page.hover(f"{MARK} >> nth=0")
    page.wait_for_selector(CARD)
    page.clock.install()
    wait_until_asked, release = held(page)
    page.hover(f"{MARK} >> nth={other}")
    wait_until_asked()
    page.hover(f"{MARK} >> nth=0")
    page.clock.run_for(LONGER)
    release()
    assert page.locator(MARK).first.evaluate("mark => mark.matches('.dossier-opener')")


@pytest.mark.parametrize("show", ["hover", "focus", "click"])
def test_a_card_that_cannot_be_loaded_says_so_links_to_the_passage_and_is_tried_again(opened, show):
    page = opened(NUMBER)
    page.route(SCRIPTS, lambda route: route.abort())
    mark = page.locator(MARK).first
    page.keyboard.press("Tab")
    getattr(mark, show)()
    page.wait_for_selector(f"{CARD} >> text=could not be loaded")
    link = page.locator(f"{CARD} a", has_text="Read it in context")
    assert link.evaluate("link => link.href") == mark.evaluate("mark => mark.href")
    assert [fault for fault in page.faults if "ERR_FAILED" not in fault] == []
    page.keyboard.press("Escape")
    page.unroute(SCRIPTS)
    mark.click()
    page.wait_for_selector(f"{CARD} blockquote mark")


def test_an_answer_without_the_data_of_a_card_is_an_error_too(opened):
    page = opened(NUMBER)
    page.route(SCRIPTS, lambda route: route.fulfill(body="", content_type="text/javascript"))
    mark = page.locator(MARK).first
    mark.click()
    page.wait_for_selector(f"{CARD} >> text=could not be loaded")
    page.keyboard.press("Escape")
    page.unroute(SCRIPTS)
    mark.click()
    page.wait_for_selector(f"{CARD} blockquote mark")
    assert page.faults == []


def test_the_pointer_can_enter_the_preview_of_a_mark_that_it_moves_to(opened):
    page = opened(NUMBER)
    page.clock.install()
    page.keyboard.press("Tab")
    page.focus(f"{MARK} >> nth=0")
    page.wait_for_selector(f"{CARD}[inert]")
    page.hover(f"{MARK} >> nth=0")
    page.wait_for_selector(f"{CARD}:not([inert])")
    page.hover(f"{CARD} blockquote")
    page.clock.run_for(LONGER)
    assert page.locator(f"{CARD}:not([inert])").is_visible()
    page.hover("article h1")
    page.wait_for_selector(f"{CARD}[inert]")


def test_a_mark_has_a_name_and_says_whether_its_dialog_is_open(opened):
    page = opened(NUMBER)
    mark = page.locator(MARK).first
    assert mark.get_attribute("aria-label") == "Evidence 1: WNU"
    assert page.locator(f"{MARK}[aria-haspopup=dialog][aria-expanded=false]").count() == page.locator(MARK).count()
    mark.click()
    page.wait_for_selector(f"{CARD}:focus")
    assert mark.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert mark.get_attribute("aria-expanded") == "false"


def test_the_focus_shows_a_preview_that_the_keyboard_does_not_enter(opened):
    page = opened(NUMBER)
    page.keyboard.press("Tab")
    page.focus(f"{MARK} >> nth=0")
    page.wait_for_selector(f"{CARD}[inert]")
    page.keyboard.press("Tab")
    page.wait_for_function(f"document.querySelectorAll('{MARK}')[1].matches('.dossier-opener')")
    assert page.evaluate(f"document.activeElement === document.querySelectorAll('{MARK}')[1]")
    page.focus("article ul a >> nth=0")  # A link, which may have a preview of its own.
    page.wait_for_function(f"!document.querySelectorAll('{MARK}')[1].matches('.dossier-opener')")


def test_the_marks_of_a_statement_are_one_stop_of_the_keyboard_each(opened):
    page = opened("actors/juan-guaido.html")
    page.focus("article p a >> nth=0")
    links = page.locator(f"{STATEMENT} >> nth=0").locator("a").count()
    links += page.locator(f"{STATEMENT} >> nth=1").locator("a").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        if page.locator("*:focus").evaluate(IS_MARK, MARK):
            page.wait_for_selector(f"{CARD}[inert]")
    third = page.locator(f"{STATEMENT} >> nth=2").locator("a").first
    assert third.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("name", [MANY, "index.html", "timeline.html"])
def test_every_mark_is_one_stop_of_the_keyboard_up_to_the_next_link(opened, name):
    page = opened(name)
    stops = page.locator(STOPS)
    first = page.locator(MARK).first.evaluate(INDEX, STOPS)
    last = next(at for at in range(first, stops.count()) if not stops.nth(at).evaluate(IS_MARK, MARK))
    last = max(last, min(first + 40, stops.count() - 1))  # Over ordinary links, whose previews are no stops either.
    page.locator(MARK).first.focus()
    for at in range(first + 1, last + 1):
        page.keyboard.press("Tab")
        assert stops.nth(at).evaluate("stop => stop === document.activeElement"), at
    assert last - first >= 40


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_the_card_as_a_dialog_and_escape_returns(opened_anywhere, key):
    page = opened_anywhere(NUMBER)
    page.keyboard.press("Tab")
    page.focus(f"{MARK} >> nth=1")
    page.wait_for_selector(f"{CARD}[inert]")
    page.keyboard.press(key)
    page.wait_for_selector(f"{CARD}:not([inert]):focus")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement === document.querySelector('{CARD} a')")
    page.keyboard.press("Escape")
    page.wait_for_selector(".dossier-card", state="detached")
    assert page.evaluate(f"document.activeElement === document.querySelectorAll('{MARK}')[1]")
    assert page.url.endswith(NUMBER)


def test_a_click_opens_the_card_as_a_dialog_that_stays(opened):
    page = opened(NUMBER)
    page.clock.install()
    page.click(f"{MARK} >> nth=0")
    page.wait_for_selector(f"{CARD}:focus")
    page.hover("article h1")
    page.clock.run_for(LONGER)
    assert page.locator(CARD).is_visible()
    page.click("article h1")
    page.wait_for_selector(".dossier-card", state="detached")


def test_escape_closes_a_card_that_the_pointer_opened(opened):
    page = opened("timeline.html")
    page.hover(f"{MARK} >> nth=0")
    page.wait_for_selector(CARD)
    page.keyboard.press("Escape")
    page.wait_for_selector(".dossier-card", state="detached")


def test_the_first_tap_opens_the_card_which_contains_the_link(opened):
    page = opened("timeline.html", **PHONE)
    href = page.get_attribute(f"{MARK} >> nth=9", "href")
    page.tap(f"{MARK} >> nth=9")
    page.wait_for_selector(CARD)
    assert page.eval_on_selector(CARD, IN_VIEW)
    assert not page.evaluate(COVERED)
    assert page.url.endswith("timeline.html")
    page.tap(f"{CARD} >> text=Read it in context")
    page.wait_for_url(f"**/{href}")
    assert page.evaluate("document.querySelector(':target').tagName") == "MARK"
    assert page.faults == []


@pytest.mark.parametrize("where", [f"{MARK} >> nth=0", "article h1", f"{CARD} >> text=Close"])
def test_a_tap_on_the_citation_outside_the_card_or_on_its_button_closes_it(opened, where):
    page = opened(NUMBER, **PHONE)
    page.tap(f"{MARK} >> nth=0")
    page.wait_for_selector(CARD)
    page.tap(where)
    page.wait_for_selector(".dossier-card", state="detached")
    assert page.url.endswith(NUMBER)


@pytest.mark.parametrize("name", LISTS)
def test_a_mark_in_a_list_opens_the_card_of_its_own_record_or_statement(opened, name):
    page = opened(name)
    marks = page.locator(f"{MARK}:visible")
    assert marks.count()
    for at in {0, marks.count() // 2, marks.count() - 1}:
        words = marks.nth(at).get_attribute("aria-description")
        marks.nth(at).scroll_into_view_if_needed()
        marks.nth(at).hover()
        page.wait_for_function("mark => mark.matches('.dossier-opener')", arg=marks.nth(at).element_handle())
        shown = " ".join(page.locator(f"{CARD} mark").first.inner_text().split())
        key = marks.nth(at).locator("xpath=..").get_attribute("data-for")
        assert (
            page.locator(f"{CARD} .dossier-counts")
            .inner_text()
            .endswith((" for this sentence", " for this statement") if "#" in key else " for this record")
        )
        assert shown.startswith(" ".join(words.removesuffix("…").split()))
        assert page.eval_on_selector(CARD, IN_VIEW)
        page.keyboard.press("Escape")
        page.wait_for_selector(".dossier-card", state="detached")
    assert page.faults == []


@pytest.mark.parametrize("name", ["timeline.html", "actors/juan-guaido.html", "index.html"])
def test_a_card_never_covers_what_is_read(opened, name):
    for width in (760, 1000, 1440):
        page = opened(name, viewport={"width": width, "height": 800})
        for at in range(0, 24, 6):
            page.locator(MARK).nth(at).evaluate(
                "(citation, block) => citation.scrollIntoView({ block })", ("end", "center")[at % 12 == 0]
            )
            page.locator(MARK).nth(at).hover()
            page.wait_for_selector(CARD)
            assert not page.evaluate(COVERED), (width, at)
            assert page.eval_on_selector(CARD, IN_VIEW), (width, at)
            page.keyboard.press("Escape")
            page.wait_for_selector(".dossier-card", state="detached")


def test_the_actions_of_a_card_are_in_view_however_long_it_is(opened):
    page = opened(MANY, viewport={"width": 1440, "height": 500})
    page.click(f"{MARK} >> nth=0")
    page.wait_for_selector(f"{CARD}:focus")
    page.evaluate("document.querySelector('.dossier-card .dossier-trail').style.paddingBottom = '600px'")
    bottoms = "['.dossier-actions', ''].map(part => document.querySelector(`.dossier-card ${part}`.trim())"
    actions, card = page.evaluate(f"{bottoms}.getBoundingClientRect().bottom)")
    assert card - 20 < actions <= card


def test_only_a_preview_of_the_keyboard_says_how_to_enter_the_card(opened):
    page = opened(NUMBER)
    said = "getComputedStyle(document.querySelector('.dossier-card'), '::after').content"
    page.hover(f"{MARK} >> nth=0")
    page.wait_for_selector(CARD)
    assert page.evaluate(said) == "none"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.focus(f"{MARK} >> nth=1")
    page.wait_for_selector(f"{CARD}[inert]")
    assert page.evaluate(said) == '"Enter: move into the card."'


def test_the_card_replaces_the_browsers_tooltip(opened):
    page = opened("timeline.html")
    assert page.locator(f"{MARK}[title]").count() == 0
    assert page.locator(f"{MARK}:not([aria-description])").count() == 0


def test_a_citation_keeps_its_tooltip_without_javascript(opened):
    page = opened("timeline.html", java_script_enabled=False)
    assert page.locator(MARK).count() == page.locator(f"{MARK}[title]").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "phone"])
def test_an_accessibility_checker_finds_nothing_in_what_opens(opened, axe, scheme, options):
    options = options | {"reduced_motion": "reduce"}  # A card that still fades in has colours of the moment.
    page = opened(QUOTE, color_scheme=scheme, **options)
    page.click("text=Cite this page")
    page.tap(f"{MARK} >> nth=0") if "has_touch" in options else page.hover(f"{MARK} >> nth=0")
    page.wait_for_selector(f"{CARD} >> text=independent origin")
    assert axe(page) == []
