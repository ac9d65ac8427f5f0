"""Sentences of the dossier that show readers, on the front page and in "How we check", how evidence works."""

from operator import itemgetter
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.model.citation import Citation
from dossier.model.marks import find_marks
from dossier.render.cards import SENTENCE_ENDS, describe_counts
from dossier.render.evidence import ContextSnippet, PassageContexts


class Example(NamedTuple):
    """A sentence with its evidence: its first passage, in context, and how many sources and origins it has."""

    statement: Statement
    citation: Citation
    context: ContextSnippet
    counts: str


def relayed_example(graph: Graph) -> Example | None:
    """Return the sentence of the front page with one passage whose words came the longest way, the shortest of them."""
    candidates = [
        statement
        for statement in graph.statements_of(graph.dossier.settings)
        if len(statement.citations) == 1 and _is_whole_sentence(graph, statement)
    ]
    if not candidates:
        return None
    return _example(graph, min(candidates, key=_by_distance))


def shared_origin_example(graph: Graph) -> Example | None:
    """Return the sentence with the most sources for one origin, if possible one that all name; else None."""
    shared: list[tuple[int, int, int, Statement]] = []
    for statement in graph.statements:
        sources, origins = graph.corroboration_of_statement(statement)
        if len(sources) > len(origins) == 1 and _is_whole_sentence(graph, statement):
            named = min(len(citation.passage.via) for citation in statement.citations)
            shared.append((-len(sources), -named, len(statement.markup), statement))
    return _example(graph, min(shared, key=itemgetter(0, 1, 2))[3]) if shared else None


def _by_distance(statement: Statement) -> tuple[int, int]:
    """Return the sort key of a statement with one passage: the one from furthest away first, then the shortest."""
    return -len(statement.citations[0].passage.via), len(statement.markup)


def _example(graph: Graph, statement: Statement) -> Example:
    citation = statement.citations[0]
    context = PassageContexts(graph).for_page(citation)
    return Example(statement, citation, context, describe_counts(graph.corroboration_of_statement(statement)))


def _is_whole_sentence(graph: Graph, statement: Statement) -> bool:
    """Return whether a statement is a sentence of its own, and not a clause of a longer one."""
    text = graph.statement_text(statement) if statement.is_prose else ""
    return text[:1].isupper() and text.endswith(SENTENCE_ENDS) and _follows_sentence(statement)


def _follows_sentence(statement: Statement) -> bool:
    """Return whether the text before a statement, if there is any, ends a sentence."""
    text, end = statement.field.text, statement.start
    for mark in reversed(find_marks(text)):
        if mark.end <= end and not text[mark.end : end].strip():
            end = mark.start
    before = text[:end] if end < statement.start else text[:end].rstrip()
    return not before or before.endswith(SENTENCE_ENDS)
