"""Every statement must name its evidence with a mark, or be marked as the editor's own.

Passes: `567 had gone.[^officials] No text gives the day.[^editor]`; a summary without marks in a record with one
    passage; an assessment without marks, which is the editor's.
Fails:  `567 had gone.[^officials] More followed.`; a summary without marks in a record with two passages; a mark of a
    record that has no passages.
"""

from collections.abc import Iterator

from dossier.check.passages import lacks_passages
from dossier.graph import Graph, Statement
from dossier.model.finding import Finding
from dossier.model.record import TODO_PREFIX, Record
from dossier.text.wording import pluralize, truncate

ID = "statement-without-evidence"
MAX_EXCERPT_LENGTH = 40


def check(graph: Graph) -> Iterator[Finding]:
    for item in (graph.dossier.settings, *graph.dossier.records):
        if isinstance(item, Record) and lacks_passages(item):
            continue
        for statement in graph.statements_of(item):
            if statement.is_prose and _lacks_evidence(graph, statement):
                yield Finding(statement.location(), ID, _message(graph, statement))


def _lacks_evidence(graph: Graph, statement: Statement) -> bool:
    """Return whether a statement has no evidence for a reason that no other rule reports."""
    if statement.by == "editor" or statement.citations or statement.markup.startswith(TODO_PREFIX):
        return False
    return all(
        mark.label is None and mark.key in graph.dossier.by_key and not graph.mark_evidence(statement.item, mark)
        for mark in statement.marks
    )


def _message(graph: Graph, statement: Statement) -> str:
    example = next(iter(graph.passage_labels(statement.item.key)), "label")
    hint = f"end it with a mark: `[^{example}]` or `[^editor]`"
    if statement.marks:
        return f"`{statement.marks[0].target}` has no passages; cite a record or a passage that proves this"
    item = statement.item
    count = len(graph.citations_in(item, *statement.path[:-1], "passages")) if isinstance(item, Record) else 0
    if statement.start == 0 and count > 1:
        return f"no mark says on which of {pluralize(count, 'passage')} this is based; {hint}"
    return f"`{truncate(graph.statement_text(statement), MAX_EXCERPT_LENGTH)}` has no evidence; {hint}"
