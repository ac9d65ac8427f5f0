"""Records under new ids: which have one, and an entry as it would be with the new ones in its references and links."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, Literal, NamedTuple

from dossier.graph import Graph
from dossier.graph.markup import find_cross_links
from dossier.model.base import ClaimField, EvidenceField, FieldPath, Model, ProseField, Ref
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Dossier
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.passage import Passage
from dossier.model.record import Record

Names = Mapping[str, str]
"""The new key of each record that has one, by its old key: `actor:guaido` to `actor:juan-guaido`."""


def find_renames(base: Dossier, head: Dossier) -> Names:
    """The records of the later state that name a former id under which the earlier one has a record."""
    known, kept = {record.key for record in base.records_with_pages}, {record.key for record in head.records_with_pages}
    former = ((f"{record.singular}:{old}", record.key) for record in head.records_with_pages for old in record.formerly)
    return {old: new for old, new in former if old in known - kept and new not in known}


def with_renamed_ids(names: Names, entry: ContentItem) -> ContentItem:
    """The entry with every reference and cross-link to a record of an old name under its new one."""
    found = dict(_renamed(names, entry))
    if not found:
        return entry
    data = entry.model_dump(mode="json", exclude_unset=True)
    for path, text in found.items():
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = text
    return type(entry).parse(data, entry.id, entry.path, dict)


def _renamed(names: Names, entry: ContentItem) -> Iterator[tuple[FieldPath, str]]:
    """The texts of an entry that are others under the new names."""
    for path, mark, text in entry.marked_fields if names else ():
        if isinstance(mark, ProseField):
            new = _prose(names, text)
        elif isinstance(mark, Ref):
            new = _reference(names, text, mark.kinds)
        else:
            continue
        if new != text:
            yield path, new


def _prose(names: Names, text: str) -> str:
    for link in reversed(list(find_cross_links(text))):
        if link.key in names:
            words = f"|{link.words}" if link.words else ""
            text = f"{text[: link.start]}[[{names[link.key]}{words}]]{text[link.end :]}"
    return text


def _reference(names: Names, text: str, kinds: tuple[str, ...]) -> str:
    if not kinds:
        return names.get(text, text)
    new = next((names[key] for kind in kinds if (key := f"{kind}:{text}") in names), None)
    return new.partition(":")[2] if new else text


Facet = Literal["claim", "evidence", "words", "standing"]
FACETS: tuple[Facet, ...] = ("claim", "evidence", "words", "standing")
"""What a value is to readers: what is claimed, what that rests on, words about it, how far the record has come."""
STATUS_FIELDS = frozenset({"review", "corrections", "withdrawn", "formerly"})


class Difference(NamedTuple):
    """A value that is another, or is there in one state only. `path` leads to it in the later one, or to its list."""

    facet: Facet
    path: FieldPath
    before: str | None
    after: str | None

    @property
    def field(self) -> str:
        """The keys that lead to it: `measure.scope`, `positions.statement`."""
        return ".".join(step for step in self.path if isinstance(step, str))


def differences(
    before: Model | None, after: Model | None, path: FieldPath = (), within: Facet | None = None
) -> Iterator[Difference]:
    """What two parts of one class have differently, one of which may not be there."""
    part = before or after
    for name, own in _facets(type(part)) if part else ():
        facet = within or own
        old, new = (getattr(one, name) if one else None for one in (before, after))
        if isinstance(old if old is not None else new, tuple):
            for one, other, at in _paired(old or (), new or ()):
                yield from _difference(one, other, (*path, name) if at is None else (*path, name, at), facet)
        else:
            yield from _difference(old, new, (*path, name), facet)


@cache
def _facets(part: type[Model]) -> tuple[tuple[str, Facet], ...]:
    return tuple((name, _facet(name, field.metadata)) for name, field in part.model_fields.items())


def _facet(name: str, marks: Sequence[object]) -> Facet:
    if any(isinstance(mark, ClaimField) for mark in marks):
        return "claim"
    if any(isinstance(mark, EvidenceField) for mark in marks):
        return "evidence"
    return "standing" if name in STATUS_FIELDS else "words"


def _difference(old: object, new: object, path: FieldPath, facet: Facet) -> Iterator[Difference]:
    if old == new:
        return
    held = new if old is None else old
    if isinstance(held, Model) and not isinstance(held, Passage):
        within: Facet | None = "standing" if facet == "standing" else None
        first, second = (one if isinstance(one, Model) else None for one in (old, new))
        yield from differences(first, second, path, within)
    elif (before := _text(old)) != (after := _text(new)):
        yield Difference("evidence" if isinstance(held, Passage) else facet, path, before, after)


def _text(value: object) -> str | None:
    """A value as a reviewer reads it, white space as one space each."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Passage):
        context = "".join(f", {name} “{words}”" for name in ("prefix", "suffix") if (words := getattr(value, name)))
        value = f"{' → '.join((value.source, *value.via))}: “{value.exact}”{context}"
    return " ".join(str(value).split())


