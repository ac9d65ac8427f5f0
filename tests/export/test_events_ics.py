"""data/events.ics, read by icalendar: whole days, never narrower than the records say."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from dossier.export import events_ics
from dossier.export.events_ics import component_lines, escape_calendar
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import NO_CONTEXT, FileHistory, PublishContext
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty

EVENT = "content/events/walk-out.yml"
HOSTED = PublishContext(
    date(2019, 2, 12),
    EXAMPLE_ADDRESS,
    {"events/walk-out": FileHistory(date(2019, 2, 1), date(2019, 2, 10))},
)
SPANS = {
    # EDTF: first day, last day, what follows the title
    "2019-01-23": (date(2019, 1, 23), date(2019, 1, 23), ""),
    "2019-01-23?": (date(2019, 1, 23), date(2019, 1, 23), " — 23 January 2019 (uncertain)"),
    "2019-01-23~": (date(2019, 1, 23), date(2019, 1, 23), " — about 23 January 2019"),
    "2019-01-21/2019-01-27": (date(2019, 1, 21), date(2019, 1, 27), " — 21 to 27 January 2019"),
}
NO_DAYS = {
    "2019-01": "January 2019",
    "2019": "2019",
    "2019-02-2X": "a day from 20 to 28 February 2019",
    "[2019-02-21,2019-02-28]": "21 or 28 February 2019",
    "[2019-02-21..2019-02-28]": "some day from 21 to 28 February 2019",
    "[..2019-01-26]": "26 January 2019 or earlier",
    "2019-02-25/..": "from 25 February 2019",
    "../2019-01-26": "until 26 January 2019",
    "2018-12/2019-01-27": "December 2018 to 27 January 2019",
    "2019-01-21/2019-02": "21 January to February 2019",
    "2018/2019": "2018 to 2019",
    "XXXX": "an unknown date",
    "9999": "9999",
}


def read_calendar(graph, publication=NO_CONTEXT):
    return Calendar.from_ical(export_one(events_ics, graph, publication))


def edtf_of(entry):
    return entry["X-EDTF"].replace("\\,", ",") if "X-EDTF" in entry else None  # icalendar keeps the `\` there.


def midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def uid(event):
    return f"event:{event.id}@example.org/dossier"


@pytest.fixture(scope="module")
def calendar(real):
    return read_calendar(real.graph, HOSTED)


@pytest.fixture(scope="module")
def entries(calendar):
    return {str(entry["UID"]): entry for entry in calendar.subcomponents}


@pytest.fixture(scope="module")
def events(real):
    return nonempty(real.graph.dossier.events)


@pytest.fixture
def walk_out(graph_with):
    """Return the calendar's entry of one event of the small dossier after a change of its date."""

    def read(edtf):
        calendar = read_calendar(graph_with(EVENT, "date: 2019-01-23", f'date: "{edtf}"' if edtf else ""))
        [entry] = [entry for entry in calendar.subcomponents if entry["UID"].startswith("event:walk-out@")]
        return entry

    return read


def test_every_event_is_an_entry_with_its_fields(real, events, calendar, entries):
    labels = real.graph.labels
    assert entries.keys() == {uid(event) for event in events}
    assert len(calendar.subcomponents) == len(events)
    for event in events:
        entry = entries[uid(event)]
        assert entry["SUMMARY"].startswith(event.title)
        assert entry.categories == [event.status]
        assert entry["URL"] == f"{EXAMPLE_ADDRESS}events/{event.id}.html"
        assert edtf_of(entry) == (event.date and event.date.text)
        lines = entry["DESCRIPTION"].split("\n")
        assert lines[0] == strip_markup(event.summary, labels)
        assert not event.note or lines[-1] == f"Note: {strip_markup(event.note, labels)}"
        for participant in event.participants:
            assert f"{labels[f'actor:{participant.actor}']} ({participant.role})" in entry["DESCRIPTION"]


def test_only_what_happened_on_a_day_or_lasted_has_days(events, entries):
    for event in events:
        entry = entries[uid(event)]
        ends = [event.date] if event.date and event.date.is_day else []
        if event.date and event.date.is_interval:
            ends = [event.date.start, event.date.end]
        if not ends or not all(end and end.is_day for end in ends):
            assert (entry.name, "DTSTART" in entry) == ("VJOURNAL", False)
        else:
            assert (entry.name, entry["DTSTART"].dt, entry["DTEND"].dt - timedelta(1)) == (
                "VEVENT",
                ends[0].earliest,
                ends[-1].latest,
            )


