"""The index of sources: those held, then those that they rest on."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.model.source import Source
from generator.render.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    sources = [one for one in graph.by_kind.get("sources", ()) if isinstance(one, Source)]
    return {"held": [one for one in sources if one.held], "others": [one for one in sources if not one.held]}


PAGE = Page("sources/index.md", "sources.md.j2", _given)
