"""The page Relationships: how the actors relate to each other, according to which source and in which words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.kinds.actor import Actor
from dossier.render.charts.side_markers import NO_SIDE, SideMarker, side_markers
from dossier.render.pages.site_page import SitePage

STANCES = {
    "recognises": "with",
    "supports": "with",
    "loyal to": "with",
    "does not recognise": "against",
    "opposes": "against",
    "holds responsible": "against",
}
"""How a relationship's line is drawn; all types that are not here take no side."""


class RelationEdge(NamedTuple):
    """A relationship as its sources state it; `id` is its anchor on the page."""

    id: str
    subject: Actor
    type: str
    to: Actor
    citations: tuple[Citation, ...]

    @property
    def stance(self) -> str:
        """`with`, `against` or `other`."""
        return STANCES.get(self.type, "other")

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of the sources that state it, in the order of its passages."""
        return tuple(dict.fromkeys(f"source:{citation.passage.source}" for citation in self.citations))


class ActorRelations(NamedTuple):
    """An actor with its own relationships and those that others have to it."""

    actor: Actor
    own: tuple[RelationEdge, ...]
    others: tuple[RelationEdge, ...]


class SideGroup(NamedTuple):
    """A side with its actors, those with and those without relationships."""

    marker: SideMarker
    members: tuple[ActorRelations, ...]
    without_relations: tuple[Actor, ...]


class FilterOption(NamedTuple):
    """A value to filter by, and how many relationships have it."""

    value: str
    edge_count: int


def _context(graph: Graph) -> Mapping[str, Any]:
    edges = tuple(_edges(graph))
    groups = tuple(_side_groups(graph, edges))
    return {
        "groups": groups,
        "edges": edges,
        "actor_count": sum(len(group.members) for group in groups),
        "types": _filter_options(edge.type for edge in edges),
        "sources": _filter_options(key for edge in edges for key in edge.sources),
    }


def _edges(graph: Graph) -> Iterator[RelationEdge]:
    for actor in graph.visible_of(Actor):
        for index, relation in enumerate(actor.relations):
            to = graph.dossier.by_key.get(f"actor:{relation.to}")
            if isinstance(to, Actor) and to.key in graph.visible_keys:
                citations = graph.statements_in(actor, "relations", index)[0].citations
                yield RelationEdge(f"relation-{actor.id}-{index}", actor, relation.type, to, citations)


def _side_groups(graph: Graph, edges: Iterable[RelationEdge]) -> Iterator[SideGroup]:
    """Yield each side that has any actors."""
    own, others = defaultdict(list), defaultdict(list)
    for edge in edges:
        own[edge.subject.id].append(edge)
        others[edge.to.id].append(edge)
    related = own.keys() | others.keys()
    for marker in side_markers(graph.dossier.settings.sides):
        actors = [actor for actor in graph.visible_of(Actor) if (actor.side or NO_SIDE.id) == marker.side.id]
        if actors:
            yield SideGroup(
                marker,
                tuple(
                    ActorRelations(actor, tuple(own[actor.id]), tuple(others[actor.id]))
                    for actor in actors
                    if actor.id in related
                ),
                tuple(actor for actor in actors if actor.id not in related),
            )


def _filter_options(values: Iterable[str]) -> tuple[FilterOption, ...]:
    """Return each value with its count, the most frequent first."""
    counts = Counter(values)
    return tuple(
        FilterOption(value, counts[value]) for value in sorted(counts, key=lambda value: (-counts[value], value))
    )


PAGE = SitePage("network.md", "network.md.j2", _context)
