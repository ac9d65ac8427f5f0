"""The matrices on the index of disagreements: questions by sources, one matrix for each weight."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.model.citation import Citation
from dossier.model.kinds.disagreement import Disagreement, Position, Weight
from dossier.model.kinds.source import Source
from dossier.text.wording import truncate

MAX_QUOTE_LENGTH = 120
"""Characters of a source's own words in a cell."""
TYPES = {
    "contradiction": "The answers cannot both be right.",
    "precision": "One answer is more precise than the other.",
    "scope": "They measure slightly different things.",
    "time": "The answers are for different times.",
    "attribution": "They credit different people.",
    "framing": "Same facts, different wording or slant.",
}
"""The ways in which answers differ, the most serious first, and what they mean."""
HEADINGS: Mapping[Weight, str] = {
    "main": "What the story turns on",
    "minor": "Points of detail",
    "wording": "Wording, names and spelling",
}
"""The headings of the matrices, by the weight of their disagreements, the weightiest first."""


class Answer(NamedTuple):
    """A source's answer to a question: the position, and the source's first passage for it.

    `statement` is the part of the position that cites the passage. Where several sources take the position, `words`
    are those of this one.
    """

    position: Position
    statement: Statement
    passage: Citation
    words: str


class AnswerCell(NamedTuple):
    """The answers of a source to a question; none if the source does not address it."""

    source: Source
    answers: Sequence[Answer]


class MatrixRow(NamedTuple):
    """A question, and the cell of each source in the order of the columns."""

    disagreement: Disagreement
    cells: Sequence[AnswerCell]


class DisagreementMatrix(NamedTuple):
    """The questions of one weight, and the sources that answer any of them."""

    weight: Weight
    heading: str
    sources: Sequence[Source]
    rows: Sequence[MatrixRow]


def disagreement_matrices(graph: Graph) -> list[DisagreementMatrix]:
    """Return the matrices by weight; in each, questions are ordered by type, then by how many records refer to them."""
    matrices = []
    for weight, heading in HEADINGS.items():
        disagreements = [
            disagreement for disagreement in graph.visible_of(Disagreement) if disagreement.weight == weight
        ]
        if disagreements:
            matrices.append(_matrix(graph, weight, heading, by_importance(graph, disagreements)))
    return matrices


def by_importance(graph: Graph, disagreements: Iterable[Disagreement]) -> list[Disagreement]:
    """Return disagreements by weight, then by type, then by how many records refer to them, the most first."""
    weights, types = list(HEADINGS), list(TYPES)
    return sorted(
        disagreements,
        key=lambda disagreement: (
            weights.index(disagreement.weight),
            types.index(disagreement.type),
            -len(graph.backlinks_of(disagreement)),
        ),
    )


def _matrix(graph: Graph, weight: Weight, heading: str, disagreements: Sequence[Disagreement]) -> DisagreementMatrix:
    answers = {disagreement.id: _answers(graph, disagreement) for disagreement in disagreements}
    answering = {source_id for by_source in answers.values() for source_id in by_source}
    sources = [source for source in graph.visible_of(Source) if source.has_text and source.id in answering]
    rows = [
        MatrixRow(disagreement, [AnswerCell(source, answers[disagreement.id].get(source.id, ())) for source in sources])
        for disagreement in disagreements
    ]
    return DisagreementMatrix(weight, heading, sources, rows)


def _answers(graph: Graph, disagreement: Disagreement) -> Mapping[str, Sequence[Answer]]:
    """Return the answers of each source, by its id, in the order of the positions."""
    answers: dict[str, list[Answer]] = {}
    for index, position in enumerate(disagreement.positions):
        first = _first_passages(graph, disagreement, index)
        for source_id, (statement, passage) in first.items():
            words = truncate(graph.passage_text(passage), MAX_QUOTE_LENGTH) if len(first) > 1 else ""
            answers.setdefault(source_id, []).append(Answer(position, statement, passage, words))
    return answers


def _first_passages(graph: Graph, disagreement: Disagreement, index: int) -> Mapping[str, tuple[Statement, Citation]]:
    """Return the first passage that each source has for the position at `index`, by the source's id."""
    first: dict[str, tuple[Statement, Citation]] = {}
    for statement in graph.statements_in(disagreement, "positions", index):
        for citation in statement.citations:
            first.setdefault(citation.passage.source, (statement, citation))
    return first
