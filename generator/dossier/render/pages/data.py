"""The data files, by what readers take them for."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from dossier.graph import Graph
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"groups": [(name, list(formats)) for name, formats in groupby(told.exports, lambda text: text.group)]}


PAGE = Page("data.md", "data.md.j2", _given, searched=True)
