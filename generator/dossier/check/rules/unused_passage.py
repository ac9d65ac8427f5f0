"""Every passage must be cited by a statement.

Passes: a passage with `label: officials`, and a statement that ends in `[^officials]`.
Fails:  the same without the mark; a passage without a label in a record whose statements have marks.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.marks import TODO
from dossier.model.record import Record

ID = "unused-passage"


def check(graph: Graph) -> Iterator[Finding]:
    cited = {
        (citation.record.key, citation.path)
        for item in (graph.dossier.settings, *graph.dossier.records)
        for statement in graph.statements_of(item)
        for mark in statement.marks
        for citation in (graph.mark_evidence(item, mark) if mark.label is not None else ())
    }
    for record in graph.dossier.records:
        if not _has_unmarked_statement(graph, record):
            for citation in _uncited(graph, record):
                if (record.key, citation.path) not in cited:
                    yield Finding(
                        citation.location("label" if citation.passage.label else "exact"), ID, _message(citation)
                    )


def _has_unmarked_statement(graph: Graph, record: Record) -> bool:
    """Return whether a statement lacks evidence: another rule reports it, and it may be the one to cite the passage."""
    return any(
        statement.by == "source" and not statement.citations and all(mark.target == TODO for mark in statement.marks)
        for statement in graph.statements_of(record)
    )


def _uncited(graph: Graph, record: Record) -> Iterator[Citation]:
    """Yield the citations of a record on which none of its statements is based."""
    based_on = {citation.place for statement in graph.statements_of(record) for citation in statement.citations}
    for citation in graph.citations_of(record):
        if citation.is_found and citation.place not in based_on:
            yield citation


def _message(citation: Citation) -> str:
    if citation.passage.label:
        return (
            f"no statement cites `{citation.passage.label}`; add `[^{citation.passage.label}]`, or remove the passage"
        )
    return "no statement cites this passage; add a `label` and its mark, or remove the passage"
