"""What became of each record of a dossier between two states of it, and what of that a reviewer should look at."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dossier.edit.claims.differences import FACETS, Difference, differences
from dossier.edit.claims.names import Names, new_names, under
from dossier.link import Graph
from dossier.model.disagreement import Disagreement
from dossier.model.entry import Entry
from dossier.model.kinds import KINDS
from dossier.model.record import Record

Became = Literal["withdrawn", "removed", "renamed", "changed", "reinstated", "added", "as it was"]
BECAME: tuple[Became, ...] = ("withdrawn", "removed", "renamed", "changed", "reinstated", "as it was", "added")
"""In the order in which they are told; what is as it was is told of only where its ground is not."""
Flag = Literal[
    "deleted",
    "new disagreement",
    "value changed, evidence did not",
    "evidence changed, value did not",
    "positions changed, assessment did not",
    "origins changed",
    "review changed",
    "not corrected",
]


class Spread(NamedTuple):
    """What a record's evidence is spread over: the ids of documents, and the roots of origins ("" for one unnamed)."""

    documents: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


class Change(NamedTuple):
    """A record, or the settings, in the earlier and the later state; None where it was not there or is no more."""

    became: Became
    before: Entry | None
    after: Entry | None
    differences: tuple[Difference, ...]
    spread: tuple[Spread, Spread]
    flags: tuple[Flag, ...] = ()

    @property
    def entry(self) -> Entry:
        """The later state, or the last there was."""
        found = self.after or self.before
        assert found is not None
        return found

    def of(self, *facets: str) -> list[Difference]:
        """The differences of these facets."""
        return [one for one in self.differences if one.facet in facets]


def changes(base: Graph, head: Graph) -> tuple[Change, ...]:
    """Every change of what is claimed or what that rests on, in the order in which they are told.

    A record that could not be read in one of the states is left out: what became of it is not known.
    """
    names = new_names(base.dossier, head.dossier)
    unread = base.dossier.broken | head.dossier.broken
    found = (_change(pair, names, base, head) for pair in _pairs(base, head, names) if not unread & _keys(pair))
    told = [
        _flagged(change) for change in found if change.became != "as it was" or change.spread[0] != change.spread[1]
    ]
    order = {kind.singular: at for at, kind in enumerate(KINDS)}
    return tuple(
        sorted(told, key=lambda one: (BECAME.index(one.became), order.get(one.entry.singular, -1), one.entry.id))
    )


Pair = tuple[Entry | None, Entry | None]


def _pairs(base: Graph, head: Graph, names: Names) -> Iterator[Pair]:
    earlier = {names.get(record.key, record.key): record for record in base.dossier.addressed}
    later = {record.key: record for record in head.dossier.addressed}
    yield base.dossier.settings, head.dossier.settings
    yield from ((earlier.get(key), later.get(key)) for key in sorted(earlier.keys() | later.keys()))


def _keys(pair: Pair) -> set[str]:
    return {entry.key for entry in pair if entry is not None}


def _change(pair: Pair, names: Names, base: Graph, head: Graph) -> Change:
    before, after = under(names, pair[0]) if pair[0] else None, pair[1]
    found = tuple(sorted(differences(before, after), key=lambda one: FACETS.index(one.facet)))
    spread = (_spread(base, before, names), _spread(head, after, {}))
    return Change(_became(before, after, changed=bool(found)), before, after, found, spread)


def _became(before: Entry | None, after: Entry | None, *, changed: bool) -> Became:
    if before is None or after is None:
        return "added" if before is None else "removed"
    if _is_withdrawn(before) != _is_withdrawn(after):
        return "withdrawn" if _is_withdrawn(after) else "reinstated"
    if before.id != after.id:
        return "renamed"
    return "changed" if changed else "as it was"


def _is_withdrawn(entry: Entry) -> bool:
    return isinstance(entry, Record) and entry.withdrawn is not None


def _spread(graph: Graph, entry: Entry | None, names: Names) -> Spread:
    """How the evidence of an entry is spread, its sources and roots under their new names."""
    if not isinstance(entry, Record) or entry.withdrawn is not None:
        return Spread()
    found = graph.corroboration_of(entry)
    new = {old.partition(":")[2]: name.partition(":")[2] for old, name in names.items()}
    roots = (new.get(one.root or "", one.root or "") for one in found.origins)
    return Spread(tuple(sorted(new.get(one, one) for one in found.documents)), tuple(sorted(roots)))


def _flagged(change: Change) -> Change:
    return change._replace(flags=tuple(_flags(change)))


def _flags(change: Change) -> Iterator[Flag]:
    before, after = change.before, change.after
    if change.became == "added":
        if isinstance(after, Disagreement):
            yield "new disagreement"
        return
    if after is None and isinstance(before, Record) and before.review == "published" and not _is_withdrawn(before):
        yield "deleted"
    if before is None or after is None or _is_withdrawn(after):
        return
    claimed, grounded = change.of("claim"), change.of("evidence")
    if claimed and not grounded:
        yield "value changed, evidence did not"
    if grounded and not claimed:
        yield "evidence changed, value did not"
    if isinstance(before, Disagreement) and isinstance(after, Disagreement) and _unassessed(before, after):
        yield "positions changed, assessment did not"
    if change.spread[0] != change.spread[1]:
        yield "origins changed"
    if isinstance(before, Record) and isinstance(after, Record) and before.review != after.review:
        yield "review changed"
    if uncorrected(change):
        yield "not corrected"


def uncorrected(change: Change) -> list[Difference]:
    """What readers were told by a record published in both states, and are told no longer, without a new correction."""
    before, after = change.before, change.after
    if not isinstance(before, Record) or not isinstance(after, Record) or _is_withdrawn(before) or _is_withdrawn(after):
        return []
    if before.review != "published" or after.review != "published":
        return []
    if any(one not in before.corrections for one in after.corrections):
        return []
    return [one for one in change.of("claim") if one.before is not None]


def _unassessed(before: Disagreement, after: Disagreement) -> bool:
    return before.positions != after.positions and before.assessment == after.assessment
