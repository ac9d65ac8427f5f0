"""The first page: the story in short, its main figures, people and disagreements, and the way in to everything."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from dossier.graph import Graph
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.record import Record
from dossier.render.pages.actors import sides
from dossier.render.pages.page import Page, PageInputs
from dossier.render.pages.sources import sources
from dossier.render.timeline_rows import TimelineRow

One = TypeVar("One", bound=Record)
MOST = 8
"""So many of a kind stand on the first page; their index has the others."""


class Side(NamedTuple):
    """The actors of a side that most refers to, and how many more there are."""

    name: str
    actors: Sequence[Actor]
    more: int


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    disagreements = graph.visible_of(Disagreement)
    figures = [one for one in graph.visible_of(Number) if not one.is_reader_comment]
    events = graph.visible_of(Event)
    main = {one.key for one in _main(graph, events)}
    return {
        "settings": graph.dossier.settings,
        "kinds": [(kind, graph.by_kind.get(kind.plural, ())) for kind in KINDS],
        "disagreements": disagreements,
        "weighty": _main(graph, [one for one in disagreements if not one.same_origin]),
        "figures": _main(graph, figures),
        "sides": [Side(name, shown := _main(graph, some), len(some) - len(shown)) for name, some in sides(graph)],
        "held": sources(graph, held=True),
        "key_events": [TimelineRow(one) for one in events if one.key in main],
    }


def _main(graph: Graph, records: Sequence[One]) -> list[One]:
    """The records that most others refer to, the most referred first."""
    return sorted(records, key=lambda one: -len(graph.backlinks_of(one)))[:MOST]


PAGE = Page("index.md", "home.md.j2", _given)
