"""Rows of timelines: events with what their pages show of them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.render.charts.side_markers import SideMarker, side_markers

MAX_EVENTS = 10
"""How many events an actor's page has beside the text; the timeline has them all."""


class TimelineRow(NamedTuple):
    """An event in a timeline. `filter_values`: for each filter the ids of its values, separated by spaces."""

    event: Event
    note: str = ""
    filter_values: Mapping[str, str] = MappingProxyType({})


def events_of_actor(graph: Graph, actor: Actor) -> list[TimelineRow]:
    """Return the events that an actor took part in, each with the actor's roles in it as the note."""
    events = [event for event in graph.referring_records(actor, "participants") if isinstance(event, Event)]
    return [TimelineRow(event, _roles(event, actor)) for event in events]


def main_events(graph: Graph, rows: Sequence[TimelineRow]) -> list[TimelineRow]:
    """Return the rows or, if there are many, those of the events that most records refer to, in the same order."""
    if len(rows) <= MAX_EVENTS:
        return list(rows)
    ranked = sorted(rows, key=lambda row: -len(graph.backlinks_of(row.event)))
    main = {row.event.key for row in ranked[:MAX_EVENTS]}
    return [row for row in rows if row.event.key in main]


def _roles(event: Event, actor: Actor) -> str:
    roles = [participant.role for participant in event.participants if participant.actor == actor.id]
    return ", ".join(dict.fromkeys(roles))


def event_markers(graph: Graph) -> dict[str, SideMarker]:
    """Return the marker of each event by its key: of the side of its first participant that has one."""
    markers = side_markers(graph.dossier.settings.sides)
    by_side = {marker.side.id: marker for marker in markers}
    sides = {actor.id: actor.side for actor in graph.visible_of(Actor)}
    return {event.key: by_side.get(_first_side(event, sides) or "", markers[-1]) for event in graph.visible_of(Event)}


def _first_side(event: Event, sides: Mapping[str, str | None]) -> str | None:
    return next((side for item in event.participants if (side := sides.get(item.actor))), None)