def _paired(before: Sequence[object], after: Sequence[object]) -> Iterator[tuple[object, object, int | None]]:
    """The items that differ, each with its like in the other list or None, and where it stands in the later one."""
    old, new = list(before), dict(enumerate(after))
    for likeness in (_whole, _kin):
        for one in tuple(old):
            at = next((at for at, other in new.items() if likeness(one) == likeness(other)), None)
            if at is not None:
                old.remove(one)
                if likeness is _kin:
                    yield one, new[at], at
                del new[at]
    if any(isinstance(one, Passage) for one in (*before, *after)):
        yield from ((one, None, None) for one in old)
        yield from ((None, other, at) for at, other in new.items())
    else:
        yield from ((one, None if at is None else new[at], at) for one, at in zip_longest(old, new))


def _whole(item: object) -> object:
    return item if isinstance(item, Model) and not isinstance(item, Passage) else _text(item)


def _kin(item: object) -> object:
    if isinstance(item, Passage):
        return item.source
    if isinstance(item, Model):
        claims = tuple(getattr(item, name) for name, facet in _facets(type(item)) if facet == "claim")
        return claims or id(item)
    return id(item)


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


class SourceCounts(NamedTuple):
    """What a record's evidence is spread over: the ids of documents, and the roots of origins ("" for one unnamed)."""

    documents: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


class ClaimChange(NamedTuple):
    """A record, or the settings, in the earlier and the later state; None where it was not there or is no more."""

    became: Became
    before: ContentItem | None
    after: ContentItem | None
    differences: tuple[Difference, ...]
    spread: tuple[SourceCounts, SourceCounts]
    flags: tuple[Flag, ...] = ()

    @property
    def entry(self) -> ContentItem:
        """The later state, or the last there was."""
        found = self.after or self.before
        assert found is not None
        return found

    def of(self, *facets: str) -> list[Difference]:
        """The differences of these facets."""
        return [one for one in self.differences if one.facet in facets]


def diff_claims(base: Graph, head: Graph) -> tuple[ClaimChange, ...]:
    """Every change of what is claimed or what that rests on, in the order in which they are told.

    A record that could not be read in one of the states is left out: what became of it is not known.
    """
    names = find_renames(base.dossier, head.dossier)
    unread = base.dossier.unreadable_keys | head.dossier.unreadable_keys
    found = (_change(pair, names, base, head) for pair in _pairs(base, head, names) if not unread & _keys(pair))
    told = [
        _flagged(change) for change in found if change.became != "as it was" or change.spread[0] != change.spread[1]
    ]
    order = {kind.singular: at for at, kind in enumerate(KINDS)}
    return tuple(
        sorted(told, key=lambda one: (BECAME.index(one.became), order.get(one.entry.singular, -1), one.entry.id))
    )


Pair = tuple[ContentItem | None, ContentItem | None]


def _pairs(base: Graph, head: Graph, names: Names) -> Iterator[Pair]:
    earlier = {names.get(record.key, record.key): record for record in base.dossier.records_with_pages}
    later = {record.key: record for record in head.dossier.records_with_pages}
    yield base.dossier.settings, head.dossier.settings
    yield from ((earlier.get(key), later.get(key)) for key in sorted(earlier.keys() | later.keys()))


def _keys(pair: Pair) -> set[str]:
    return {entry.key for entry in pair if entry is not None}


def _change(pair: Pair, names: Names, base: Graph, head: Graph) -> ClaimChange:
    before, after = with_renamed_ids(names, pair[0]) if pair[0] else None, pair[1]
    found = tuple(sorted(differences(before, after), key=lambda one: FACETS.index(one.facet)))
    spread = (_spread(base, before, names), _spread(head, after, {}))
    return ClaimChange(_became(before, after, changed=bool(found)), before, after, found, spread)


def _became(before: ContentItem | None, after: ContentItem | None, *, changed: bool) -> Became:
    if before is None or after is None:
        return "added" if before is None else "removed"
    if _is_withdrawn(before) != _is_withdrawn(after):
        return "withdrawn" if _is_withdrawn(after) else "reinstated"
    if before.id != after.id:
        return "renamed"
    return "changed" if changed else "as it was"


def _is_withdrawn(entry: ContentItem) -> bool:
    return isinstance(entry, Record) and entry.withdrawn is not None


def _spread(graph: Graph, entry: ContentItem | None, names: Names) -> SourceCounts:
    """How the evidence of an entry is spread, its sources and roots under their new names."""
    if not isinstance(entry, Record) or entry.withdrawn is not None:
        return SourceCounts()
    found = graph.corroboration_of(entry)
    new = {old.partition(":")[2]: name.partition(":")[2] for old, name in names.items()}
    roots = (new.get(one.root or "", one.root or "") for one in found.origins)
    return SourceCounts(tuple(sorted(new.get(one, one) for one in found.sources)), tuple(sorted(roots)))


def _flagged(change: ClaimChange) -> ClaimChange:
    return change._replace(flags=tuple(_flags(change)))


def _flags(change: ClaimChange) -> Iterator[Flag]:
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
    if missing_corrections(change):
        yield "not corrected"


def missing_corrections(change: ClaimChange) -> list[Difference]:
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


class State(NamedTuple):
    """One of the states: its revision (None for the files), how many findings it has, and what of it cannot be read."""

    revision: str | None
    findings: int
    unread: tuple[str, ...]


class Comparison(NamedTuple):
    """What became of the claims; `formatted` are the files that say the same as before in another form or place."""

    base: State
    head: State
    changes: tuple[ClaimChange, ...]
    formatted: tuple[str, ...]
