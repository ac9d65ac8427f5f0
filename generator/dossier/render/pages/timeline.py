"""The timeline: events on one axis, in the order of their earliest possible day, with filters."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from dossier.edtf.format import format_month
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.render.charts.date_track import SHAPE_MEANINGS, DateShape, date_shape
from dossier.render.charts.side_markers import SideMarker, side_markers
from dossier.render.charts.time_scale import MAX_DAYS_WITH_MONTHS, TimeScale, build_scale
from dossier.render.pages.site_page import SitePage
from dossier.render.rows import TimelineRow, event_markers
from dossier.text.collation import collation_key
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop
from dossier.text.wording import upper_first

FILTERS = {
    "actor": gettext_noop("Actor"),
    "side": gettext_noop("Side"),
    "source": gettext_noop("Source"),
    "place": gettext_noop("Place"),
}
"""The filters, with their labels."""


class TimelineFilter(NamedTuple):
    """A filter: its name in the page's address and in the rows, its label, and its options as (id, label)."""

    name: str
    heading: str
    options: tuple[tuple[str, str], ...]


def _context(graph: Graph) -> Mapping[str, Any]:
    events = sorted(graph.visible_of(Event), key=timeline_order)
    values = {event.key: _filter_values(graph, event) for event in events}
    rows = [TimelineRow(event, filter_values=_joined(values[event.key])) for event in events]
    filters = (_filter(graph, name, values.values()) for name in FILTERS)
    scale = build_scale(event.date for event in events)
    return {
        "parts": _rows_by_heading(rows, scale),
        "shapes": shapes_of(events),
        "sides": sides_of(graph, events),
        "filters": [timeline_filter for timeline_filter in filters if len(timeline_filter.options) > 1],
        "scale": Edtf.parse(f"{scale.first}/{scale.last}") if scale else None,
        "count": len(events),
    }


def timeline_order(event: Event) -> tuple[object, ...]:
    """Return the sort key of an event: its earliest possible day or, if that is open, its latest; then as precise."""
    day = order_day(event)
    if day is None or event.date is None:
        return True, date.max, True, date.max, event.id
    return False, day, event.date.earliest is None, event.date.latest or date.max, event.id


def order_day(event: Event) -> date | None:
    """Return the day by which an event is in order; None if nothing is known of its date."""
    return (event.date.earliest or event.date.latest) if event.date else None


def shapes_of(events: Iterable[Event]) -> tuple[tuple[DateShape, str], ...]:
    """Return the shapes of the dates of some events with their meanings, in the order of a legend."""
    shown = {date_shape(event.date) for event in events}
    return tuple((shape, _(meaning)) for shape, meaning in SHAPE_MEANINGS.items() if shape in shown)


def sides_of(graph: Graph, events: Iterable[Event]) -> tuple[SideMarker, ...]:
    """Return the markers of some events, in the order of the sides; none if the dossier has no sides."""
    by_event, markers = event_markers(graph), side_markers(graph.dossier.settings.sides)
    shown = {by_event[event.key].side.id for event in events}
    return tuple(marker for marker in markers if marker.side.id in shown) if len(markers) > 1 else ()


def _filter_values(graph: Graph, event: Event) -> dict[str, Sequence[str]]:
    """Return the ids that each filter finds an event by: its actors, their sides, its sources, its place."""
    by_key, visible = graph.dossier.by_key, graph.visible_keys
    keys = dict.fromkeys(f"actor:{participant.actor}" for participant in event.participants)
    actors = [by_key[key] for key in keys if key in visible]
    sides = dict.fromkeys(actor.side for actor in actors if isinstance(actor, Actor) and actor.side)
    return {
        "actor": [actor.id for actor in actors],
        "side": list(sides),
        "source": graph.corroboration_of(event).sources,
        "place": [event.place] if event.place and f"place:{event.place}" in visible else [],
    }


def _joined(values: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: " ".join(ids) for name, ids in values.items()}


def _filter(graph: Graph, name: str, values: Iterable[Mapping[str, Sequence[str]]]) -> TimelineFilter:
    """Return the filter with the values of any event, sorted by label; sides in their own order."""
    ids = {id for by_filter in values for id in by_filter[name]}
    if name == "side":
        sides = graph.dossier.settings.sides
        return TimelineFilter(name, _(FILTERS[name]), tuple((side.id, side.name) for side in sides if side.id in ids))
    options = [(id, graph.dossier.by_key[f"{name}:{id}"].short_label) for id in ids]
    language = graph.dossier.settings.language
    options.sort(key=lambda option: (collation_key(option[1], language), option))
    return TimelineFilter(name, _(FILTERS[name]), tuple(options))


def _rows_by_heading(rows: Iterable[TimelineRow], scale: TimeScale | None) -> list[tuple[str, list[TimelineRow]]]:
    """Return the rows under each heading, headings in the order of their first rows."""
    by_heading: dict[str, list[TimelineRow]] = {}
    for row in rows:
        by_heading.setdefault(_heading(order_day(row.event), scale), []).append(row)
    return list(by_heading.items())


def _heading(day: date | None, scale: TimeScale | None) -> str:
    """Return the heading of an event by its day: a month or year of the scale, or what is before or after it."""
    if day is None:
        return _("Date unknown")
    if scale is None:
        return str(day.year)
    by_month = scale.days <= MAX_DAYS_WITH_MONTHS
    if day < scale.first:
        return _("Before %(period)s", period=_period(scale.first, by_month))
    if day > scale.last:
        return _("After %(period)s", period=_period(scale.last, by_month))
    return upper_first(_period(day, by_month))


def _period(day: date, by_month: bool) -> str:
    return format_month(f"{day:%Y-%m}") if by_month else str(day.year)


PAGE = SitePage("timeline.md", "timeline.md.j2", _context)
