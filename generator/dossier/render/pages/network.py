"""Who stands where: the actors and how they stand to each other, by which source, in whose words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.kinds.actor import Actor
from dossier.render.charts.side_markers import NO_SIDE, SideMarker, side_markers
from dossier.render.pages.page import Page, PageInputs
from dossier.render.record_context import with_citations

STANCES = {
    "recognises": "with",
    "supports": "with",
    "loyal to": "with",
    "does not recognise": "against",
    "opposes": "against",
    "holds responsible": "against",
}
"""How a line is drawn: all other relations take no stand."""


class RelationEdge(NamedTuple):
    """A relation, as its sources tell it."""

    id: str
    subject: Actor
    type: str
    to: Actor
    citations: tuple[Citation, ...]

    @property
    def stance(self) -> str:
        return STANCES.get(self.type, "other")

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of the documents that tell it, in the order of its passages."""
        return tuple(dict.fromkeys(f"source:{one.passage.source}" for one in self.citations))


class ActorRelations(NamedTuple):
    """An actor with its own relations, and those that others have to it."""

    actor: Actor
    own: tuple[RelationEdge, ...]
    others: tuple[RelationEdge, ...]


class SideGroup(NamedTuple):
    """A side with its actors: those with relations, and those of whom none is told."""

    emblem: SideMarker
    standings: tuple[ActorRelations, ...]
    without_relations: tuple[Actor, ...]


class FilterOption(NamedTuple):
    """A value to filter by, and how many relations have it."""

    value: str
    relations: int


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    ties = tuple(_ties(graph))
    camps = tuple(_camps(graph, ties))
    return {
        "camps": camps,
        "ties": ties,
        "actors": sum(len(camp.standings) for camp in camps),
        "types": _choices(tie.type for tie in ties),
        "sources": _choices(key for tie in ties for key in tie.sources),
    }


def _ties(graph: Graph) -> Iterator[RelationEdge]:
    for actor in graph.visible_of(Actor):
        for at, (relation, citations) in enumerate(with_citations(graph, actor, "relations")):
            to = graph.dossier.by_key.get(f"actor:{relation.to}")
            if isinstance(to, Actor) and to.key in graph.visible_keys:
                yield RelationEdge(f"relation-{actor.id}-{at}", actor, relation.type, to, citations)


def _camps(graph: Graph, ties: Iterable[RelationEdge]) -> Iterator[SideGroup]:
    own, others = defaultdict(list), defaultdict(list)
    for tie in ties:
        own[tie.subject.id].append(tie)
        others[tie.to.id].append(tie)
    standing = own.keys() | others.keys()
    for emblem in side_markers(graph.dossier.settings.sides):
        members = [actor for actor in graph.visible_of(Actor) if (actor.side or NO_SIDE.id) == emblem.side.id]
        found = (
            ActorRelations(one, tuple(own[one.id]), tuple(others[one.id])) for one in members if one.id in standing
        )
        if members:
            yield SideGroup(emblem, tuple(found), tuple(one for one in members if one.id not in standing))


def _choices(values: Iterable[str]) -> tuple[FilterOption, ...]:
    """Each value with its count, the most frequent first."""
    return tuple(FilterOption(*one) for one in sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])))


PAGE = Page("network.md", "network.md.j2", _given)
