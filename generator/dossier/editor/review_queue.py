"""What a reviewer reads: each record with its statements, their passages in context, and what the rules doubt."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from dossier.claims.review import ReviewItem, rank_statements, statements_to_review
from dossier.claims.reviewed import ReviewStatus, claim_digest, claim_values, review_status
from dossier.graph import Graph, Statement
from dossier.graph.text_parts import passage_url
from dossier.graph.urls import page_path, page_url
from dossier.model.citation import Citation, distinct_citations
from dossier.model.finding import Finding
from dossier.model.locator import describe_locators
from dossier.model.passage import Span
from dossier.model.record import Record
from dossier.render.evidence import PassageContexts
from dossier.render.filters import party_name, short_name
from dossier.render.source_language import language_of

MESSAGES_SHOWN = 20
MessagesByPath = Mapping[str, Sequence[str]]
"""The findings of the last check, by the path of the file."""


class QueueEntry(NamedTuple):
    """A record, and what its last review says of it as it is now."""

    record: Record
    status: ReviewStatus

    @property
    def remains(self) -> bool:
        """Whether somebody still has to review it."""
        return self.status != "holds"


class PassageToRead(NamedTuple):
    """A passage with the text around it, who passed it on, where it is in its source, and the address of its text."""

    before: str
    exact: str
    after: str
    attribution: tuple[str, ...]
    locator: str
    language: str | None
    url: str


class StatementToRead(NamedTuple):
    """A statement with its passages, none if the editor makes it, and how its wording differs from theirs."""

    field: str
    text: str
    is_editors: bool
    doubts: tuple[str, ...]
    passages: tuple[PassageToRead, ...]
    is_on_all: bool = False
    """Whether it is also based on the passages of the statements before it, as a title is."""


class RecordToRead(NamedTuple):
    """A record as a reviewer reads it. `digest` is that of what is shown; `values` are its claims in fields."""

    record: Record
    status: ReviewStatus
    label: str
    url: str
    digest: str
    findings: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    statements: tuple[StatementToRead, ...]
    passages: tuple[PassageToRead, ...]
    """The passages that no statement has, such as those of a figure."""

    @property
    def doubted(self) -> tuple[tuple[int, StatementToRead], ...]:
        """The statements with doubts, each with its number."""
        return tuple((number, each) for number, each in enumerate(self.statements, 1) if each.doubts)


def review_queue(graph: Graph) -> tuple[QueueEntry, ...]:
    """Return all records in the order of reviewing: by kind and name, drafts too, without those that are withdrawn."""
    return tuple(QueueEntry(record, review_status(graph, record)) for record in graph.dossier.records)


def findings_by_path(findings: Sequence[Finding]) -> MessagesByPath:
    """Return the messages of findings by the path of their file."""
    messages: dict[str, list[str]] = {}
    for finding in findings:
        messages.setdefault(finding.location.path, []).append(f"{finding.message} [{finding.rule}]")
    return messages


def record_to_read(graph: Graph, record: Record, findings: MessagesByPath) -> RecordToRead:
    """Return all that a reviewer of a record reads."""
    contexts = PassageContexts(graph)
    reasons = {_place(item.statement): item for item in rank_statements(statements_to_review(graph, [record]))}
    statements, titles = graph.statements_of(record), graph.unmarked_titles_of(record)
    read = frozenset(citation.place for statement in statements for citation in statement.citations)
    shown = read.union(citation.place for title in titles for citation in title.citations)
    others = (each for each in distinct_citations(graph.evidence_of(record)) if each.place not in shown)
    return RecordToRead(
        record,
        review_status(graph, record),
        graph.labels.get(record.key, record.label),
        "" if record.is_draft else page_url(page_path(record)),
        claim_digest(graph, record),
        tuple(findings.get(record.path, ()))[:MESSAGES_SHOWN],
        tuple(_values(graph, record)),
        (
            *(_statement(graph, each, reasons.get(_place(each)), contexts) for each in statements),
            *(_statement(graph, each, reasons.get(_place(each)), contexts, read) for each in titles),
        ),
        tuple(_passage(graph, citation, contexts) for citation in others),
    )


def _place(statement: Statement) -> tuple[object, ...]:
    return statement.path, statement.start, statement.markup


def _statement(
    graph: Graph,
    statement: Statement,
    item: ReviewItem | None,
    contexts: PassageContexts,
    read: Set[tuple[str, Span]] = frozenset(),
) -> StatementToRead:
    """Return a statement; without the passages that are `read` already, as are most of a title, which all support."""
    citations = distinct_citations(statement.citations)
    return StatementToRead(
        ".".join(step for step in statement.path if isinstance(step, str)),
        graph.statement_text(statement),
        statement.by == "editor",
        tuple(reason.message for reason in item.reasons) if item else (),
        tuple(_passage(graph, citation, contexts) for citation in citations if citation.place not in read),
        is_on_all=any(citation.place in read for citation in citations),
    )


def _passage(graph: Graph, citation: Citation, contexts: PassageContexts) -> PassageToRead:
    source = short_name(graph, f"source:{citation.passage.source}")
    return PassageToRead(
        *contexts.for_card(citation, shows_full_text=True),  # Only the editor reads it.
        (source, *(party_name(graph, link) for link in citation.passage.via)),
        describe_locators(graph.locators_of(citation)),
        language_of(graph, citation),
        passage_url(graph, *citation.place) if f"source:{citation.passage.source}" in graph.visible_keys else "",
    )


def _values(graph: Graph, record: Record) -> Iterator[tuple[str, str]]:
    """Yield the claims that are in fields and not in statements, such as a figure or a speaker."""
    in_statements = {statement.path for statement in graph.statements_of(record)}
    for claim in claim_values(graph, record):
        if claim.path not in in_statements:
            yield claim.field, claim.value