def test_every_place_is_named_and_only_points_have_coordinates(real, events, entries):
    for event in nonempty(event for event in events if event.place):
        place = real.graph.dossier.by_key[f"place:{event.place}"]
        entry = entries[uid(event)]
        assert f"Where: {place.name}." in entry["DESCRIPTION"]
        if entry.name == "VEVENT":
            assert entry["LOCATION"] == place.name
            assert ("GEO" in entry) == (place.precision == "point")


@pytest.mark.parametrize(("edtf", "first", "last", "date_text"), [(edtf, *span) for edtf, span in SPANS.items()])
def test_a_day_or_an_interval_is_an_entry_on_its_days(walk_out, edtf, first, last, date_text):
    entry = walk_out(edtf)
    assert (entry["DTSTART"].dt, entry["DTEND"].dt - timedelta(1)) == (first, last)
    assert entry["SUMMARY"] == f"The walk-out{date_text}"
    assert entry["DTSTART"].params["VALUE"] == entry["DTEND"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(("edtf", "date_text"), NO_DAYS.items())
def test_an_event_of_some_day_or_with_an_open_date_is_a_journal_entry(walk_out, edtf, date_text):
    entry = walk_out(edtf)
    assert (entry.name, entry["SUMMARY"]) == ("VJOURNAL", f"The walk-out — {date_text}")
    assert edtf_of(entry) == edtf
    assert not {"DTSTART", "DTEND", "LOCATION"} & entry.keys()


def test_an_event_without_a_date_is_a_journal_entry(walk_out):
    entry = walk_out("")
    assert (entry.name, entry["SUMMARY"]) == ("VJOURNAL", "The walk-out — date not stated")
    assert not {"DTSTART", "X-EDTF"} & entry.keys()


def test_stamps_are_days_of_the_history_and_never_of_the_clock(small):
    entries = {str(entry["UID"]): entry for entry in read_calendar(small, HOSTED).subcomponents}
    assert {entry["DTSTAMP"].dt for entry in entries.values()} == {midnight(date(2019, 2, 12))}
    changed = {name: entry["LAST-MODIFIED"].dt for name, entry in entries.items() if "LAST-MODIFIED" in entry}
    assert changed == {"event:walk-out@example.org/dossier": midnight(date(2019, 2, 10))}
    without_history = nonempty(read_calendar(small).subcomponents)
    assert {entry["DTSTAMP"].dt for entry in without_history} == {midnight(date(1970, 1, 1))}


def test_an_entry_keeps_its_id_when_the_dossier_is_published_again(small):
    later = HOSTED._replace(published_on=date(2020, 1, 1))
    ids, later_ids = (
        [str(entry["UID"]) for entry in read_calendar(small, publication).subcomponents]
        for publication in (HOSTED, later)
    )
    assert ids == later_ids
    assert b"UID:event:walk-out@the-walk-out-at-port-brenn\r\n" in export_one(events_ics, small)


def test_a_line_has_at_most_75_octets_and_ends_in_crlf(real):
    lines = export_one(events_ics, real.graph, HOSTED).split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) == 75
    assert not any(re.search(rb"[\r\n]", line) for line in lines)
    assert all(line.decode("utf-8") for line in lines)


def test_it_has_the_title_and_the_description_of_the_dossier(real, calendar):
    settings = real.graph.dossier.settings
    names = {str(calendar[name]).replace("\\,", ",") for name in ("NAME", "X-WR-CALNAME")}  # icalendar keeps the `\`.
    assert (calendar["VERSION"], names) == ("2.0", {settings.title})
    assert calendar.description == strip_markup(settings.description, real.graph.labels)
    assert calendar.errors == []
    assert [entry for entry in calendar.subcomponents if entry.errors] == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")) | st.just("\n")))
def test_any_text_is_read_back_unchanged(text):
    lines = "".join(component_lines("VEVENT", [("SUMMARY", escape_calendar(text))]))
    assert all(len(line.encode("utf-8")) <= 75 for line in lines.split("\r\n"))
    assert Calendar.from_ical(lines)["SUMMARY"] == text


def test_a_text_is_escaped_as_in_the_standard():
    assert escape_calendar("a\\n; b, c\nd\x07") == r"a\\n\; b\, c\nd"


def test_a_draft_is_left_out(graph_with):
    content = export_one(events_ics, graph_with(EVENT, "review: published", "review: draft"))
    assert b"opening" in content
    assert b"walk-out@" not in content
