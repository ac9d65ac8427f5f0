"""The index of events."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.event import Event
from dossier.render.pages.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"events": graph.shown_of(Event)}


PAGE = Page("events/index.md", "events.md.j2", _given)
