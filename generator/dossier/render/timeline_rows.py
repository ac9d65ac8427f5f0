"""Rows of a timeline: an event, what is noted of it there, and what it is found by."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event


class TimelineRow(NamedTuple):
    """An event in a timeline. `found_by`: for each filter the ids of its values, apart by spaces."""

    event: Event
    note: str = ""
    found_by: Mapping[str, str] = MappingProxyType({})


def events_of_actor(graph: Graph, actor: Actor) -> list[TimelineRow]:
    """The events that an actor took part in, each with the actor's part in it."""
    found = (one for one in graph.referring_records(actor, "participants") if isinstance(one, Event))
    return [TimelineRow(event, _role(event, actor)) for event in found]


def _role(event: Event, actor: Actor) -> str:
    return ", ".join(dict.fromkeys(one.role for one in event.participants if one.actor == actor.id))
