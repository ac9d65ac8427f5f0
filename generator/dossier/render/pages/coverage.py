"""What the records account for, text by text."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from dossier.coverage.compute import count_coverage
from dossier.graph import Graph
from dossier.model.kinds.source import Exemption
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"coverage": _coverage(graph)}


def _coverage(graph: Graph) -> list[tuple[str, list[tuple[str, Any]], tuple[Exemption, ...]]]:
    """For each text: its source's key, the counts of each kind of mention, what its source exempts."""
    exempt = {source.id: source.exempt for source in graph.dossier.sources}
    shown = (tally for tally in count_coverage(graph.coverage) if f"source:{tally.source}" in graph.visible_keys)
    found = groupby(shown, key=lambda tally: tally.source)
    return [(f"source:{source}", [(one.kind, one.counts) for one in some], exempt[source]) for source, some in found]


PAGE = Page("coverage.md", "coverage.md.j2", _given)
