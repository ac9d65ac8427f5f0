"""The index of places."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.place import Place
from dossier.render.pages.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"places": graph.shown_of(Place)}


PAGE = Page("places/index.md", "places.md.j2", _given)
