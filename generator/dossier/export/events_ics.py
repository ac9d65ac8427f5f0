"""The events as a calendar (iCalendar, RFC 5545): whole days, without a time zone, only as precise as the sources.

Only what happened on a single day, or lasted from one day to another, is an entry on these days. Any other event, also
one that lasted from some month to another, is a journal entry without a date (section 3.6.3) that states what is known:
a calendar has no "some day of that week".

The lines are written here: 30 lines without a dependency. The icalendar package reads them in the tests.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dossier.edtf.format import format_edtf, iso_date
from dossier.edtf.parse import Edtf
from dossier.export.credits import rights_statement
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.terms import term
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

PATH = "data/events.ics"
MEDIA_TYPE = "text/calendar"
DESCRIPTION = gettext_noop(
    "the events as a calendar: whole days. Only an event of a single day, or one that lasted from a day to another, "
    "has a start and an end. Any other, such as one of some day in a week or from a month to another, is a journal "
    "entry without a date that says what is known; most calendars do not show it. `X-EDTF` is the date of the record."
)
EXAMPLE = """\
import icalendar

calendar = icalendar.Calendar.from_ical(open("data/events.ics", "rb").read())
for event in calendar.walk("VEVENT")[:3]:
    print(event["DTSTART"].dt, "to", event["DTEND"].dt, "|", event["SUMMARY"])
"""
MAX_LINE_OCTETS = 75
"""Octets in a content line, without its end (section 3.1)."""

_ESCAPES = (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n"))
"""The characters to escape in a TEXT value, and their escapes (section 3.3.11)."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")

Property = tuple[str, str]
"""A name with its parameters, such as `DTSTART;VALUE=DATE`, and a value, escaped if it is TEXT."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the calendar: one VEVENT or VJOURNAL per event, in the order of events."""
    settings = graph.dossier.settings
    title = escape_calendar(settings.title)
    head = [
        ("VERSION", "2.0"),
        ("PRODID", escape_calendar(f"-//{settings.organization}//{settings.title}//{settings.language.upper()}")),
        ("METHOD", "PUBLISH"),
        ("NAME", title),
        ("X-WR-CALNAME", title),
        ("DESCRIPTION", escape_calendar("\n".join(_about(graph)))),
    ]
    if settings.keywords:
        head.append(("CATEGORIES", ",".join(map(escape_calendar, settings.keywords))))
    entries = (line for event in graph.visible_of(Event) for line in _entry(graph, publication, event))
    content = "".join(component_lines("VCALENDAR", head, entries))
    yield OutputFile(PATH, content.encode("utf-8"))  # Text would lose each CR when it is written.


def _about(graph: Graph) -> Iterator[str]:
    """Yield what the dossier is about, and what readers may do with its words."""
    settings = graph.dossier.settings
    yield graph.plain_text(settings.description)
    if rights := rights_statement(settings):
        yield rights


def _entry(graph: Graph, publication: PublishContext, event: Event) -> Iterator[str]:
    first, last = _days_of(event.date)
    shared = _shared_properties(graph, publication, event)
    if first is None or last is None or last == date.max:  # An entry ends on the day after, which must exist.
        return component_lines("VJOURNAL", shared)
    return component_lines("VEVENT", (*shared, *_day_properties(first, last), *_place_properties(graph, event)))


def _days_of(edtf: Edtf | None) -> tuple[date | None, date | None]:
    """Return the first and the last day of a day, or of an interval from one to another; None where there is none."""
    if edtf is None:
        return None, None
    start, end = (edtf, edtf) if edtf.is_day else (edtf.start, edtf.end)
    return (start.earliest if start and start.is_day else None), (end.latest if end and end.is_day else None)


