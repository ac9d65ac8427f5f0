"""Changed claims: the differences between two states of each record, with what a reviewer should look at."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from dossier.claims.renames import Renames, find_renames, with_renamed_ids
from dossier.graph import Graph
from dossier.model.base import ClaimField, FieldPath, Model
from dossier.model.content_item import ContentItem
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.passage import Passage
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace

Facet = Literal["claim", "evidence", "prose", "status"]
FACETS: tuple[Facet, ...] = ("claim", "evidence", "prose", "status")
"""The role of a field: a claim, its evidence, the editor's prose, or the status of the record."""
STATUS_FIELDS = frozenset({"review", "corrections", "withdrawn", "formerly"})

Outcome = Literal["withdrawn", "removed", "renamed", "changed", "reinstated", "unchanged", "added"]
OUTCOMES: tuple[Outcome, ...] = ("withdrawn", "removed", "renamed", "changed", "reinstated", "unchanged", "added")
"""The outcomes for a record, in the order of reports; `unchanged` ones are reported if their sources changed."""

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
"""What a reviewer should look at."""


class Difference(NamedTuple):
    """A value that differs between two states; None if it is missing in one.

    `path` leads to it in the later state or, if it is missing there, to the list it was in.
    """

    facet: Facet
    path: FieldPath
    before: str | None
    after: str | None

    @property
    def field(self) -> str:
        """The keys of the path: `measure.scope`, `positions.statement`."""
        return ".".join(step for step in self.path if isinstance(step, str))


class EvidenceSources(NamedTuple):
    """The ids of the sources that a record's evidence is from, and of its independent origins ("" if unnamed)."""

    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


class ClaimChange(NamedTuple):
    """A record, or the settings, in the earlier and the later state; None if it does not exist in one."""

    outcome: Outcome
    before: ContentItem | None
    after: ContentItem | None
    differences: tuple[Difference, ...]
    sources_before: EvidenceSources
    sources_after: EvidenceSources
    flags: tuple[Flag, ...] = ()

    @property
    def item(self) -> ContentItem:
        """The later state or, if the record is gone, the earlier one."""
        item = self.after or self.before
        assert item is not None
        return item

    def differences_in(self, *facets: Facet) -> list[Difference]:
        """Return the differences in these facets."""
        return [difference for difference in self.differences if difference.facet in facets]


class ComparedState(NamedTuple):
    """One of two compared states: its revision (None for the current files), its findings, the unreadable records."""

    revision: str | None
    finding_count: int
    unreadable_keys: tuple[str, ...]


class Comparison(NamedTuple):
    """All changed claims between two states; `reformatted` are files that moved or differ in formatting only."""

    base: ComparedState
    head: ComparedState
    changes: tuple[ClaimChange, ...]
    reformatted: tuple[str, ...]


def diff_claims(base: Graph, head: Graph) -> tuple[ClaimChange, ...]:
    """Return every change in the claims, evidence, prose or status of a record, in the order of reports.

    A record that could not be read in one of the states is left out.
    """
    renames = find_renames(base.dossier, head.dossier)
    unreadable_keys = base.dossier.unreadable_keys | head.dossier.unreadable_keys
    changes = []
    for before, after in _pair_items(base, head, renames):
        if any(item is not None and item.key in unreadable_keys for item in (before, after)):
            continue
        change = _compare(before, after, renames, base, head)
        if change.outcome != "unchanged" or change.sources_before != change.sources_after:
            changes.append(change._replace(flags=tuple(_flags(change))))
    return tuple(sorted(changes, key=_report_order))


def missing_corrections(change: ClaimChange) -> list[Difference]:
    """Return the published claims that changed or were removed, unless the record has a new correction."""
    before, after = change.before, change.after
    if not isinstance(before, Record) or not isinstance(after, Record):
        return []
    if any(record.review != "published" or record.withdrawn is not None for record in (before, after)):
        return []
    if any(correction not in before.corrections for correction in after.corrections):
        return []
    return [difference for difference in change.differences_in("claim") if difference.before is not None]


def _report_order(change: ClaimChange) -> tuple[int, int, str]:
    kinds = [kind.singular for kind in KINDS]
    kind_index = kinds.index(change.item.singular) if change.item.singular in kinds else -1
    return OUTCOMES.index(change.outcome), kind_index, change.item.id


def _pair_items(base: Graph, head: Graph, renames: Renames) -> Iterator[tuple[ContentItem | None, ContentItem | None]]:
    """Yield the settings and each record, in its earlier and its later state."""
    earlier = {renames.get(record.key, record.key): record for record in base.dossier.records_with_pages}
    later = {record.key: record for record in head.dossier.records_with_pages}
    yield base.dossier.settings, head.dossier.settings
    for key in sorted(earlier.keys() | later.keys()):
        yield earlier.get(key), later.get(key)


def _compare(
    before: ContentItem | None, after: ContentItem | None, renames: Renames, base: Graph, head: Graph
) -> ClaimChange:
    if before is not None:
        before = with_renamed_ids(renames, before)
    differences = sorted(find_differences(before, after), key=lambda difference: FACETS.index(difference.facet))
    outcome = _outcome(before, after, has_differences=bool(differences))
    sources_before, sources_after = _evidence_sources(base, before, renames), _evidence_sources(head, after, {})
    return ClaimChange(outcome, before, after, tuple(differences), sources_before, sources_after)


def _outcome(before: ContentItem | None, after: ContentItem | None, *, has_differences: bool) -> Outcome:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if _is_withdrawn(before) != _is_withdrawn(after):
        return "withdrawn" if _is_withdrawn(after) else "reinstated"
    if before.id != after.id:
        return "renamed"
    return "changed" if has_differences else "unchanged"


