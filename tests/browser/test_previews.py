"""Previews of links to records: for pointer and keyboard, never in the way of either, and not on touch screens."""

import pytest

from tests.browser.test_cards import CARD, PHONE

PAGE = "actors/juan-guaido.html"
LINK = "article .dossier-statement a[href*='../actors/'], article .dossier-statement a[href$='.html']:not(sup a)"
PREVIEW = f"{CARD}.dossier-preview"


def record_of(link, records):
    """The record that a link leads to, as data."""
    return next(record for record in records.values() if link.evaluate("link => link.href").endswith(record["url"]))


def explore_row(page, base, url):
    """The row of a record in the table of Explore, which counts its sources and origins."""
    other = page.context.new_page()
    other.goto(base + "explore.html")
    other.wait_for_function("() => self.dossier?.records")
    columns, rows = other.evaluate("[dossier.records.columns, dossier.records.rows]")
    other.close()
    return next(named for named in (dict(zip(columns, row, strict=True)) for row in rows) if named["url"] == url)


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_link_to_a_record_shows_what_it_is_and_its_counts(opened_anywhere, base, records, way):
    page = opened_anywhere(PAGE)
    link = page.locator(LINK).first
    record = record_of(link, records)
    page.keyboard.press("Tab")
    getattr(link, way)()
    page.wait_for_selector(PREVIEW)
    assert page.locator(f"{PREVIEW} .dossier-title").inner_text() == (record.get("name") or record.get("title"))
    assert record["summary"].replace("[[", "").startswith(page.locator(f"{PREVIEW} .dossier-summary").inner_text()[:12])
    row = explore_row(page, base, record["url"])
    counts = page.locator(f"{PREVIEW} .dossier-counts").inner_text()
    assert counts.startswith(f"{row['source_count']} source") and f" {row['origin_count']} independent origin" in counts
    assert page.faults == []


def test_a_preview_has_nothing_to_stop_at_and_goes_with_the_focus_and_escape(opened):
    page = opened(PAGE)
    page.keyboard.press("Tab")
    page.locator(LINK).first.focus()
    page.wait_for_selector(PREVIEW)
    assert page.locator(f"{PREVIEW} :is(a, button, [tabindex])").count() == 0
    page.keyboard.press("Escape")
    page.wait_for_selector(".dossier-card", state="detached")
    assert page.locator(LINK).first.evaluate("link => link === document.activeElement")


def test_a_preview_goes_when_the_pointer_leaves_and_does_not_stop_a_click(opened):
    page = opened(PAGE)
    page.locator(LINK).first.hover()
    page.wait_for_selector(PREVIEW)
    page.hover("article h1")
    page.wait_for_selector(".dossier-card", state="detached")
    page.locator(LINK).first.click()
    page.wait_for_url(lambda url: not url.endswith(PAGE))


def test_a_touch_screen_shows_no_preview(opened):
    page = opened(PAGE, **PHONE)
    page.locator(LINK).first.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
    page.locator(LINK).first.evaluate("link => link.focus()")
    page.wait_for_timeout(600)
    assert page.locator(".dossier-card").count() == 0


def test_previews_that_cannot_be_loaded_are_left_out_and_tried_again(opened):
    page = opened(PAGE)
    page.route("**/data/previews/*.js", lambda route: route.abort())
    page.locator(LINK).first.hover()
    page.wait_for_timeout(700)
    assert page.locator(".dossier-card").count() == 0
    page.unroute("**/data/previews/*.js")
    page.hover("article h1")
    page.wait_for_timeout(400)
    page.locator(LINK).first.hover()
    page.wait_for_selector(PREVIEW)
