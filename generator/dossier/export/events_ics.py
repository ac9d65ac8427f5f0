"""The events as a calendar (iCalendar, RFC 5545): whole days, of no time zone, no more exact than they are known.

A month, a year, a set or an interval is an entry over all the days it allows, which says so. For a date that is open or
unknown a calendar has no entry: such an event is a journal entry without a date (section 3.6.3) that says what is told.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dossier.edtf.format import format_edtf
from dossier.edtf.iso import iso_date
from dossier.edtf.parse import Edtf
from dossier.export.calendar_lines import Property, component, escape_calendar
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

PATH = "data/events.ics"
SAYS = (
    "the events as a calendar: whole days; where no single day is told, all the days that it may have been, and the "
    "entry says so. Events whose date is open or unknown stand in it as journal entries without a date, which most "
    "calendars do not show. `X-EDTF` is the date as the record has it."
)
EXAMPLE = """\
import icalendar

calendar = icalendar.Calendar.from_ical(open("data/events.ics", "rb").read())
for event in calendar.walk("VEVENT")[:3]:
    print(event["DTSTART"].dt, "to", event["DTEND"].dt, "|", event["SUMMARY"])
"""
UNTOLD = "the date is not told"
WIDENED = "No single day is told: the entry covers all the days that it may have been, or that it lasted."


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """A VEVENT or a VJOURNAL an event, in their order."""
    settings = graph.dossier.settings
    title = escape_calendar(settings.title)
    head = [
        ("VERSION", "2.0"),
        ("PRODID", escape_calendar(f"-//{settings.organization}//{settings.title}//{settings.language.upper()}")),
        ("METHOD", "PUBLISH"),
        ("NAME", title),
        ("X-WR-CALNAME", title),
        ("DESCRIPTION", escape_calendar(graph.plain_text(settings.description))),
    ]
    events = graph.visible_of(Event)
    entries = (line for event in events for line in _entry(graph, publication, event))
    yield OutputFile(PATH, "".join(component("VCALENDAR", head, entries)).encode("utf-8"))  # Bytes, to keep each CRLF.


def _entry(graph: Graph, publication: PublishContext, event: Event) -> Iterator[str]:
    first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
    shared = _shared(graph, publication, event)
    if first is None or last is None or last == date.max:  # There is no day after it for the entry to end on.
        return component("VJOURNAL", shared)
    return component("VEVENT", (*shared, *_days(first, last), *_where(graph, event)))


def _shared(graph: Graph, publication: PublishContext, event: Event) -> Iterator[Property]:
    """What any entry tells. It must have a stamp (section 3.8.7.2), in which the clock has no say."""
    changed = publication.changed_on(event)
    yield "UID", escape_calendar(f"{event.key}@{_issuer(graph, publication)}")
    yield "DTSTAMP", _midnight(publication.published_on or date(1970, 1, 1))
    if changed:
        yield "LAST-MODIFIED", _midnight(changed)
    a_day = event.date is not None and event.date.is_day and iso_date(event.date) is not None
    yield "SUMMARY", escape_calendar(event.title if a_day else f"{event.title} — {_when(event.date)}")
    yield "DESCRIPTION", escape_calendar("\n".join(_description(graph, event)))
    yield "CATEGORIES", escape_calendar(event.status)
    if publication.site_url:
        yield "URL", publication.site_url + page_url(page_path(event))
    if event.date:
        yield "X-EDTF", escape_calendar(event.date.text)


def _description(graph: Graph, event: Event) -> Iterator[str]:
    yield graph.plain_text(event.summary)
    yield f"When: {_when(event.date)}."
    if event.date and event.date.earliest and event.date.latest and not event.date.is_day:
        yield WIDENED
    if event.place:
        yield f"Where: {graph.labels[f'place:{event.place}']}."
    if who := [f"{graph.labels[f'actor:{one.actor}']} ({one.role})" for one in event.participants]:
        yield f"Who: {', '.join(who)}."
    if event.note:
        yield f"Note: {graph.plain_text(event.note)}"


def _days(first: date, last: date) -> Iterator[Property]:
    """The days, the end not included (section 3.6.1); nobody is busy on them."""
    yield "DTSTART;VALUE=DATE", _digits(first)
    yield "DTEND;VALUE=DATE", _digits(last + timedelta(1))
    yield "TRANSP", "TRANSPARENT"


def _where(graph: Graph, event: Event) -> Iterator[Property]:
    """The place by its name; where it lies, only of a point."""
    place = graph.dossier.by_key.get(f"place:{event.place}")
    if isinstance(place, Place):
        yield "LOCATION", escape_calendar(place.name)
        if place.located and place.precision == "point":
            yield "GEO", f"{place.latitude:f};{place.longitude:f}"


def _when(when: Edtf | None) -> str:
    return format_edtf(when) if when else UNTOLD


def _issuer(graph: Graph, publication: PublishContext) -> str:
    """What keeps the entries of two dossiers apart: the site's address, else the title."""
    address = publication.site_url.partition("://")[2].rstrip("/")
    return address or re.sub(r"\W+", "-", graph.dossier.settings.title.casefold()).strip("-")


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _midnight(day: date) -> str:
    return f"{_digits(day)}T000000Z"
