"""The order in which a reader goes through the records of a kind: its neighbours are linked from each record's page."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.record import Record
from dossier.render.pages.disagreements import by_importance
from dossier.render.pages.timeline import timeline_order


class Neighbours(NamedTuple):
    """The records before and after one of the same kind."""

    previous: Record | None = None
    next: Record | None = None


def story_neighbours(graph: Graph) -> Mapping[str, Neighbours]:
    """Return the neighbours of each visible record, by its key."""
    neighbours: dict[str, Neighbours] = {}
    for kind in KINDS:
        records: Sequence[Record | None] = [None, *_in_story_order(graph, kind), None]
        for (before, record), (_, after) in pairwise(pairwise(records)):
            if record:
                neighbours[record.key] = Neighbours(before, after)
    return neighbours


def _in_story_order(graph: Graph, kind: type[Record]) -> Sequence[Record]:
    """Return the records of a kind: events by time, disagreements by importance, others as the graph has them."""
    if kind is Disagreement:
        return by_importance(graph, graph.visible_of(Disagreement))
    if kind is Event:
        return sorted(graph.visible_of(Event), key=timeline_order)
    return graph.visible_of(kind)
