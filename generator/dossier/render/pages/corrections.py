"""What was put right after publication, and what is claimed no longer."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.graph.revisions import list_revisions
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"revised": list_revisions(graph)}


PAGE = Page("corrections.md", "corrections.md.j2", _given, searched=True)
