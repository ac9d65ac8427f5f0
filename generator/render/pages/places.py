"""The index of places."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.model.place import Place
from generator.render.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"places": graph.shown_of(Place)}


PAGE = Page("places/index.md", "places.md.j2", _given)
