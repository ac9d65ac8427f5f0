"""The page Relationships: who is tied to whom, as a picture of the best-connected actors and as a list of all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.render.charts.side_markers import SideMarker
from dossier.render.pages.site_page import SitePage
from dossier.render.ties import Tie, TieGroup, iter_ties, side_id, sides_with_actors, tie_matrix

MAX_NAMES = 40
"""How many actors the picture shows before a reader asks for others."""
MAX_MARKED = 400
"""With more relationships than these, the list links to their evidence on the actors' pages, to stay light."""
MAX_UNTIED = 200
"""With more actors without a relationship than these, their names are left to the index of actors."""
FACING: Mapping[str, int] = {"against": 1, "with": -1}
"""What it is worth that the two ends of a relationship are in different columns, by its stance."""
MAX_WEIGHED_SIDES = 10
"""With more sides than these, the columns of the picture follow their order."""
BALANCE = 0.5
"""What columns of the same length are worth, compared with all relationships being on the right side of the gap."""


class PicturedActor(NamedTuple):
    """An actor in the picture, and how many relationships it has."""

    actor: Actor
    tie_count: int


class SideNames(NamedTuple):
    """A side with those of its actors that the picture shows first, the best-connected first, of `name_count`."""

    marker: SideMarker
    names: tuple[PicturedActor, ...]
    name_count: int


class ListedTie(NamedTuple):
    """A relationship in the list. `anchored`: its actors that are first named here, and nowhere in the picture."""

    tie: Tie
    anchored: frozenset[str]


class ListedGroup(NamedTuple):
    """The relationships from one side to another in the list."""

    group: TieGroup
    ties: tuple[ListedTie, ...]


class FilterOption(NamedTuple):
    """A value to filter by, and how many relationships have it."""

    value: str
    tie_count: int


def _context(graph: Graph) -> Mapping[str, Any]:
    ties = tuple(iter_ties(graph))
    counts = Counter(actor.id for tie in ties for actor in (tie.subject, tie.to))
    ranked = _rank_actors(graph, counts)
    first = _first_names(ranked, ties)
    untied = [actor for actor in graph.visible_of(Actor) if actor.id not in counts]
    tied_sides = {side_id(name.actor) for name in ranked}
    sides = [marker for marker, _ in sides_with_actors(graph) if marker.side.id in tied_sides]
    return {
        "sides": sides,
        "columns": _columns(sides, first, ties, Counter(side_id(name.actor) for name in ranked)),
        "rows": _rows(graph, ties, {name.actor.id for name in first}),
        "tie_count": len(ties),
        "max_names": MAX_NAMES,
        "tied_count": len(ranked),
        "untied": untied[: MAX_UNTIED if len(untied) <= MAX_UNTIED else 0],
        "untied_count": len(untied),
        "has_marks": len(ties) <= MAX_MARKED,
        "types": _filter_options(tie.type for tie in ties),
        "sources": _filter_options(key for tie in ties for key in tie.sources),
    }


def _rank_actors(graph: Graph, counts: Mapping[str, int]) -> list[PicturedActor]:
    """Return the actors that have relationships, those with most first; `network.js` sorts them in the same way."""
    names = [PicturedActor(actor, counts[actor.id]) for actor in graph.visible_of(Actor) if actor.id in counts]
    return sorted(names, key=lambda name: (-name.tie_count, name.actor.label))


def _first_names(ranked: Sequence[PicturedActor], ties: Sequence[Tie]) -> list[PicturedActor]:
    """Return the best-connected actors, and those with most relationships to them; `network.js` chooses in this way.

    An actor without a relationship to another of them is left out, since no line would lead to it.
    """
    if len(ranked) <= MAX_NAMES:
        return list(ranked)
    pairs = [(tie.subject.id, tie.to.id) for tie in ties]
    hubs = {name.actor.id for name in ranked[: MAX_NAMES // 2]}
    links = Counter(actor for pair in pairs if len(hubs.intersection(pair)) == 1 for actor in set(pair) - hubs)
    others = sorted((name for name in ranked if name.actor.id in links), key=lambda name: -links[name.actor.id])
    chosen = hubs | {name.actor.id for name in others[: MAX_NAMES - len(hubs)]}
    joined = {actor for pair in pairs if chosen.issuperset(pair) and pair[0] != pair[1] for actor in pair}
    return [name for name in ranked if name.actor.id in joined]


def _columns(
    markers: Iterable[SideMarker],
    first: Iterable[PicturedActor],
    ties: Iterable[Tie],
    name_counts: Mapping[str, int],
) -> tuple[tuple[SideNames, ...], ...]:
    """Return the sides in two columns, so that those who are against each other face each other."""
    by_side = defaultdict(list)
    for name in first:
        by_side[side_id(name.actor)].append(name)
    sides = [SideNames(marker, tuple(by_side[marker.side.id]), name_counts[marker.side.id]) for marker in markers]
    places = _split(sides, ties)
    return tuple(tuple(side for side, place in zip(sides, places, strict=True) if place == column) for column in (0, 1))


def _split(sides: Sequence[SideNames], ties: Iterable[Tie]) -> tuple[int, ...]:
    """Return the column of each side, 0 or 1; the first side is always in the first."""
    if not 0 < len(sides) <= MAX_WEIGHED_SIDES:
        return tuple(index * 2 // len(sides) for index in range(len(sides)))
    index_of = {side.marker.side.id: index for index, side in enumerate(sides)}
    weights = Counter((index_of[side_id(tie.subject)], index_of[side_id(tie.to)], tie.stance) for tie in ties)
    most, length = max(weights.total(), 1), sum(map(_length, sides))

    def worth(places: Sequence[int]) -> float:
        facing = sum(
            FACING.get(stance, 0) * count
            for (subject, to, stance), count in weights.items()
            if places[subject] != places[to]
        )
        second = sum(_length(side) for side, place in zip(sides, places, strict=True) if place)
        return facing / most - BALANCE * abs(length - 2 * second) / length

    return max(((0, *rest) for rest in product((0, 1), repeat=len(sides) - 1)), key=worth)


def _length(side: SideNames) -> int:
    """Return the number of lines that a side takes in its column."""
    return 2 + len(side.names)


def _rows(graph: Graph, ties: Iterable[Tie], pictured: set[str]) -> list[tuple[SideMarker, list[ListedGroup]]]:
    """Return the relationships by the side of their subject, then by that of their object."""
    anchored = set(pictured)
    rows = []
    for row in tie_matrix(graph, ties):
        groups = []
        for group in row.groups:
            listed = []
            for tie in group.ties:
                new = frozenset({tie.subject.id, tie.to.id} - anchored)
                anchored |= new
                listed.append(ListedTie(tie, new))
            if listed:
                groups.append(ListedGroup(group, tuple(listed)))
        if groups:
            rows.append((row.marker, groups))
    return rows


def _filter_options(values: Iterable[str]) -> tuple[FilterOption, ...]:
    """Return each value with its count, the most frequent first."""
    counts = Counter(values)
    return tuple(
        FilterOption(value, counts[value]) for value in sorted(counts, key=lambda value: (-counts[value], value))
    )


PAGE = SitePage("network.md", "network.md.j2", _context)
