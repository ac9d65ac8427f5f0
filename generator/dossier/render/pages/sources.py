"""The index of sources: those held, then those that they rest on."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"held": sources(graph, held=True), "others": sources(graph, held=False)}


def sources(graph: Graph, *, held: bool) -> list[Source]:
    """The sources that are held, or those that are not."""
    return [one for one in graph.visible_of(Source) if one.has_text == held]


PAGE = Page("sources/index.md", "sources.md.j2", _given)
