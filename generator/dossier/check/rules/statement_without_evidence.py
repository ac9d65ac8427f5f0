"""Every statement must name its evidence with a mark, or be marked as the editor's own.

Passes: `567 had gone.[^officials] No text gives the day.[^editor]`; a summary without marks in a record with one
    passage; an assessment without marks, which is the editor's.
Fails:  `567 had gone.[^officials] More followed.`; a summary without marks in a record with two passages.
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
            lacks_evidence = statement.by == "source" and not statement.marks and not statement.citations
            if statement.is_prose and lacks_evidence and not statement.markup.startswith(TODO_PREFIX):
                yield Finding(statement.location(), ID, _message(graph, statement))


def _message(graph: Graph, statement: Statement) -> str:
    example = next(iter(graph.passage_labels(statement.item.key)), "label")
    hint = f"end it with a mark: `[^{example}]` or `[^editor]`"
    item = statement.item
    count = len(graph.citations_in(item, *statement.path[:-1], "passages")) if isinstance(item, Record) else 0
    if statement.start == 0 and count > 1:
        return f"no mark says on which of {pluralize(count, 'passage')} this is based; {hint}"
    return f"`{truncate(graph.statement_text(statement), MAX_EXCERPT_LENGTH)}` has no evidence; {hint}"