def _shared_properties(graph: Graph, publication: PublishContext, event: Event) -> Iterator[Property]:
    """Yield the properties of any entry. Its required stamp (section 3.8.7.2) never depends on the clock."""
    changed = publication.changed_on(event)
    yield "UID", escape_calendar(f"{event.key}@{_namespace(graph, publication)}")
    yield "DTSTAMP", _midnight(publication.published_on or date(1970, 1, 1))
    if changed:
        yield "LAST-MODIFIED", _midnight(changed)
    is_plain_day = event.date is not None and event.date.is_day and iso_date(event.date) is not None
    yield "SUMMARY", escape_calendar(event.label if is_plain_day else f"{event.label} — {_format_date(event.date)}")
    yield "DESCRIPTION", escape_calendar("\n".join(_description(graph, event)))
    yield "CATEGORIES", escape_calendar(term(event.status, "Event.status"))
    if publication.site_url:
        yield "URL", publication.site_url + page_url(page_path(event))
    if event.date:
        yield "X-EDTF", escape_calendar(event.date.text)


def _description(graph: Graph, event: Event) -> Iterator[str]:
    yield graph.plain_text(event.summary)
    yield _("When: %(date)s.", date=_format_date(event.date))
    if event.place:
        yield _("Where: %(place)s.", place=graph.labels[f"place:{event.place}"])
    who = [f"{graph.labels[f'actor:{participant.actor}']} ({participant.role})" for participant in event.participants]
    if who:
        yield _("Who: %(names)s.", names=", ".join(who))
    if event.note:
        yield _("Note: %(note)s", note=graph.plain_text(event.note))


def _day_properties(first: date, last: date) -> Iterator[Property]:
    """Yield the days, the end excluded (section 3.6.1); they do not count as busy."""
    yield "DTSTART;VALUE=DATE", _digits(first)
    yield "DTEND;VALUE=DATE", _digits(last + timedelta(1))
    yield "TRANSP", "TRANSPARENT"


def _place_properties(graph: Graph, event: Event) -> Iterator[Property]:
    """Yield the name of the place, and its coordinates if it is a point."""
    place = graph.dossier.by_key.get(f"place:{event.place}")
    if isinstance(place, Place):
        yield "LOCATION", escape_calendar(place.name)
        if place.has_coordinates and place.precision == "point":
            yield "GEO", f"{place.latitude:f};{place.longitude:f}"


def _format_date(date: Edtf | None) -> str:
    return format_edtf(date) if date else _("date not stated")


def _namespace(graph: Graph, publication: PublishContext) -> str:
    """Return the part of a UID that differs between dossiers: the site's address, else the title."""
    address = publication.site_url.partition("://")[2].rstrip("/")
    return address or re.sub(r"\W+", "-", graph.dossier.settings.title.casefold()).strip("-")


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _midnight(day: date) -> str:
    return f"{_digits(day)}T000000Z"


def component_lines(name: str, properties: Iterable[Property], inner: Iterable[str] = ()) -> Iterator[str]:
    """Yield the lines of a component: its properties, then `inner`, the lines of the components in it."""
    yield f"BEGIN:{name}\r\n"
    yield from (_fold_line(f"{name}:{value}") for name, value in properties)
    yield from inner
    yield f"END:{name}\r\n"


def escape_calendar(value: str) -> str:
    """Return a text as a value of type TEXT (section 3.3.11), without control characters."""
    for char, escape in _ESCAPES:
        value = value.replace(char, escape)
    return _CONTROL.sub("", value)


def _fold_line(line: str) -> str:
    """Return a line in pieces of at most 75 octets that split no character, each but the first after a space."""
    rest, max_octets = line.encode("utf-8"), MAX_LINE_OCTETS
    pieces = []
    while len(rest) > max_octets:
        end = max_octets
        while rest[end] & 0b1100_0000 == 0b1000_0000:  # An octet within a UTF-8 character.
            end -= 1
        pieces.append(rest[:end])
        rest, max_octets = rest[end:], MAX_LINE_OCTETS - 1  # The space counts.
    return b"\r\n ".join((*pieces, rest)).decode("utf-8") + "\r\n"
