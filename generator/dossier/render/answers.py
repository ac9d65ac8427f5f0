"""The positions of a disagreement side by side: on its own page, and on a card that leads to it."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.graph.statements import Statement
from dossier.model.citation import Citation, distinct_citations
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.source import Source
from dossier.render.cards import describe_counts
from dossier.render.charts.disagreement_glyphs import DISAGREEMENT_TYPES, DisagreementType
from dossier.text.wording import ELLIPSIS

MAX_SHORT_ANSWER = 150
"""Characters of the longest answer on a page that sets its answers large."""
SENTENCE_END = re.compile(r"(?:\w{4}|”)(?=[.?!] )")
CLAUSE_END = re.compile(r"[\w”)](?=[,;:] )")
"""The last letter of a sentence, but not of an abbreviation, and that of a clause."""
CLOSING = f"{ELLIPSIS}”"
MAX_SHOWN = 3
"""Passages of a position that are shown at once, if they are from one source; the others unfold."""
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3}
"""Columns for a number of positions, so that the last row is as full as can be; 4 for more."""


class SourcePassages(NamedTuple):
    """The passages of one source that give an answer: those shown, and those that unfold."""

    source: Source
    shown: Sequence[Citation]
    more: Sequence[Citation]


class PositionColumn(NamedTuple):
    """A position: its passages by source, and how many sources and independent origins they have."""

    sources: Sequence[SourcePassages]
    counts: str


class SideBySide(NamedTuple):
    """The positions of a disagreement, and in how many columns they are on a wide screen.

    `together` says how far the evidence of all positions is spread, if they have fewer origins than there are answers.
    """

    positions: Sequence[PositionColumn]
    columns: int
    is_short: bool
    together: Corroboration | None


class CardSource(NamedTuple):
    """A source that gives an answer: its first passage for it, and the statement that cites that."""

    passage: Citation
    statement: Statement


class CardAnswer(NamedTuple):
    """An answer on a card, as plain text, and who gives it. `shared` says so if several sources have one origin."""

    text: str
    sources: Sequence[CardSource]
    shared: str


class DisagreementCard(NamedTuple):
    """A disagreement in short: its first answers, and how many more its page has."""

    disagreement: Disagreement
    type: DisagreementType
    answers: Sequence[CardAnswer]
    more: int

    @property
    def columns(self) -> int:
        """How many columns the answers have where there is room."""
        return len(self.answers)


def side_by_side(graph: Graph, disagreement: Disagreement) -> SideBySide:
    """Return the positions of a disagreement for its page."""
    count = len(disagreement.positions)
    citations = [_citations(graph.statements_in(disagreement, "positions", index)) for index in range(count)]
    together = graph.count_origins(distinct_citations(chain.from_iterable(citations)))
    return SideBySide(
        tuple(_column(graph, passages) for passages in citations),
        COLUMNS.get(count, max(COLUMNS.values())),
        all(len(_answer_text(graph, disagreement, index)) <= MAX_SHORT_ANSWER for index in range(count)),
        together if len(together.origins) < count else None,
    )


def _column(graph: Graph, citations: Sequence[Citation]) -> PositionColumn:
    return PositionColumn(_by_source(graph, citations), describe_counts(graph.count_origins(citations)))


def disagreement_card(graph: Graph, disagreement: Disagreement, max_answers: int, max_length: int) -> DisagreementCard:
    """Return the card of a disagreement with its first answers, each of up to `max_length` characters."""
    shown = min(max_answers, len(disagreement.positions))
    answers = [_card_answer(graph, disagreement, index, max_length) for index in range(shown)]
    more = len(disagreement.positions) - shown
    return DisagreementCard(disagreement, DISAGREEMENT_TYPES[disagreement.type], answers, more)


def longest_answer(graph: Graph, disagreement: Disagreement, max_answers: int) -> int:
    """Return the characters of the longest of the first answers of a disagreement."""
    shown = range(min(max_answers, len(disagreement.positions)))
    return max((len(_answer_text(graph, disagreement, index)) for index in shown), default=0)


def _card_answer(graph: Graph, disagreement: Disagreement, index: int, max_length: int) -> CardAnswer:
    statements = graph.statements_in(disagreement, "positions", index)
    sources: dict[str, CardSource] = {}
    for statement in statements:
        for citation in statement.citations:
            sources.setdefault(citation.passage.source, CardSource(citation, statement))
    corroboration = graph.count_origins(_citations(statements))
    is_shared = len(corroboration.origins) < len(corroboration.sources)
    shared = describe_counts(corroboration) if is_shared else ""
    return CardAnswer(_shorten(_answer_text(graph, disagreement, index), max_length), tuple(sources.values()), shared)


def _by_source(graph: Graph, citations: Sequence[Citation]) -> tuple[SourcePassages, ...]:
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.passage.source, []).append(citation)
    limit = max(1, MAX_SHOWN // max(1, len(by_source)))
    groups = ((graph.source_of(passages[0]), passages) for passages in by_source.values())
    return tuple(
        SourcePassages(source, passages[:limit], passages[limit:]) for source, passages in groups if source is not None
    )


def _citations(statements: Iterable[Statement]) -> tuple[Citation, ...]:
    return distinct_citations(citation for statement in statements for citation in statement.citations)


def _shorten(answer: str, max_length: int) -> str:
    """Return an answer of up to `max_length` characters, cut after a sentence, a clause or else a word.

    The sentence or the clause ends in the second half of that.
    """
    if len(answer) <= max_length:
        return answer
    start = answer[: max_length - len(CLOSING)]
    for pattern in (SENTENCE_END, CLAUSE_END):
        ends = [match.end() for match in pattern.finditer(start) if match.end() > max_length // 2]
        if ends:
            start = start[: ends[-1]]
            break
    else:
        start = start.rpartition(" ")[0]
    return start + (CLOSING if start.count("“") > start.count("”") else ELLIPSIS)


def _answer_text(graph: Graph, disagreement: Disagreement, index: int) -> str:
    return graph.plain_text(disagreement.positions[index].statement)
