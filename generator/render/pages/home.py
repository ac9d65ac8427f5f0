"""The first page: what the dossier is about, where the sources disagree, and the way in to everything."""

from collections.abc import Mapping
from typing import Any

from generator.link import Graph
from generator.model.kinds import KINDS
from generator.render.page import Page, Told
from generator.render.pages.actors import sides
from generator.render.pages.sources import sources


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    return {
        "settings": graph.dossier.settings,
        "kinds": [(kind, graph.by_kind.get(kind.plural, ())) for kind in KINDS],
        "weighty": [one for one in graph.by_kind.get("disputes", ()) if len(graph.corroboration_of(one).origins) > 1],
        "disputes": graph.by_kind.get("disputes", ()),
        "numbers": [one for one in graph.by_kind.get("numbers", ()) if not one.is_reader_comment],
        "sides": sides(graph),
        "held": sources(graph, held=True),
    }


PAGE = Page("index.md", "home.md.j2", _given)
