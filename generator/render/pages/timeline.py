"""The timeline: events month by month, under headings no more exact than their dates."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.model.event import Event
from generator.render.page import Page, Told

LONG = 60
"""Days from which on a span is told by its year alone."""


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"months": _months(graph)}


def _months(graph: Graph) -> list[tuple[str, list[Event]]]:
    """Events under the headings of the timeline, in the order of each heading's first event."""
    found: dict[str, list[Event]] = {}
    for event in graph.by_kind.get("events", ()):
        if isinstance(event, Event):
            found.setdefault(_month(event), []).append(event)
    return list(found.items())


def _month(event: Event) -> str:
    """The heading of the timeline that an event stands under: no more exact than its date."""
    first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
    if first is None:
        return "Undated" if last is None else "Known only by its latest date"
    if last is None or (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[: len("2019-01")]
    return first.isoformat()[: len("2019-01" if (last - first).days < LONG else "2019")]


PAGE = Page("timeline.md", "timeline.md.j2", _given)
