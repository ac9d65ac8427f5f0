"""The relationships on an actor's page: grouped by what they are, each of the other actors once in a group."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.model.kinds.actor import Actor, Relation
from dossier.text.interface import gettext, gettext_noop

MAX_SHOWN = 10
"""How many actors of a group are shown if it has many; the others can be opened."""
MIN_FOLDED = 4
"""Fewer than these are not worth opening."""


class Family(NamedTuple):
    """Types of relations that are listed together.

    `own` and `theirs` are the headings of those that the actor of the page has to others and that others have to it,
    `mutual` that of those in both directions; one heading for all where the direction does not matter. Relations whose
    type is `usual` are listed without it.
    """

    types: tuple[str, ...]
    usual: str
    own: str
    theirs: str
    mutual: str


FAMILIES = (
    Family(
        ("supports", "recognises", "loyal to"),
        "supports",
        gettext_noop("Supports"),
        gettext_noop("Supported by"),
        gettext_noop("Supports, and supported by"),
    ),
    Family(
        ("opposes", "does not recognise", "holds responsible"),
        "opposes",
        gettext_noop("Opposes"),
        gettext_noop("Opposed by"),
        gettext_noop("Opposes, and opposed by"),
    ),
    Family(("leads",), "leads", gettext_noop("Leads"), gettext_noop("Led by"), gettext_noop("Leads, and led by")),
    Family(
        ("speaks for",),
        "speaks for",
        gettext_noop("Speaks for"),
        gettext_noop("Represented by"),
        gettext_noop("Speak for each other"),
    ),
    Family(
        ("member of", "part of", "works for"),
        "",
        gettext_noop("Belongs to"),
        gettext_noop("Belonging to it"),
        gettext_noop("Belong to each other"),
    ),
    Family(("family of",), "family of", *[gettext_noop("Family")] * 3),
    Family(("in contact with",), "in contact with", *[gettext_noop("In contact with")] * 3),
    Family(
        ("relays",),
        "relays",
        gettext_noop("Relays"),
        gettext_noop("Relayed by"),
        gettext_noop("Relays, and relayed by"),
    ),
    Family(
        ("publishes",),
        "publishes",
        gettext_noop("Publishes"),
        gettext_noop("Published by"),
        gettext_noop("Publishes, and published by"),
    ),
)


class ListedRelation(NamedTuple):
    """A relation between the actor of the page and another; `is_own`: whether the page's own record states it."""

    relation: Relation
    statement: Statement
    is_own: bool


class RelatedActor(NamedTuple):
    """Another actor, and its relations of one group, in both directions.

    `shows_types`: the heading alone does not say what they are.
    """

    actor: Actor
    relations: tuple[ListedRelation, ...]
    shows_types: bool

    @property
    def is_mutual(self) -> bool:
        """Whether there are relations in both directions."""
        return len({listed.is_own for listed in self.relations}) > 1


class RelationGroup(NamedTuple):
    """The actors under one heading; `more` can be opened."""

    heading: str
    shown: Sequence[RelatedActor]
    more: Sequence[RelatedActor]

    @property
    def actors(self) -> tuple[RelatedActor, ...]:
        """All of them."""
        return (*self.shown, *self.more)


def relation_groups(graph: Graph, actor: Actor) -> tuple[RelationGroup, ...]:
    """Return the relations of an actor, its own and those that other actors' records state."""
    by_family: dict[int, dict[str, list[ListedRelation]]] = {}
    others: dict[str, Actor] = {}
    for other, listed in _relations(graph, actor):
        others[other.key] = other
        index = next(index for index, family in enumerate(FAMILIES) if listed.relation.type in family.types)
        by_family.setdefault(index, {}).setdefault(other.key, []).append(listed)
    groups: list[RelationGroup] = []
    for index, family in enumerate(FAMILIES):
        by_heading: dict[str, list[RelatedActor]] = {family.own: [], family.mutual: [], family.theirs: []}
        for key, relations in by_family.get(index, {}).items():
            directions = {listed.is_own for listed in relations}
            heading = family.mutual if len(directions) > 1 else family.own if directions == {True} else family.theirs
            shows_types = any(listed.relation.type != family.usual for listed in relations)
            by_heading[heading].append(RelatedActor(others[key], tuple(relations), shows_types))
        groups += [_group(heading, found) for heading, found in by_heading.items() if found]
    return tuple(groups)


def _group(heading: str, found: Sequence[RelatedActor]) -> RelationGroup:
    shown = MAX_SHOWN if len(found) >= MAX_SHOWN + MIN_FOLDED else len(found)
    return RelationGroup(gettext(heading), found[:shown], found[shown:])


def _relations(graph: Graph, actor: Actor) -> Iterator[tuple[Actor, ListedRelation]]:
    """Yield each relation of an actor with the other actor: first its own, then those that others have to it."""
    for index, relation in enumerate(actor.relations):
        other = graph.dossier.by_key.get(f"actor:{relation.to}")
        if isinstance(other, Actor) and not other.is_draft:
            yield other, ListedRelation(relation, graph.statements_in(actor, "relations", index)[0], is_own=True)
    for other in graph.referring_records(actor, "relations"):
        for index, relation in enumerate(other.relations if isinstance(other, Actor) else ()):
            if isinstance(other, Actor) and relation.to == actor.id:
                yield other, ListedRelation(relation, graph.statements_in(other, "relations", index)[0], is_own=False)
