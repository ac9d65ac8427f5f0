"""data/events.ics, read by icalendar: whole days, no narrower than what the records say."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from dossier.export import events_ics
from dossier.export.events_ics import component_lines, escape_calendar
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import NO_CONTEXT, FileHistory, PublishContext
from dossier.pipeline import check_dossier
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

EVENT = "content/events/walk-out.yml"
EDITION = PublishContext(
    date(2019, 2, 12),
    "https://example.org/dossier/",
    {"events/silva-defection": FileHistory(date(2019, 2, 1), date(2019, 2, 10))},
)
SPANS = {
    "2019-01-23": (date(2019, 1, 23), date(2019, 1, 23), ""),
    "2019-01-23?": (date(2019, 1, 23), date(2019, 1, 23), " — 23 January 2019 (uncertain)"),
    "2019-01-23~": (date(2019, 1, 23), date(2019, 1, 23), " — about 23 January 2019"),
    "2019-01": (date(2019, 1, 1), date(2019, 1, 31), " — January 2019"),
    "2019": (date(2019, 1, 1), date(2019, 12, 31), " — 2019"),
    "2019-02-2X": (date(2019, 2, 20), date(2019, 2, 28), " — a day from 20 to 28 February 2019"),
    "2019-01-21/2019-01-27": (date(2019, 1, 21), date(2019, 1, 27), " — 21 to 27 January 2019"),
    "[2019-02-21,2019-02-28]": (date(2019, 2, 21), date(2019, 2, 28), " — 21 or 28 February 2019"),
}
OPEN = {
    "2019-02-25/..": "from 25 February 2019",
    "../2019-01-26": "until 26 January 2019",
    "XXXX": "an unknown date",
    "9999": "9999",
}


def made(graph, publication=NO_CONTEXT):
    [output] = events_ics.export(graph, publication)
    return output.content


def at_midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@pytest.fixture(scope="module")
def calendar(real):
    return Calendar.from_ical(made(real.graph, EDITION))


@pytest.fixture(scope="module")
def entries(calendar):
    return {str(one["UID"]): one for one in calendar.subcomponents}


@pytest.fixture
def walk_out(base, write):
    """The calendar's entry of one event, after the date in its file was put otherwise."""

    def told(edtf):
        file = (base / EVENT).read_text("utf-8").replace("date: 2019-01-23", edtf and f'date: "{edtf}"')
        calendar = Calendar.from_ical(made(check_dossier(write(EVENT, file)).graph))
        [entry] = [one for one in calendar.subcomponents if one["UID"].startswith("event:walk-out@")]
        return entry

    return told


def test_every_event_is_an_entry_with_what_is_told_of_it(real, calendar, entries):
    graph = real.graph
    assert entries.keys() == {f"event:{event.id}@example.org/dossier" for event in graph.dossier.events}
    assert len(calendar.subcomponents) == len(graph.dossier.events)
    for event in graph.dossier.events:
        entry = entries[f"event:{event.id}@example.org/dossier"]
        assert entry["SUMMARY"].startswith(event.title)
        assert entry.categories == [event.status]
        assert entry["URL"] == f"https://example.org/dossier/events/{event.id}.html"
        assert entry.get("X-EDTF") == (event.date and event.date.text)
        told = entry["DESCRIPTION"].split("\n")
        assert told[0] == strip_markup(event.summary, graph.labels)
        assert not event.note or told[-1] == f"Note: {strip_markup(event.note, graph.labels)}"
        for one in event.participants:
            assert f"{graph.labels[f'actor:{one.actor}']} ({one.role})" in entry["DESCRIPTION"]


def test_every_dated_event_spans_all_the_days_it_may_have_been(real, entries):
    for event in real.graph.dossier.events:
        entry = entries[f"event:{event.id}@example.org/dossier"]
        bounds = (event.date.earliest, event.date.latest) if event.date else (None, None)
        if None in bounds:
            assert (entry.name, "DTSTART" in entry) == ("VJOURNAL", False)
        else:
            assert (entry.name, entry["DTSTART"].dt, entry["DTEND"].dt - timedelta(1)) == ("VEVENT", *bounds)


