"""The timeline as a reader filters it."""

from itertools import combinations

import pytest

from tests.browser.test_browser import NARROW

ROWS = "article li:has(> .dossier-date)"


def shown(page):
    """How many events are to be seen."""
    return page.locator(f"{ROWS}:visible").count()


def test_every_event_is_there_and_no_filter_without_javascript(tab, base, data):
    page = tab(base, java_script_enabled=False)
    page.goto(base + "timeline.html")
    assert shown(page) == len(data["events"])
    assert page.locator(".dossier-filter").is_hidden()


def test_a_filter_leaves_the_events_of_an_actor_and_says_how_many(tab, base, data):
    page = tab(base)
    page.goto(base + "timeline.html")
    page.get_by_label("Actor", exact=True).select_option("juan-guaido")
    expected = sum(
        any(participant["actor"] == "juan-guaido" for participant in event.get("participants", ()))
        for event in data["events"]
    )
    assert shown(page) == expected > 2
    said = page.get_by_role("status").filter(has_text="events")
    assert said.inner_text() == f"{expected} of {len(data['events'])} events"
    assert page.locator("article h2:visible").count() == page.locator("article h2:visible + ul:visible").count()
    assert page.faults == []


def test_two_filters_leave_what_fits_both(tab, base, data):
    some = next(event for event in data["events"] if event.get("place"))
    place, source = some["place"], some["passages"][0]["source"]
    page = tab(base)
    page.goto(base + "timeline.html")
    page.get_by_label("Place", exact=True).select_option(place)
    of_place = shown(page)
    page.get_by_label("Source", exact=True).select_option(source)
    at_place = [event for event in data["events"] if event.get("place") == place]
    of_both = [event for event in at_place if any(passage["source"] == source for passage in event["passages"])]
    assert (of_place, shown(page)) == (len(at_place), len(of_both))


def test_what_is_chosen_stands_in_the_address_and_comes_back_with_it(tab, base):
    page = tab(base)
    page.goto(base + "timeline.html")
    page.get_by_label("Side", exact=True).select_option("opposition")
    left, address = shown(page), page.url
    assert address.endswith("timeline.html?side=opposition")
    other = tab(base)
    other.goto(address)
    assert (shown(other), other.get_by_label("Side", exact=True).input_value()) == (left, "opposition")


def test_show_all_shows_all_again_and_clears_the_address(tab, base, data):
    page = tab(base)
    page.goto(base + "timeline.html?actor=juan-guaido&side=opposition")
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == len(data["events"])
    assert page.url.endswith("timeline.html")


def test_show_all_is_offered_only_where_something_is_left_out(tab, hosted):
    page = tab(hosted)
    page.goto(hosted + "timeline.html")
    button = page.get_by_role("button", name="Show all")
    page.get_by_text("Show only:").wait_for()
    assert not button.is_visible()
    page.goto("about:blank")
    page.goto(hosted + "timeline.html?actor=juan-guaido")
    button.click()
    button.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.closest('form') !== null")


def test_an_address_that_asks_for_what_is_not_there_shows_all(tab, base, data):
    page = tab(base)
    page.goto(base + "timeline.html?actor=%22%5D%3Cscript%3E")
    assert shown(page) == len(data["events"])
    assert page.faults == []


def test_an_actors_page_leads_to_the_actors_events_on_the_timeline(tab, base):
    page = tab(base)
    page.goto(base + "actors/juan-guaido.html")
    own = shown(page)
    page.get_by_role("link", name="These events on the timeline").click()
    page.wait_for_url("**/timeline.html?actor=juan-guaido")
    assert shown(page) == own > 2


def test_each_event_without_a_date_says_so(tab, base):
    page = tab(base)
    page.goto(base + "timeline.html")
    rows = page.locator("#date-unknown + ul > li > .dossier-date")
    assert rows.count()
    assert {text.strip() for text in rows.all_inner_texts()} == {"unknown"}


@pytest.mark.parametrize("name", ["timeline.html?actor=juan-guaido", "numbers/index.html", "actors/juan-guaido.html"])
def test_an_accessibility_checker_finds_nothing_on_a_narrow_screen(tab, hosted, axe, name):
    page = tab(hosted, viewport=NARROW)
    page.goto(hosted + name)
    assert axe(page) == []


STRIP_TEXTS = """[...document.querySelectorAll('.dossier-strip a')].map(link => {
  const boxes = [...link.querySelectorAll('text')].map(text => text.getBoundingClientRect())
  return [
    Math.min(...boxes.map(box => box.left)), Math.min(...boxes.map(box => box.top)),
    Math.max(...boxes.map(box => box.right)), Math.max(...boxes.map(box => box.bottom)),
  ]
})"""


@pytest.mark.parametrize(("width", "is_strip"), [(1920, True), (1440, True), (1024, False), (390, False)])
def test_the_front_page_has_its_key_events_as_a_strip_or_as_a_list(tab, hosted, width, is_strip):
    page = tab(hosted, viewport={"width": width, "height": 900})
    page.goto(hosted)
    links = page.locator(".dossier-strip a:visible")
    assert (links.count() > 5, shown(page) > 5) == (is_strip, not is_strip)
    if not is_strip:
        return
    texts = page.evaluate(STRIP_TEXTS)
    for (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) in combinations(texts, 2):
        assert not (left < other_right and other_left < right and top < other_bottom - 2 and other_top < bottom - 2)
    assert all(left >= 0 and right <= width for left, _, right, _ in texts)
    links.first.click()
    page.wait_for_url("**/events/*.html")


def test_the_axis_stays_below_the_header(tab, base):
    page = tab(base)
    page.goto(base + "timeline.html")
    page.locator("h2").last.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    axis, header = (page.locator(name).bounding_box() for name in (".dossier-axis", ".md-header"))
    assert abs(axis["y"] - header["y"] - header["height"]) < 2
    assert axis["y"] < 120


def test_an_old_address_of_an_index_leads_to_the_page_that_lists_its_records(tab, base):
    page = tab(base)
    page.goto(base + "events/index.html?actor=juan-guaido")
    page.wait_for_url("**/timeline.html?actor=juan-guaido")
    page.goto(base + "places/index.html#place-lima")
    page.wait_for_url("**/map.html#place-lima")
