"""Every passage must be cited by a statement of its own record.

Passes: a passage with `label: officials`, and a statement that ends in `[^officials]`.
Fails:  the same without the mark, even if another record cites it; a passage without a label in a record whose
    statements have marks.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.marks import Mark
from dossier.model.record import Record

ID = "unused-passage"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        if not _has_open_statement(graph, record):
            for citation in _find_uncited(graph, record):
                location = citation.location("label" if citation.passage.label else "exact")
                yield Finding(location, ID, _message(citation))


def _has_open_statement(graph: Graph, record: Record) -> bool:
    """Return whether a statement lacks evidence: another rule reports it, and it may be the one to cite a passage."""
    return any(
        statement.by == "source"
        and (not statement.citations or any(_leads_nowhere(graph, record, mark) for mark in statement.marks))
        for statement in graph.statements_of(record)
    )


def _leads_nowhere(graph: Graph, record: Record, mark: Mark) -> bool:
    return mark.label is not None and mark.key is None and not graph.mark_evidence(record, mark)


def _find_uncited(graph: Graph, record: Record) -> Iterator[Citation]:
    """Yield the citations of a record on which none of its statements is based."""
    based_on = {citation.place for statement in graph.statements_of(record) for citation in statement.citations}
    labels: set[str] = set()
    for citation in graph.citations_of(record):
        label = citation.passage.label
        is_duplicate = label is not None and label in labels  # Another rule asks for another label.
        if citation.is_found and citation.place not in based_on and not is_duplicate:
            yield citation
        labels |= {label} if label else set()


def _message(citation: Citation) -> str:
    label = citation.passage.label
    if label:
        return f"no statement here cites `{label}`; add `[^{label}]`, or remove the passage"
    return "no statement here cites this passage; add a `label` and its mark, or remove the passage"
