"""Changed claims: the differences between two states of each record, with what a reviewer should look at."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dossier.claims.differences import FACETS, Difference, Facet, find_differences
from dossier.claims.renames import Renames, find_renames, with_renamed_ids
from dossier.claims.statement_differences import (
    ComparedStatement,
    cited_passages,
    compared_statements,
    find_statement_differences,
)
from dossier.graph import Graph
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.record import Record

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
    "changed after its review",
    "look again",
    "not corrected",
]
"""What a reviewer should look at."""


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
    """Return the differences that need a correction in a published record or the settings, unless it has a new one."""
    before, after = change.before, change.after
    if not isinstance(before, Record | Settings) or not isinstance(after, Record | Settings):
        return []
    if not _is_published(before) or not _is_published(after):
        return []
    if any(correction not in before.corrections for correction in after.corrections):
        return []
    return [difference for difference in change.differences if difference.needs_correction]


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
    renamed = with_renamed_ids(renames, before) if before else None
    differences = list(find_differences(renamed, after))
    if not any(item is not None and _is_withdrawn(item) for item in (before, after)):
        old, new = compared_statements(base, before, renames), compared_statements(head, after, {})
        others = (difference for difference in differences if not _is_of_statement(difference, old, new))
        differences = [*others, *find_statement_differences(old, new)]
    differences.sort(key=lambda difference: FACETS.index(difference.facet))
    before = renamed
    outcome = _outcome(before, after, has_differences=bool(differences))
    sources_before, sources_after = _evidence_sources(base, before, renames), _evidence_sources(head, after, {})
    return ClaimChange(outcome, before, after, tuple(differences), sources_before, sources_after)


def _is_of_statement(
    difference: Difference, old: Sequence[ComparedStatement], new: Sequence[ComparedStatement]
) -> bool:
    """Return whether a difference is in the text of statements, or in passages that statements cite."""
    if difference.facet == "evidence" and difference.path[0] in ("passages", "positions"):
        values = ((difference.before, old), (difference.after, new))
        return all(value is None or value in cited_passages(statements) for value, statements in values)
    return difference.field in {".".join(statement.field) for statement in (*old, *new) if not statement.is_title}


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


def _is_published(item: Record | Settings) -> bool:
    return isinstance(item, Settings) or (item.review == "published" and item.withdrawn is None)


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
    if _has_outdated_assessment(change):
        yield "positions changed, assessment did not"
    if change.sources_before != change.sources_after:
        yield "origins changed"
    if isinstance(before, Record) and isinstance(after, Record) and before.review != after.review:
        yield "review changed"
    if isinstance(before, Record) and isinstance(after, Record) and after.reviewed is not None:
        if after.reviewed == before.reviewed and _has_other_claims(change):
            yield "changed after its review"
        elif after.reviewed != before.reviewed and after.reviewed.verdict == "look again":
            yield "look again"
    if missing_corrections(change):
        yield "not corrected"


def _has_other_claims(change: ClaimChange) -> bool:
    """Return whether a value, a passage or a statement has changed, which a reviewer compares."""
    return any(difference.facet in ("claim", "evidence") or difference.statement for difference in change.differences)


def _has_outdated_assessment(change: ClaimChange) -> bool:
    """Return whether a position has changed and the assessment of the positions has not."""
    before, after = change.before, change.after
    if not isinstance(before, Disagreement) or not isinstance(after, Disagreement):
        return False
    fields = {difference.path[0] for difference in change.differences}
    return "positions" in fields and "assessment" not in fields
