"""The strip of the front page: the key events of the story, on one axis."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.event import Event
from dossier.render.charts.date_track import DateShape, draw_marks
from dossier.render.charts.side_markers import SideMarker
from dossier.render.charts.strip import StripDrawing, StripEvent, draw_strip, period_in_words
from dossier.render.charts.time_scale import TimeScale, build_scale
from dossier.render.markdown import Markdown
from dossier.render.pages.timeline import shapes_of, sides_of, timeline_order
from dossier.render.rows import TimelineRow, event_markers

MIN_EVENTS, MAX_EVENTS = 6, 14
"""Of a strip: if the story links to fewer or more, the events that most records refer to are added or kept."""


class StripItem(NamedTuple):
    """An event of the strip: its page, the marker of its side, and its marks."""

    url: str
    title: str
    marker: SideMarker
    marks: Markdown


class TimelineStrip(NamedTuple):
    """The strip: the period in words, the drawing with its items by key, and the same events as rows of a list.

    `shapes` are those of its dates with their meanings, `sides` the markers of its events.
    """

    period: str
    shapes: tuple[tuple[DateShape, str], ...]
    sides: tuple[SideMarker, ...]
    drawing: StripDrawing
    items: Mapping[str, StripItem]
    rows: tuple[TimelineRow, ...]
    event_count: int


def timeline_strip(graph: Graph) -> TimelineStrip | None:
    """Return the strip of a dossier; None if none of its events is dated."""
    all_events = graph.visible_of(Event)
    scale = build_scale(event.date for event in all_events)
    if scale is None:
        return None
    events = _key_events(graph, [event for event in all_events if _is_on(scale, event)])
    markers = event_markers(graph)
    drawn = [StripEvent(event.key, event.label, event.date) for event in events if event.date]
    items = {event.key: _item(event, scale, markers[event.key]) for event in events}
    return TimelineStrip(
        period_in_words(scale.first, scale.last),
        shapes_of(events),
        sides_of(graph, events),
        draw_strip(drawn, scale),
        items,
        tuple(TimelineRow(event) for event in sorted(events, key=timeline_order)),
        len(all_events),
    )


def _is_on(scale: TimeScale, event: Event) -> bool:
    """Return whether some of an event's possible days are on the scale, and it does not begin before."""
    if event.date is None:
        return False
    first, last = event.date.earliest, event.date.latest
    return (first or last or scale.first) >= scale.first and (first or last or scale.last) <= scale.last


def _key_events(graph: Graph, events: list[Event]) -> list[Event]:
    """Return the events that the story links to, completed or cut to those that most records refer to."""
    named = set(graph.references_from(graph.dossier.settings))
    ranked = sorted(events, key=lambda event: (event.key not in named, -len(graph.backlinks_of(event))))
    linked = sum(event.key in named for event in events)
    return ranked[: min(max(linked, MIN_EVENTS), MAX_EVENTS)]


def _item(event: Event, scale: TimeScale, marker: SideMarker) -> StripItem:
    marks = draw_marks(event.date, scale, marker, f"strip-{event.id}") if event.date else ""
    return StripItem(page_url(page_path(event)), event.label, marker, Markdown(marks))
