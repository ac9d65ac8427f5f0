"""What the index of actors shows: the actors of each side, and how the sides relate to each other."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.actor import Actor, Relation
from dossier.model.terms import term
from dossier.render.charts.side_markers import SideMarker
from dossier.render.ties import iter_ties, sides_with_actors, tie_matrix
from dossier.text.interface import ngettext

AFFILIATIONS = ("leads", "speaks for", "works for", "member of", "part of")
"""The relations that say who an actor is, the most telling first."""
MAX_TITLES = 3
"""An actor with more titles than these is not introduced by any of them: which one is right may be disputed."""
MAX_SHOWN = {"people": 12, "named": 24, "unnamed": 18}
"""How many actors of each shelf are shown at once; the others can be opened."""


class ActorEntry(NamedTuple):
    """An actor with what introduces it, and its `weight`: how many records refer to it.

    `share` is its weight as a percentage of the largest of all actors.
    """

    actor: Actor
    introduction: str
    weight: int
    share: int


class Shelf(NamedTuple):
    """Actors of one sort on one side, those that most records refer to first. `more` can be opened."""

    shown: Sequence[ActorEntry]
    more: Sequence[ActorEntry]


class SideBand(NamedTuple):
    """A side with its actors: people, other actors with a name, and those whom the sources do not name."""

    marker: SideMarker
    actor_count: int
    people: Shelf
    named: Shelf
    unnamed: Shelf


def actors_context(graph: Graph) -> Mapping[str, Any]:
    """Return the context of the index of actors."""
    most = max((len(graph.backlinks_of(actor)) for actor in graph.visible_of(Actor)), default=0)
    ties = tuple(iter_ties(graph))
    return {
        "bands": [_band(graph, marker, actors, most or 1) for marker, actors in sides_with_actors(graph)],
        "matrix": tie_matrix(graph, ties),
        "tie_count": len(ties),
    }


def _band(graph: Graph, marker: SideMarker, actors: Iterable[Actor], most: int) -> SideBand:
    entries = [_entry(graph, actor, most) for actor in actors]
    entries.sort(key=lambda entry: -entry.weight)
    sorts: dict[str, list[ActorEntry]] = {name: [] for name in MAX_SHOWN}
    for entry in entries:
        actor = entry.actor
        name = "unnamed" if actor.unnamed else "people" if actor.kind == "person" else "named"
        sorts[name].append(entry)
    shelves = {name: Shelf(found[: MAX_SHOWN[name]], found[MAX_SHOWN[name] :]) for name, found in sorts.items()}
    return SideBand(marker, len(entries), **shelves)


def _entry(graph: Graph, actor: Actor, most: int) -> ActorEntry:
    weight = len(graph.backlinks_of(actor))
    return ActorEntry(actor, _introduction(graph, actor), weight, round(100 * weight / most))


def _introduction(graph: Graph, actor: Actor) -> str:
    """Return the titles of an actor or, if there are many or none, to whom it belongs, as its record has them."""
    titles = [role.title for role in actor.roles]
    if 0 < len(titles) <= MAX_TITLES:
        return ", ".join(titles)
    relations = [relation for relation in actor.relations if relation.type in AFFILIATIONS]
    relations.sort(key=lambda relation: AFFILIATIONS.index(relation.type))
    belongs = [
        f"{term(relation.type, 'Relation.type')} {_within_a_line(graph, relation)}" for relation in relations[:1]
    ]
    if titles:
        belongs.append(ngettext("%(number)s title in the sources", "%(number)s titles in the sources", len(titles)))
    return "; ".join(belongs)


def _within_a_line(graph: Graph, relation: Relation) -> str:
    """Return the name of the object of a relation, an article at its start in lower case."""
    name = graph.labels.get(f"actor:{relation.to}", relation.to)
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name
