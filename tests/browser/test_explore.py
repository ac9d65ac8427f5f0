"""Explore: every record in one table, filtered, sorted and taken along."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

PAGE = "explore.html"
SCROLLED_TO = """row => {
  scrollTo(0, document.body.scrollHeight)
  return document.querySelector(`tr[aria-rowindex="${row}"]`)
}"""
KINDS = ("sources", "actors", "events", "numbers", "quotes", "disagreements", "places")


@pytest.fixture(scope="module")
def data(site):
    return json.loads((site / "data/dossier.json").read_text("utf-8"))


@pytest.fixture
def explore(tab, base):
    """Opens the page with what its address says after `#`."""

    def opened(state="", **options):
        page = tab(base, **options)
        page.goto(f"{base}{PAGE}{'#' if state else ''}{state}")
        page.wait_for_selector("output:not(:empty)")
        return page

    return opened


def count(page):
    """How many records the page says it shows."""
    return int(re.match(r"(\d+) of \d+ records|No", page.inner_text(".dossier-explore output"))[1] or 0)


def column(page, number):
    return page.locator(f".dossier-explore-table tr[role] td:nth-child({number})").all_inner_texts()


def titles(page):
    return page.locator(".dossier-explore-table tr[role] td:nth-child(2) a").all_inner_texts()


def test_every_record_is_in_the_table(explore, data):
    page = explore()
    assert count(page) == sum(len(data[kind]) for kind in KINDS)
    page.wait_for_function(SCROLLED_TO, arg=count(page) + 1)
    assert page.faults == []


def test_only_the_rows_near_the_window_stand_in_the_page(explore):
    page = explore()
    assert 0 < page.locator(".dossier-explore-table tr[role]").count() < count(page)


FILTERS = [
    # what the address says, which records of the data pass
    ("kind=event", lambda kind, one: kind == "events"),
    ("kind=number&kind=place", lambda kind, one: kind in ("numbers", "places")),
    ("kind=event&place=cucuta", lambda kind, one: kind == "events" and "cucuta" in mentioned(one)),
    ("kind=quote&actor=jose-luis-silva", lambda kind, one: kind == "quotes" and "jose-luis-silva" in mentioned(one)),
    ("kind=actor&side=maduro", lambda kind, one: kind == "actors" and one.get("side") == "maduro"),
    ("kind=event&status=announced", lambda kind, one: kind == "events" and one["status"] == "announced"),
]


def mentioned(record):
    """The ids that a record names, with or without their kind, its chains left out."""
    said = json.dumps({key: value for key, value in record.items() if key != "passages"})
    return set(re.findall(r"[a-z0-9-]+", said))


@pytest.mark.parametrize(("state", "passes"), FILTERS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_filter_leaves_the_records_it_names(explore, data, state, passes):
    expected = {one["url"] for kind in KINDS for one in data[kind] if passes(kind, one)}
    page = explore(state)
    links = page.locator(".dossier-explore-table tr[role] td:nth-child(2) a")
    assert expected
    assert {link.get_attribute("href") for link in links.all()} == expected


def test_words_are_found_without_their_accents(explore):
    with_accent, without = explore("words=Guaid%C3%B3"), explore("words=guaido")
    assert count(with_accent) == count(without) > 20


def test_a_misspelt_word_passes_what_the_nearest_word_passes_and_that_is_said(explore):
    misspelt, right = explore("words=defecters+colombia"), explore("words=defectors+colombia")
    assert titles(misspelt) == titles(right) != []
    said = misspelt.inner_text(".dossier-explore output")
    assert said.endswith(" records. No results for “defecters”. Showing “defectors” instead.")
    assert "No results" not in right.inner_text(".dossier-explore output")


def test_dates_are_met_where_any_day_of_a_record_is(explore):
    page = explore("kind=event&from=2019-01-23&to=2019-01-23")
    assert "Mass protest in Caracas" in titles(page)
    assert all(column(page, 3))
    assert count(explore("from=2019-01-01")) < count(explore())


def test_filters_set_by_hand_stand_in_the_address_and_come_back_from_it(explore):
    page = explore()
    page.get_by_label("Events").check()
    page.get_by_label("Place", exact=True).select_option("Cucuta")
    page.get_by_role("button", name="Date").click()
    address, shown = page.url, titles(page)
    assert address.endswith("#kind=event&place=cucuta&sort=date")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("output:not(:empty)")
    assert titles(page) == shown
    assert page.get_by_label("Events").is_checked()


def test_the_back_button_undoes_one_filter_and_one_spell_of_typing(explore):
    page = explore()
    whole = count(page)
    page.get_by_label("Quotes").check()
    quotes = count(page)
    page.get_by_label("Words").press_sequentially("silva")
    assert count(page) < quotes < whole
    page.go_back()
    page.wait_for_function("() => document.querySelector('#explore-words').value === ''")
    assert count(page) == quotes
    page.go_back()
    page.wait_for_function("() => !document.querySelector('[name=kind]:checked')")
    assert count(page) == whole


def test_a_column_sorts_both_ways_and_says_so(explore):
    page = explore("kind=event")
    head = page.locator("th").nth(1)
    for way in ("ascending", "descending"):
        head.get_by_role("button").press("Enter")
        assert head.get_attribute("aria-sort") == way
        first = titles(page)[0]
    assert first == max(titles(page), key=str.casefold)


def test_what_has_no_date_stands_last_both_ways(explore):
    for sort in ("date", "-date"):
        dates = column(explore(f"kind=event&sort={sort}"), 3)
        assert dates == sorted(dates, key=lambda date: date == "")
        assert dates[0] and not dates[-1]


def test_the_count_is_announced(explore):
    page = explore("kind=place&actor=cnn")
    assert page.locator(".dossier-explore output").get_attribute("role") == "status"
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_function("() => location.hash === ''")
    assert page.inner_text(".dossier-explore output") == f"{count(page)} of {count(page)} records"


def test_the_csv_holds_the_rows_that_pass(explore, data):
    page = explore("kind=place&sort=title")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") == len(data["places"]) + 1
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["title"] for row in rows] == titles(page)
    assert {row["id"] for row in rows} == {place["id"] for place in data["places"]}


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@here", "\t=1"])
def test_a_formula_is_no_formula_in_the_csv(explore, value):
    page = explore()
    (row,) = csv.reader(
        io.StringIO(page.evaluate("value => dossier.csv.format([[value]])", value).removeprefix("\ufeff"))
    )
    assert row == [f"'{value}"]


def test_a_value_with_quotation_marks_commas_and_lines_comes_back_whole(explore):
    said = 'a "b", c\r\nd'
    text = explore().evaluate("value => dossier.csv.format([[value, 1]])", said).removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [[said, "1"]]


def test_without_javascript_the_page_leads_to_every_index(tab, base):
    page = tab(base, java_script_enabled=False)
    page.goto(base + PAGE)
    assert "needs JavaScript" in page.inner_text("article")
    links = page.locator(".dossier-explore-plain a")
    assert {link.get_attribute("href") for link in links.all()} == {f"{kind}/index.html" for kind in KINDS}


def test_rows_are_cards_on_a_narrow_screen(explore):
    page = explore("kind=event", viewport={"width": 390, "height": 844})
    row = page.locator(".dossier-explore-table tr[role]").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_the_keyboard_reaches_filters_and_records(explore):
    page = explore("kind=place")
    page.get_by_label("Words").focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert {"kind", "actor", "from", "sort", "csv", "Record", "Caracas"} <= reached
