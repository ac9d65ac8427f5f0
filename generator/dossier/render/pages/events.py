"""The index of events."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.event import Event
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"events": graph.visible_of(Event)}


PAGE = Page("events/index.md", "events.md.j2", _given)
