"""Disagreements, by the way in which the answers differ."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from generator.link import Graph
from generator.model.dispute import Dispute
from generator.render.page import Page, Told


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    disputes = [one for one in graph.by_kind.get("disputes", ()) if isinstance(one, Dispute)]
    disputes.sort(key=lambda one: one.type)
    return {"types": [(type, list(some)) for type, some in groupby(disputes, key=lambda one: one.type)]}


PAGE = Page("disputes/index.md", "disputes.md.j2", _given)