def _is_withdrawn(item: ContentItem) -> bool:
    return isinstance(item, Record) and item.withdrawn is not None


def _evidence_sources(graph: Graph, item: ContentItem | None, renames: Renames) -> EvidenceSources:
    """Return the sources and origins of an item's evidence, by their new ids if they are renamed."""
    if not isinstance(item, Record) or item.withdrawn is not None:
        return EvidenceSources()
    corroboration = graph.corroboration_of(item)
    new_ids = {old_key.partition(":")[2]: new_key.partition(":")[2] for old_key, new_key in renames.items()}
    sources = sorted(new_ids.get(source, source) for source in corroboration.sources)
    roots = (origin.root or "" for origin in corroboration.origins)
    return EvidenceSources(tuple(sources), tuple(sorted(new_ids.get(root, root) for root in roots)))


def _flags(change: ClaimChange) -> Iterator[Flag]:
    before, after = change.before, change.after
    if change.outcome == "added" and isinstance(after, Disagreement):
        yield "new disagreement"
    if after is None and isinstance(before, Record) and before.review == "published" and not _is_withdrawn(before):
        yield "deleted"
    if before is None or after is None or _is_withdrawn(after):
        return
    has_new_claims, has_new_evidence = bool(change.differences_in("claim")), bool(change.differences_in("evidence"))
    if has_new_claims and not has_new_evidence:
        yield "value changed, evidence did not"
    if has_new_evidence and not has_new_claims:
        yield "evidence changed, value did not"
    if _has_outdated_assessment(before, after):
        yield "positions changed, assessment did not"
    if change.sources_before != change.sources_after:
        yield "origins changed"
    if isinstance(before, Record) and isinstance(after, Record) and before.review != after.review:
        yield "review changed"
    if missing_corrections(change):
        yield "not corrected"


def _has_outdated_assessment(before: ContentItem, after: ContentItem) -> bool:
    if not isinstance(before, Disagreement) or not isinstance(after, Disagreement):
        return False
    return before.positions != after.positions and before.assessment == after.assessment


def find_differences(
    before: Model | None, after: Model | None, path: FieldPath = (), facet: Facet | None = None
) -> Iterator[Difference]:
    """Yield the differences between two models of one class, one of which may be None.

    `facet` is that of the whole model; without it, each field has its own.
    """
    model = before or after
    for name, field_facet in _field_facets(type(model)) if model else ():
        old = getattr(before, name) if before else None
        new = getattr(after, name) if after else None
        if isinstance(old if old is not None else new, tuple):
            for old_item, new_item, index in _pair_list_items(old or (), new or ()):
                item_path = (*path, name) if index is None else (*path, name, index)
                yield from _value_differences(old_item, new_item, item_path, facet or field_facet)
        else:
            yield from _value_differences(old, new, (*path, name), facet or field_facet)


def _value_differences(old: object, new: object, path: FieldPath, facet: Facet) -> Iterator[Difference]:
    if old == new:
        return
    value = new if old is None else old
    if isinstance(value, Model) and not isinstance(value, Passage):
        old_model = old if isinstance(old, Model) else None
        new_model = new if isinstance(new, Model) else None
        yield from find_differences(old_model, new_model, path, "status" if facet == "status" else None)
        return
    before, after = _format_value(old), _format_value(new)
    if before != after:
        yield Difference("evidence" if isinstance(value, Passage) else facet, path, before, after)


@cache
def _field_facets(model: type[Model]) -> tuple[tuple[str, Facet], ...]:
    return tuple((name, _facet(name, field.metadata)) for name, field in model.model_fields.items())


def _facet(name: str, marks: Sequence[object]) -> Facet:
    if any(isinstance(mark, ClaimField) for mark in marks):
        return "claim"
    return "status" if name in STATUS_FIELDS else "prose"


def _format_value(value: object) -> str | None:
    """Return a value as reports show it, on one line."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Passage):
        attribution = " → ".join((value.source, *value.via))
        prefix = f", prefix “{value.prefix}”" if value.prefix else ""
        suffix = f", suffix “{value.suffix}”" if value.suffix else ""
        value = f"{attribution}: “{value.exact}”{prefix}{suffix}"
    return collapse_whitespace(str(value))


def _pair_list_items(before: Sequence[object], after: Sequence[object]) -> Iterator[tuple[object, object, int | None]]:
    """Yield each list item that differs with its counterpart in the other list, or None, and its later index.

    Equal items are left out wherever they are, then items are paired by what identifies them. Of the rest, passages
    have no counterpart; other items are paired in their order.
    """
    old, new = list(before), dict(enumerate(after))
    for criterion in (_content, _identity):
        for old_item in tuple(old):
            matches = (index for index, new_item in new.items() if criterion(new_item) == criterion(old_item))
            index = next(matches, None)
            if index is None:
                continue
            old.remove(old_item)
            new_item = new.pop(index)
            if criterion is _identity:
                yield old_item, new_item, index
    if any(isinstance(item, Passage) for item in (*before, *after)):
        yield from ((item, None, None) for item in old)
        yield from ((None, item, index) for index, item in new.items())
    else:
        for old_item, index in zip_longest(old, new):
            yield old_item, None if index is None else new[index], index


def _content(item: object) -> object:
    return item if isinstance(item, Model) and not isinstance(item, Passage) else _format_value(item)


def _identity(item: object) -> object:
    """Return the identity of a list item: a passage's source, a model's claims; any other item equals only itself."""
    if isinstance(item, Passage):
        return item.source
    if isinstance(item, Model):
        claims = tuple(getattr(item, name) for name, facet in _field_facets(type(item)) if facet == "claim")
        return claims or id(item)
    return id(item)
