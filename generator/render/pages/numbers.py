"""Figures side by side, measure by measure."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.render.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {"series": [(some[0].measure, some) for some in graph.series.values()]}


PAGE = Page("numbers/index.md", "numbers.md.j2", _given)
