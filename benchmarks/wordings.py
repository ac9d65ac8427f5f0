"""Mistakes in the wording of statements: words that deny, limit or turn round what a passage says, or no longer do."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.claims.review import rank_statements, statements_to_review
from dossier.graph import Graph, Statement


class Swap(NamedTuple):
    """Words of a statement, as a pattern, and what they become; only if a passage has the words too, if so said."""

    words: str
    becomes: str | Callable[[re.Match[str]], str]
    is_from_passage: bool = False


def _past(match: re.Match[str]) -> str:
    verb = match[1]
    return PAST.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")


PAST = {
    "seek": "sought",
    "take": "took",
    "lose": "lost",
    "meet": "met",
    "leave": "left",
    "fall": "fell",
    "hold": "held",
}
DENIALS = (
    Swap(r"\b(?:does|do|did) not (\w{3,})", r"\1s"),
    Swap(r"\b(is|are|was|were|has|have|had|will|would|could|must) (?:not|no longer|never) ", r"\1 "),
    Swap(r"\bno (?=[a-z]{3,})", "a "),
    Swap(r"\bno longer ", ""),
)
ADDED_DENIALS = (
    Swap(r"\b(is|are|was|were|has|have|had|will|would|could|must) (?!not\b|no\b|never\b)(?=[a-z])", r"\1 not "),
)
HEDGES = (
    Swap(r"\b(?:could|may|might) be\b", "is", is_from_passage=True),
    Swap(r"\b(?:could|may|might) (?=[a-z]{3,})", "will ", is_from_passage=True),
    Swap(r"\b(?:reportedly|allegedly|possibly|perhaps|probably|likely|potential|estimated|almost|nearly) ", "",
         is_from_passage=True),
)  # fmt: skip
QUANTIFIERS = tuple(
    Swap(rf"\b{word}\b(?! than)", other, is_from_passage=True)
    for word, other in {"all": "most", "most": "all", "many": "all", "some": "all", "several": "many"}.items()
)
PLANS = (
    Swap(r"\b(?:will|would) (?!not\b|be\b|have\b|also\b|still\b)([a-z]{4,})\b", _past),
    Swap(r"\b(fled|left|recognised|rejected|arrested|announced|escaped|stole|withdrew)\b(?! [a-z]+ly\b)",
         lambda match: f"will {PRESENT[match[1]]}", is_from_passage=True),
)  # fmt: skip
PRESENT = {
    "fled": "flee", "left": "leave", "recognised": "recognise", "rejected": "reject", "arrested": "arrest",
    "announced": "announce", "escaped": "escape", "stole": "steal", "withdrew": "withdraw",
}  # fmt: skip
_OPPOSITE_PAIRS = (
    ("before", "after"), ("support", "oppose"), ("supports", "opposes"), ("supporting", "opposing"), ("rose", "fell"),
    ("rising", "falling"), ("fled", "stayed"), ("left", "entered"), ("weaker", "stronger"), ("senior", "junior"),
    ("more", "fewer"), ("loyal", "disloyal"), ("accepted", "rejected"), ("won", "lost"), ("larger", "smaller"),
    ("against", "for"), ("first", "last"), ("increase", "decrease"), ("allies", "enemies"),
)  # fmt: skip
DIRECTIONS = tuple(
    Swap(rf"\b{word}\b", other, is_from_passage=True)
    for pair in _OPPOSITE_PAIRS
    for word, other in (pair, pair[::-1])
    if word != "for"
)


WORDINGS: Mapping[str, Sequence[Swap]] = {
    "wording: a “not” dropped": DENIALS,
    "wording: a “not” added": ADDED_DENIALS,
    "wording: a hedge dropped": HEDGES,
    "wording: another quantifier": QUANTIFIERS,
    "wording: a plan as a deed, or a deed as a plan": PLANS,
    "wording: the opposite of a word": DIRECTIONS,
}
"""The classes by name."""


class Rewording(NamedTuple):
    """A statement with other words, and the text of its whole field with these."""

    statement: Statement
    markup: str
    field: str


class Ranks(NamedTuple):
    """The places of reworded statements in the list of `dossier review` for the whole dossier, from 1.

    `total` is the number of statements compared; `reasons` how many of the reworded ones are listed with a reason that
    the statement did not have before.
    """

    places: tuple[int, ...]
    total: int
    reasons: int


def reword(graph: Graph, swaps: Sequence[Swap]) -> Iterator[Rewording]:
    """Yield each statement on the word of sources with one of its words outside quotations swapped."""
    for record in graph.visible:
        for statement in graph.statements_of(record):
            if not statement.is_prose or not statement.citations:
                continue
            passages = " ".join(graph.passage_text(citation) for citation in statement.citations)
            field, end = statement.field.text, statement.start + len(statement.markup)
            hidden = re.sub(r"\[\[[^\]|]*\||“[^”]*”", lambda match: " " * len(match[0]), field)
            for swap in swaps:
                for match in re.compile(swap.words).finditer(hidden, statement.start, end):
                    if not swap.is_from_passage or re.search(swap.words, passages):
                        after = match.expand(swap.becomes) if isinstance(swap.becomes, str) else swap.becomes(match)
                        markup = field[statement.start : match.start()] + after + field[match.end() : end]
                        yield Rewording(statement, markup, field[: match.start()] + after + field[match.end() :])


def rank_rewordings(graph: Graph, swaps: Sequence[Swap]) -> Ranks:
    """Return where a reviewer of the whole dossier finds each reworded statement, among all the others unchanged."""
    items = rank_statements(statements_to_review(graph))
    by_statement = {item.statement: item for item in items}
    places, reasons = [], 0
    for rewording in reword(graph, swaps):
        before = by_statement[rewording.statement]
        (after,) = rank_statements([before._replace(text=graph.plain_text(rewording.markup))])
        others = sum(item.score >= after.score for item in items if item is not before)
        places.append(1 + others)
        reasons += not {reason.message for reason in after.reasons} <= {reason.message for reason in before.reasons}
    return Ranks(tuple(places), len(items), reasons)
