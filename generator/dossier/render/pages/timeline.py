"""The timeline: events in order, under headings that are only as precise as their dates, with filters."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.render.charts.date_track import SHAPE_MEANINGS, build_scale, date_shape
from dossier.render.pages.site_page import SitePage
from dossier.render.rows import TimelineRow

MIN_DAYS_OF_YEAR = 60
"""A span of so many days is listed under its year; a shorter one under the month it begins in."""
UNDATED = "Date unknown"
LATEST_ONLY = "Latest possible date known"
FILTERS = ("actor", "side", "source", "place")


class TimelineFilter(NamedTuple):
    """A filter: its name in the page's address and in the rows, its label, and its options as (id, label)."""

    name: str
    heading: str
    options: tuple[tuple[str, str], ...]


def _context(graph: Graph) -> Mapping[str, Any]:
    events = graph.visible_of(Event)
    values = {event.key: _filter_values(graph, event) for event in events}
    rows = [TimelineRow(event, filter_values=_joined(values[event.key])) for event in events]
    filters = (_filter(graph, name, values.values()) for name in FILTERS)
    shapes = {date_shape(event.date) for event in events}
    scale = build_scale(event.date for event in events)
    return {
        "months": _rows_by_heading(rows),
        "legend": [(shape, meaning) for shape, meaning in SHAPE_MEANINGS.items() if shape in shapes],
        "filters": [timeline_filter for timeline_filter in filters if len(timeline_filter.options) > 1],
        "scale": Edtf.parse(f"{scale.first}/{scale.last}") if scale else None,
        "count": len(events),
    }


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
        return TimelineFilter(name, "Side", tuple((side.id, side.name) for side in sides if side.id in ids))
    options = [(id, graph.dossier.by_key[f"{name}:{id}"].short_label) for id in ids]
    options.sort(key=lambda option: (option[1].casefold(), option))
    return TimelineFilter(name, name.capitalize(), tuple(options))


def _rows_by_heading(rows: Iterable[TimelineRow]) -> list[tuple[str, list[TimelineRow]]]:
    """Return the rows under each heading, headings in the order of their first rows."""
    by_heading: dict[str, list[TimelineRow]] = {}
    for row in rows:
        by_heading.setdefault(_heading(row.event), []).append(row)
    return list(by_heading.items())


def _heading(event: Event) -> str:
    """Return the heading of an event: `2019-01` or `2019`, only as precise as its date, or words."""
    first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
    if first is None:
        return UNDATED if last is None else LATEST_ONLY
    month, year = f"{first:%Y-%m}", f"{first:%Y}"
    if last is None or (first.year, first.month) == (last.year, last.month):
        return month
    return month if (last - first).days < MIN_DAYS_OF_YEAR else year


PAGE = SitePage("timeline.md", "timeline.md.j2", _context)