def test_every_place_is_named_and_only_a_point_located(real, entries):
    placed = [one for one in real.graph.dossier.events if one.place]
    for event in placed:
        place = real.graph.dossier.by_key[f"place:{event.place}"]
        entry = entries[f"event:{event.id}@example.org/dossier"]
        assert f"Where: {place.name}." in entry["DESCRIPTION"]
        if entry.name == "VEVENT":
            assert entry["LOCATION"] == place.name
            assert ("GEO" in entry) == (place.precision == "point")
    assert placed


@pytest.mark.parametrize(("edtf", "told"), SPANS.items())
def test_a_date_is_widened_and_said_to_be_never_narrowed(walk_out, edtf, told):
    entry = walk_out(edtf)
    assert (entry["DTSTART"].dt, entry["DTEND"].dt - timedelta(1), entry["SUMMARY"][len("The walk-out") :]) == told
    assert (events_ics.WIDENED in entry["DESCRIPTION"]) == (told[0] != told[1])
    assert entry["DTSTART"].params["VALUE"] == entry["DTEND"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(("edtf", "told"), OPEN.items())
def test_an_open_date_is_none(walk_out, edtf, told):
    entry = walk_out(edtf)
    assert (entry.name, entry["SUMMARY"], entry["X-EDTF"]) == ("VJOURNAL", f"The walk-out — {told}", edtf)
    assert not {"DTSTART", "DTEND", "LOCATION"} & entry.keys()


def test_no_date_is_none(walk_out):
    entry = walk_out("")
    assert (entry.name, entry["SUMMARY"]) == ("VJOURNAL", "The walk-out — date not stated")
    assert not {"DTSTART", "X-EDTF"} & entry.keys()


def test_a_stamp_is_the_day_of_the_edition_and_never_that_of_the_clock(real, calendar, entries):
    assert {entry["DTSTAMP"].dt for entry in calendar.subcomponents} == {at_midnight(date(2019, 2, 12))}
    untold = Calendar.from_ical(made(real.graph))
    assert {entry["DTSTAMP"].dt for entry in untold.subcomponents} == {at_midnight(date(1970, 1, 1))}
    [changed] = [entry for entry in entries.values() if "LAST-MODIFIED" in entry]
    assert changed["UID"] == "event:silva-defection@example.org/dossier"
    assert changed["LAST-MODIFIED"].dt == at_midnight(date(2019, 2, 10))


def test_an_entry_is_named_the_same_from_edition_to_edition(real):
    later = EDITION._replace(published_on=date(2020, 1, 1))
    names = [
        [str(one["UID"]) for one in Calendar.from_ical(made(real.graph, publication)).subcomponents]
        for publication in (EDITION, later)
    ]
    assert names[0] == names[1]
    assert b"UID:event:silva-defection@venezuelan-military-defections-early-2019\r\n" in made(real.graph)


def test_a_line_has_75_octets_at_most_and_ends_in_crlf(real):
    lines = made(real.graph, EDITION).split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) == 75
    assert not any(re.search(rb"[\r\n]", line) for line in lines)
    assert [line.decode("utf-8") for line in lines]


def test_it_says_what_it_is(real, calendar):
    settings = real.graph.dossier.settings
    names = {str(calendar[name]).replace("\\,", ",") for name in ("NAME", "X-WR-CALNAME")}  # Of no type it knows.
    assert (calendar["VERSION"], names) == ("2.0", {settings.title})
    assert calendar.description == strip_markup(settings.description, real.graph.labels)
    assert calendar.errors == []
    assert [entry for entry in calendar.subcomponents if entry.errors] == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")) | st.just("\n")))
def test_any_text_comes_out_as_it_went_in(words):
    lines = "".join(component_lines("VEVENT", [("SUMMARY", escape_calendar(words))]))
    assert all(len(line.encode("utf-8")) <= 75 for line in lines.split("\r\n"))
    assert Calendar.from_ical(lines)["SUMMARY"] == words


def test_a_text_is_escaped_as_the_standard_has_it():
    assert escape_calendar("a\\n; b, c\nd\x07") == r"a\\n\; b\, c\nd"


def test_a_draft_is_left_out(base, write):
    file = (base / EVENT).read_text("utf-8").replace("review: published", "review: draft")
    graph = check_dossier(write("content/events/opening.yml", file)).graph
    assert b"opening" not in made(graph)
