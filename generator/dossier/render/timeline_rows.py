"""Rows of a timeline: an event with a note and the values that filters find it by."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event


class TimelineRow(NamedTuple):
    """An event in a timeline. `filter_values`: for each filter the ids of its values, separated by spaces."""

    event: Event
    note: str = ""
    filter_values: Mapping[str, str] = MappingProxyType({})


def events_of_actor(graph: Graph, actor: Actor) -> list[TimelineRow]:
    """Return the events that an actor took part in, each with the actor's roles in it as the note."""
    events = [event for event in graph.referring_records(actor, "participants") if isinstance(event, Event)]
    return [TimelineRow(event, _roles(event, actor)) for event in events]


def _roles(event: Event, actor: Actor) -> str:
    roles = [participant.role for participant in event.participants if participant.actor == actor.id]
    return ", ".join(dict.fromkeys(roles))
