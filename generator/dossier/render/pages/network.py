"""Who stands where: the actors and how they stand to each other, by which source, in whose words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.kinds.actor import Actor
from dossier.render.charts.side_markers import NO_SIDE, Emblem, emblems
from dossier.render.pages.page import Page, Told
from dossier.render.record_context import backed

STANCES = {
    "recognises": "with",
    "supports": "with",
    "loyal to": "with",
    "does not recognise": "against",
    "opposes": "against",
    "holds responsible": "against",
}
"""How a line is drawn: all other relations take no stand."""


class Tie(NamedTuple):
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


class Standing(NamedTuple):
    """An actor with its own relations, and those that others have to it."""

    actor: Actor
    own: tuple[Tie, ...]
    others: tuple[Tie, ...]


class Camp(NamedTuple):
    """A side with its actors: those with relations, and those of whom none is told."""

    emblem: Emblem
    standings: tuple[Standing, ...]
    silent: tuple[Actor, ...]


class Choice(NamedTuple):
    """A value to filter by, and how many relations have it."""

    value: str
    relations: int


def _given(graph: Graph, told: Told) -> Mapping[str, Any]:
    ties = tuple(_ties(graph))
    camps = tuple(_camps(graph, ties))
    return {
        "camps": camps,
        "ties": ties,
        "actors": sum(len(camp.standings) for camp in camps),
        "types": _choices(tie.type for tie in ties),
        "sources": _choices(key for tie in ties for key in tie.sources),
    }


def _ties(graph: Graph) -> Iterator[Tie]:
    for actor in graph.shown_of(Actor):
        for at, (relation, citations) in enumerate(backed(graph, actor, "relations")):
            to = graph.dossier.by_key.get(f"actor:{relation.to}")
            if isinstance(to, Actor) and to.key in graph.shown_keys:
                yield Tie(f"tie-{actor.id}-{at}", actor, relation.type, to, citations)


def _camps(graph: Graph, ties: Iterable[Tie]) -> Iterator[Camp]:
    own, others = defaultdict(list), defaultdict(list)
    for tie in ties:
        own[tie.subject.id].append(tie)
        others[tie.to.id].append(tie)
    standing = own.keys() | others.keys()
    for emblem in emblems(graph.dossier.settings.sides):
        members = [actor for actor in graph.shown_of(Actor) if (actor.side or NO_SIDE.id) == emblem.side.id]
        found = (Standing(one, tuple(own[one.id]), tuple(others[one.id])) for one in members if one.id in standing)
        if members:
            yield Camp(emblem, tuple(found), tuple(one for one in members if one.id not in standing))


def _choices(values: Iterable[str]) -> tuple[Choice, ...]:
    """Each value with its count, the most frequent first."""
    return tuple(Choice(*one) for one in sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])))


PAGE = Page("network.md", "network.md.j2", _given)
