"""What was put right after publication, and what is claimed no longer."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.graph.revisions import revised
from dossier.render.pages.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"revised": revised(graph)}


PAGE = Page("corrections.md", "corrections.md.j2", _given, searched=True)
