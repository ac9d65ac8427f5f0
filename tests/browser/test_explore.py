"""The Explore page: every record in one table, filtered, sorted and downloaded."""

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
INDEXES = {"events": "timeline.html", "places": "map.html"}
KINDS = ("sources", "actors", "events", "numbers", "quotes", "disagreements", "places")


def opener(tab, base):
    """Return a function that opens the page with a state, the part of its address after `#`."""

    def open_page(state="", **options):
        page = tab(base, **options)
        page.goto(f"{base}{PAGE}{'#' if state else ''}{state}")
        page.wait_for_selector("output:not(:empty)")
        return page

    return open_page


@pytest.fixture
def explore(tab, hosted):
    """Open the page of the hosted site."""
    return opener(tab, hosted)


@pytest.fixture
def explore_anywhere(tab, base):
    """Open the page, hosted and from a folder."""
    return opener(tab, base)


def count(page):
    """Return the number of records that the page says it shows."""
    return int(re.match(r"(\d+) of \d+ records|No", page.inner_text(".dossier-explore output"))[1] or 0)


def show_all_rows(page):
    """Draw the rows that are far from the window too, as for a print."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def column(page, number):
    show_all_rows(page)
    return page.locator(f".dossier-explore-table tr[role] td:nth-child({number})").all_inner_texts()


def titles(page):
    show_all_rows(page)
    return page.locator(".dossier-explore-table tr[role] td:nth-child(2) a").all_inner_texts()


def test_every_record_is_in_the_table(explore_anywhere, data):
    page = explore_anywhere()
    assert count(page) == sum(len(data[kind]) for kind in KINDS)
    page.wait_for_function(SCROLLED_TO, arg=count(page) + 1)
    assert page.faults == []


def test_the_records_that_most_others_refer_to_are_first(explore):
    page = explore()
    kinds = column(page, 1)[:10]
    assert titles(page)[0] == "Nicolás Maduro"
    assert not any(kind.startswith("Source") for kind in kinds)


def test_filters_are_in_even_rows(explore):
    for width, per_row in ((1440, 4), (768, 4), (390, 2)):
        page = explore("status=announced", viewport={"width": width, "height": 900})
        tops = [field.bounding_box()["y"] for field in page.locator("details select, details input").all()]
        assert len(tops) == 8 and all(tops.count(top) == per_row for top in tops), width


def test_only_rows_near_the_window_are_in_the_page(explore):
    page = explore()
    assert 0 < page.locator(".dossier-explore-table tr[role]").count() < count(page)


FILTERS = [
    # the state in the address, which records of the data match
    ("kind=event", lambda kind, record: kind == "events"),
    ("kind=number&kind=place", lambda kind, record: kind in ("numbers", "places")),
    ("kind=event&place=cucuta", lambda kind, record: kind == "events" and "cucuta" in mentioned(record)),
    (
        "kind=quote&actor=jose-luis-silva",
        lambda kind, record: kind == "quotes" and "jose-luis-silva" in mentioned(record),
    ),
    ("kind=actor&side=maduro", lambda kind, record: kind == "actors" and record.get("side") == "maduro"),
    ("kind=event&status=announced", lambda kind, record: kind == "events" and record["status"] == "announced"),
]


def mentioned(record):
    """Return the ids that a record's fields contain, except those of its passages and statements."""
    fields = json.dumps({key: value for key, value in record.items() if key not in ("passages", "statements")})
    return set(re.findall(r"[a-z0-9-]+", fields))


@pytest.mark.parametrize(("state", "passes"), FILTERS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_filter_shows_the_matching_records(explore, data, state, passes):
    expected = {record["url"] for kind in KINDS for record in data[kind] if passes(kind, record)}
    page = explore(state)
    show_all_rows(page)
    links = page.locator(".dossier-explore-table tr[role] td:nth-child(2) a")
    assert expected
    assert {link.get_attribute("href") for link in links.all()} == expected


def test_words_are_found_without_their_accents(explore):
    with_accent, without = explore("words=Guaid%C3%B3"), explore("words=guaido")
    assert count(with_accent) == count(without) > 20


def test_a_misspelt_word_is_replaced_by_the_nearest_and_a_note_says_so(explore):
    misspelt, right = explore("words=defecters+colombia"), explore("words=defectors+colombia")
    assert titles(misspelt) == titles(right) != []
    output = misspelt.inner_text(".dossier-explore output")
    assert output.endswith(" records. No results for “defecters”. Showing “defectors” instead.")
    assert "No results" not in right.inner_text(".dossier-explore output")


def test_a_date_filter_matches_records_with_any_day_in_its_range(explore, records):
    page = explore("kind=event&from=2019-01-23&to=2019-01-23")
    assert records["event:caracas-protest"]["title"] in titles(page)
    assert all(column(page, 3))
    assert count(explore("from=2019-01-01")) < count(explore())


def test_filters_are_kept_in_the_address_and_restored_from_it(explore_anywhere):
    page = explore_anywhere()
    page.get_by_label("Events").check()
    page.get_by_label("Place", exact=True).select_option("cucuta")
    page.get_by_role("button", name="Date").click()
    address, shown = page.url, titles(page)
    assert address.endswith("#kind=event&place=cucuta&sort=date")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("output:not(:empty)")
    assert titles(page) == shown
    assert page.get_by_label("Events").is_checked()


def test_the_back_button_undoes_one_filter_and_all_that_was_typed(explore_anywhere):
    page = explore_anywhere()
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


def test_a_column_header_sorts_both_ways_and_announces_it(explore):
    page = explore("kind=event")
    head = page.locator("th").nth(1)
    for direction in ("ascending", "descending"):
        head.get_by_role("button").press("Enter")
        assert head.get_attribute("aria-sort") == direction
        first = titles(page)[0]
    assert first == max(titles(page), key=str.casefold)


def test_records_without_a_date_are_last_both_ways(explore):
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


def test_the_csv_contains_the_matching_rows(explore_anywhere, data):
    page = explore_anywhere("kind=place&sort=title")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") == len(data["places"]) + 1
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["title"] for row in rows] == titles(page)
    assert {row["id"] for row in rows} == {place["id"] for place in data["places"]}


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@here", "\t=1"])
def test_a_formula_is_escaped_in_the_csv(explore, value):
    page = explore()
    (row,) = csv.reader(
        io.StringIO(page.evaluate("value => dossier.csv.format([[value]])", value).removeprefix("\ufeff"))
    )
    assert row == [f"'{value}"]


def test_quotation_marks_commas_and_line_breaks_survive_the_csv(explore):
    value = 'a "b", c\r\nd'
    text = explore().evaluate("value => dossier.csv.format([[value, 1]])", value).removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [[value, "1"]]


def test_without_javascript_the_page_leads_to_every_index(tab, base):
    page = tab(base, java_script_enabled=False)
    page.goto(base + PAGE)
    text = page.inner_text("article")
    assert "needs JavaScript" in text and "Combine filters" not in text and "CSV" not in text
    links = page.locator(".dossier-explore-plain a")
    assert {link.get_attribute("href") for link in links.all()} == {
        INDEXES.get(kind, f"{kind}/index.html") for kind in KINDS
    }


def test_rows_are_blocks_on_a_narrow_screen(explore):
    page = explore("kind=event", viewport={"width": 390, "height": 844})
    row = page.locator(".dossier-explore-table tr[role]").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_the_keyboard_reaches_filters_and_records(explore, records):
    page = explore("kind=place")
    page.get_by_label("Words").focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert {"kind", "actor", "from", "sort", "csv", "Record", records["place:caracas"]["name"]} <= reached
