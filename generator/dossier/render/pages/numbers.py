"""Figures side by side: those of one measure compared, then those that stand alone, then readers' own."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.render.number_rows import NumberTable, number_rows
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    several = [some[0] for some in graph.number_series.values() if len(some) > 1]
    alone = [some[0] for some in graph.number_series.values() if len(some) == 1]
    apart = (
        ("Single figures", [one for one in alone if not one.is_reader_comment]),
        ("What readers wrote", [one for one in alone if one.is_reader_comment]),
    )
    return {
        "compared": number_rows(graph, several),
        "apart": [
            (heading, NumberTable(number_rows(graph, some), mixed_measures=True)) for heading, some in apart if some
        ],
    }


PAGE = Page("numbers/index.md", "numbers.md.j2", _given)
