"""Disagreements: a matrix of questions and texts for each way in which the answers differ.

In each those questions stand first that most other records refer to.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.source import Source
from dossier.render.pages.page import Page, PageInputs
from dossier.render.pages.sources import sources
from dossier.text.truncate import truncate

LENGTH = 120
"""Characters of a text's own words in a cell."""
TYPES = {
    "contradiction": "Both answers cannot be right.",
    "precision": "One answer is more exact than the other.",
    "scope": "The answers are not of quite the same thing.",
    "time": "The answers are of different times.",
    "attribution": "It is put down to different people.",
    "framing": "The same is told in words that lean different ways, or are written differently.",
}
"""The ways in which answers differ, the heaviest first, and what they mean."""


class Answer(NamedTuple):
    """What a text has on a question: its first passage for a position, and the position's statement.

    Where several texts take the position, its statement is of all of them, and `words` are those of this one.
    """

    statement: str
    passage: Citation
    words: str


class Cell(NamedTuple):
    """What a text answers to a question; nothing where it is silent."""

    text: Source
    answers: Sequence[Answer]


class Row(NamedTuple):
    """A question, and the cell of each text in the order of the columns."""

    disagreement: Disagreement
    cells: Sequence[Cell]


class Matrix(NamedTuple):
    """The questions whose answers differ in one way, and the texts that answer some of them."""

    type: str
    means: str
    texts: Sequence[Source]
    rows: Sequence[Row]


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    order = list(TYPES)
    referred = sorted(graph.visible_of(Disagreement), key=lambda one: -len(graph.backlinks_of(one)))
    disagreements = sorted(referred, key=lambda one: order.index(one.type))
    return {
        "matrices": [
            _matrix(graph, type, list(some)) for type, some in groupby(disagreements, key=lambda one: one.type)
        ]
    }


def _matrix(graph: Graph, type: str, disagreements: Sequence[Disagreement]) -> Matrix:
    answers = [_answers(graph, disagreement) for disagreement in disagreements]
    texts = [source for source in sources(graph, held=True) if any(source.id in one for one in answers)]
    rows = [
        Row(disagreement, [Cell(text, one.get(text.id, ())) for text in texts])
        for disagreement, one in zip(disagreements, answers, strict=True)
    ]
    return Matrix(type, TYPES[type], texts, rows)


def _answers(graph: Graph, disagreement: Disagreement) -> Mapping[str, Sequence[Answer]]:
    """The answers of each text, by its source's id, in the order of the positions."""
    found: dict[str, list[Answer]] = {}
    for at, position in enumerate(disagreement.positions):
        passages = _first_passages(graph, disagreement, at)
        for source, passage in passages.items():
            words = truncate(graph.passage_text(passage), LENGTH) if len(passages) > 1 else ""
            found.setdefault(source, []).append(Answer(position.statement, passage, words))
    return found


def _first_passages(graph: Graph, disagreement: Disagreement, at: int) -> Mapping[str, Citation]:
    """The first passage of each text that a position rests on, by the text's source."""
    first: dict[str, Citation] = {}
    for one in graph.evidence_of_position(disagreement, at):
        first.setdefault(one.passage.source, one)
    return first


PAGE = Page("disagreements/index.md", "disagreements.md.j2", _given)
