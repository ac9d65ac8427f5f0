"""Drafts that can be published: those without findings, and that refer to no draft, once they are published together.

What may be published is found out by running the rules on the dossier as it would be then.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dossier.check.rules.reference_to_draft import ID as REFERENCE_TO_DRAFT
from dossier.check.rules.unknown_reference import ID as UNKNOWN_REFERENCE
from dossier.check.run import run_rules
from dossier.claims.reviewed import review_status
from dossier.coverage.compute import compute_coverage
from dossier.editor.transaction import FileChange, apply
from dossier.editor.transaction import replace as replace_file
from dossier.editor.verdict import WrittenVerdict, publication_of
from dossier.graph import Graph, build_graph
from dossier.match import resolve_passages
from dossier.model.finding import Finding
from dossier.model.record import Record
from dossier.pipeline import sort_findings


class RefusedDraft(NamedTuple):
    """A draft that cannot be published, and why: each finding has its place in a file."""

    record: Record
    findings: tuple[Finding, ...]

    @property
    def only_waits(self) -> bool:
        """Whether nothing is wrong with it but that it refers to drafts."""
        return all(finding.rule == REFERENCE_TO_DRAFT for finding in self.findings)


class PublishableDrafts(NamedTuple):
    """The drafts that can be published together, and the others."""

    ready: tuple[Record, ...]
    refused: tuple[RefusedDraft, ...]


def find_publishable(graph: Graph, findings: Iterable[Finding], drafts: Collection[Record]) -> PublishableDrafts:
    """Return which of these drafts can be published together; `findings` are those of loading.

    A draft is refused for each finding in its file, and for one that it would cause elsewhere.
    """
    loading = [*findings, *_unreadable_references(graph)]
    ready = {record.key: record for record in drafts}
    refused: dict[str, RefusedDraft] = {}
    before = {_identity(finding) for finding in (*loading, *run_rules(graph))}
    while ready:
        found = [*loading, *run_rules(_once_published(graph, ready))]
        by_path: dict[str, list[Finding]] = {}
        for finding in found:
            by_path.setdefault(finding.location.path, []).append(finding)
        own = {record.path for record in ready.values()}
        elsewhere = [
            finding for finding in found if finding.location.path not in own and _identity(finding) not in before
        ]
        faulty = {key: [*by_path.get(record.path, ()), *elsewhere] for key, record in ready.items()}
        refused |= {key: RefusedDraft(ready[key], sort_findings(why)) for key, why in faulty.items() if why}
        if ready.keys().isdisjoint(refused):
            break
        ready = {key: record for key, record in ready.items() if key not in refused}
    in_order = [refused[record.key] for record in drafts if record.key in refused]
    return PublishableDrafts(tuple(ready.values()), tuple(in_order))


def drafts_that_hold(graph: Graph) -> tuple[Record, ...]:
    """Return the drafts that a reviewer found to hold as they are now."""
    return tuple(
        record for record in graph.dossier.records if record.is_draft and review_status(graph, record) == "holds"
    )


def with_needed_drafts(graph: Graph, record: Record) -> tuple[Record, ...]:
    """Return a record and the drafts that it refers to, directly or not, as far as they hold."""
    holding = {draft.key: draft for draft in drafts_that_hold(graph)}
    targets: dict[str, set[str]] = {}
    for reference in graph.references:
        if reference.target in holding:
            targets.setdefault(reference.record.key, set()).add(reference.target)
    needed = {record.key: record}
    queue = [record.key]
    while queue:
        for key in sorted(targets.get(queue.pop(), set()) - needed.keys()):
            needed[key] = holding[key]
            queue.append(key)
    return tuple(needed.values())


def publish_drafts(
    root: Path, graph: Graph, records: Iterable[Record], reviewer: str, day: str
) -> tuple[WrittenVerdict, ...]:
    """Write that these drafts hold and are published, all of them or none. Raises UserError like `write_verdict`."""
    written = tuple(publication_of(root, graph, record, reviewer, day) for record in records)
    changes: list[FileChange] = [
        change for each in written for change in replace_file(each.path, each.before, each.after)
    ]
    apply(root, changes)
    return written


def _once_published(graph: Graph, published: Collection[str]) -> Graph:
    """Return the graph as it would be if these drafts were published."""
    records: Sequence[Record] = [
        record.model_copy(update={"review": "published"}) if record.key in published else record
        for record in graph.dossier.records
    ]
    dossier = replace(graph.dossier, records=tuple(records))
    resolution = resolve_passages(dossier)
    coverage = compute_coverage(dossier, resolution) if dossier.settings.policy.coverage else ()
    return build_graph(dossier, resolution, coverage)


def _unreadable_references(graph: Graph) -> Iterator[Finding]:
    """Yield a finding for each reference to a record that cannot be read, of which the rules know nothing."""
    for reference in graph.references:
        if reference.target in graph.dossier.unreadable_keys:
            yield Finding(reference.location, UNKNOWN_REFERENCE, f"`{reference.written}` cannot be read")


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.location.path, finding.rule, finding.message
