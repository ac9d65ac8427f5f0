"""Ties: the relations between actors that records state, as pages count, list and draw them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.model.kinds.actor import Actor
from dossier.render.charts.side_markers import NO_SIDE, SideMarker, side_markers
from dossier.text.interface import pgettext

STANCES: Mapping[str, str] = {
    "recognises": "with",
    "supports": "with",
    "loyal to": "with",
    "does not recognise": "against",
    "opposes": "against",
    "holds responsible": "against",
}
"""Whether a relation is for or against its object; all types that are not here take no side."""
STANCE_ORDER = ("with", "against", "other")
"""The stances in the order in which pages list them."""
SHADES = 4
"""How many shades the cells of the matrix have, besides that of an empty one."""


class Tie(NamedTuple):
    """A relation as its sources state it; `id` is its anchor on the page Relationships."""

    id: str
    subject: Actor
    type: str
    to: Actor
    statement: Statement

    @property
    def stance(self) -> str:
        """`with`, `against` or `other`."""
        return STANCES.get(self.type, "other")

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of the sources that state it, in the order of its passages."""
        return tuple(dict.fromkeys(f"source:{citation.passage.source}" for citation in self.statement.citations))


class StanceCount(NamedTuple):
    """How many ties of a group are of one stance."""

    stance: str
    tie_count: int

    @property
    def word(self) -> str:
        """The stance as readers see it."""
        words = {"with": pgettext("stance", "for"), "against": pgettext("stance", "against")}
        return words.get(self.stance, pgettext("stance", "other"))


class TieGroup(NamedTuple):
    """The ties from the actors of one side to those of another, or of the same. `shade`: from 0, none, to SHADES."""

    subject: SideMarker
    to: SideMarker
    ties: tuple[Tie, ...]
    shade: int

    @property
    def anchor(self) -> str:
        """The anchor of the group on the page Relationships."""
        return f"ties-{self.subject.side.id}-{self.to.side.id}"

    @property
    def stances(self) -> tuple[StanceCount, ...]:
        """How many ties there are of each stance that any has."""
        counts = Counter(tie.stance for tie in self.ties)
        return tuple(StanceCount(stance, counts[stance]) for stance in STANCE_ORDER if counts[stance])


class SideRow(NamedTuple):
    """A side, and its ties to each side."""

    marker: SideMarker
    groups: tuple[TieGroup, ...]


def iter_ties(graph: Graph) -> Iterator[Tie]:
    """Yield every relation between visible actors, in their order."""
    for actor in graph.visible_of(Actor):
        for index, relation in enumerate(actor.relations):
            to = graph.dossier.by_key.get(f"actor:{relation.to}")
            if isinstance(to, Actor) and to.key in graph.visible_keys:
                statement = graph.statements_in(actor, "relations", index)[0]
                yield Tie(f"relation-{actor.id}-{index}", actor, relation.type, to, statement)


def side_id(actor: Actor) -> str:
    """Return the id of an actor's side, or of the side of those without one."""
    return actor.side or NO_SIDE.id


def sides_with_actors(graph: Graph) -> tuple[tuple[SideMarker, tuple[Actor, ...]], ...]:
    """Return each side that has actors with them, in the order of the sides; those without a side last."""
    by_side = defaultdict(list)
    for actor in graph.visible_of(Actor):
        by_side[side_id(actor)].append(actor)
    markers = side_markers(graph.dossier.settings.sides)
    return tuple((marker, tuple(by_side[marker.side.id])) for marker in markers if by_side[marker.side.id])


def tie_matrix(graph: Graph, ties: Iterable[Tie]) -> tuple[SideRow, ...]:
    """Return how the actors of each side relate to those of each, for the sides that have any ties."""
    by_sides: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        by_sides[side_id(tie.subject), side_id(tie.to)].append(tie)
    most = max(map(len, by_sides.values()), default=0)
    tied = {side for sides in by_sides for side in sides}
    markers = [marker for marker, _ in sides_with_actors(graph) if marker.side.id in tied]

    def group(subject: SideMarker, to: SideMarker) -> TieGroup:
        found = sorted(by_sides.get((subject.side.id, to.side.id), ()), key=_by_stance)
        return TieGroup(subject, to, tuple(found), -(-SHADES * len(found) // most) if most else 0)

    return tuple(SideRow(subject, tuple(group(subject, to) for to in markers)) for subject in markers)


def _by_stance(tie: Tie) -> tuple[int, str]:
    return STANCE_ORDER.index(tie.stance), tie.type
