"""The index of places."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.place import Place
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"places": graph.visible_of(Place)}


PAGE = Page("places/index.md", "places.md.j2", _given)
