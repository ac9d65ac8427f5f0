"""The timeline: events in order under headings no more exact than their dates, and what they can be filtered by."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.render.charts.date_track import MEANINGS, build_scale, date_shape
from dossier.render.pages.page import Page, PageInputs
from dossier.render.timeline_rows import TimelineRow

LONG = 60
"""Days from which on a span is told by its year alone."""
UNDATED = "Date unknown"


class Filter(NamedTuple):
    """What events are filtered by: its name in the page's address and in the rows, what readers see, its values."""

    name: str
    heading: str
    options: tuple[tuple[str, str], ...]


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    events = graph.visible_of(Event)
    found = {event.key: _found_by(graph, event) for event in events}
    shapes = {date_shape(event.date) for event in events}
    scale = build_scale(event.date for event in events)
    return {
        "months": _months(TimelineRow(one, found_by=_joined(found[one.key])) for one in events),
        "legend": [(shape, meaning) for shape, meaning in MEANINGS.items() if shape in shapes],
        "filters": [one for one in _filters(graph, found.values()) if len(one.options) > 1],
        "scale": Edtf.parse(f"{scale.first}/{scale.last}") if scale else None,
        "count": len(events),
    }


def _found_by(graph: Graph, event: Event) -> dict[str, list[str]]:
    """The ids of the actors in an event, of their sides, of the documents it rests on, of its place."""
    actors = list(dict.fromkeys(one.actor for one in event.participants if f"actor:{one.actor}" in graph.visible_keys))
    named = (graph.dossier.by_key[f"actor:{actor}"] for actor in actors)
    sides = dict.fromkeys(one.side for one in named if isinstance(one, Actor) and one.side)
    sources = graph.corroboration_of(event).sources
    places = [event.place] if event.place and f"place:{event.place}" in graph.visible_keys else []
    return {"actor": actors, "side": list(sides), "source": list(sources), "place": places}


def _joined(found: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: " ".join(ids) for name, ids in found.items()}


def _filters(graph: Graph, found: Iterable[Mapping[str, Iterable[str]]]) -> Iterable[Filter]:
    """The filters, each with the values that some event has, in the order of their names; sides in their own."""
    found = list(found)
    sides = {side.id: side.name for side in graph.dossier.settings.sides}
    for name in ("actor", "side", "source", "place"):
        ids = {id for one in found for id in one[name]}
        if name == "side":
            yield Filter(name, "Side", tuple((id, label) for id, label in sides.items() if id in ids))
        else:
            labels = ((id, graph.dossier.by_key[f"{name}:{id}"].short_label) for id in ids)
            yield Filter(name, name.capitalize(), tuple(sorted(labels, key=lambda one: (one[1].casefold(), one))))


def _months(rows: Iterable[TimelineRow]) -> list[tuple[str, list[TimelineRow]]]:
    """Events under the headings of the timeline, in the order of each heading's first event."""
    found: dict[str, list[TimelineRow]] = {}
    for row in rows:
        found.setdefault(_month(row.event), []).append(row)
    return list(found.items())


def _month(event: Event) -> str:
    """The heading of the timeline that an event stands under: no more exact than its date."""
    first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
    if first is None:
        return UNDATED if last is None else "Known only by the latest date"
    if last is None or (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[: len("2019-01")]
    return first.isoformat()[: len("2019-01" if (last - first).days < LONG else "2019")]


PAGE = Page("timeline.md", "timeline.md.j2", _given)
