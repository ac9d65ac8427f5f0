"""Who said what: quotes by speaker."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.quote import Quote
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"speakers": _speakers(graph)}


def _speakers(graph: Graph) -> list[tuple[str | None, list[Quote]]]:
    """The id of each speaker with what they said, in the order of their names; what nobody named said last."""
    names = {actor.id: actor.label.casefold() for actor in graph.dossier.actors}
    quotes = sorted(
        graph.visible_of(Quote),
        key=lambda one: (one.is_reader_comment, not one.speaker, names.get(one.speaker or "", ""), one.speaker or ""),
    )
    return [(speaker, list(some)) for speaker, some in groupby(quotes, key=lambda quote: quote.speaker)]


PAGE = Page("quotes/index.md", "quotes.md.j2", _given)
