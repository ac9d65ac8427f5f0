"""Every rule, from its own text."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"rules": told.rules}


PAGE = Page("how-we-check.md", "how-we-check.md.j2", _given, searched=True)
