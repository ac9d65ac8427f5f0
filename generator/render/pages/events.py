"""The index of events."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.model.event import Event
from generator.render.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"events": graph.shown_of(Event)}


PAGE = Page("events/index.md", "events.md.j2", _given)
