"""Comparison of wording: passages of two sources that say nearly the same, and the words in which they differ."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.match import DiffOp, word_diff
from dossier.model.citation import Citation
from dossier.render import markdown
from dossier.render.markdown import Markdown

MIN_SIMILARITY = 70
"""Of 100: passages less similar than this only share some words, and are not compared."""


class QuotePair(NamedTuple):
    """Two similar passages of different sources; `changes` is empty if their words are the same."""

    first: Citation
    second: Citation
    changes: tuple[DiffOp, ...]


def compare_quotes(passages: Sequence[tuple[Citation, str]]) -> tuple[QuotePair, ...]:
    """Pair each passage, given as a citation and its words, with the most similar earlier one of another source."""
    pairs = (_pair(*passage, passages[:index]) for index, passage in enumerate(passages))
    return tuple(pair for pair in pairs if pair is not None)


def _pair(citation: Citation, words: str, earlier: Sequence[tuple[Citation, str]]) -> QuotePair | None:
    others = [passage for passage in earlier if passage[0].passage.source != citation.passage.source]
    scores = [fuzz.token_sort_ratio(words, text, score_cutoff=MIN_SIMILARITY) for _, text in others]
    if not any(scores):
        return None
    closest, text = others[scores.index(max(scores))]
    changes = tuple(word_diff(text, words))
    return QuotePair(closest, citation, () if all(change.is_same for change in changes) else changes)


def difference(changes: Iterable[DiffOp]) -> Markdown:
    """Return a diff with the words of the first text only in `<del>`, those of the second only in `<ins>`."""
    pieces = [markdown.escape_inline(change.removed) if change.is_same else _changed(change) for change in changes]
    return Markdown("".join(pieces).strip())


def _changed(change: DiffOp) -> str:
    """Return a change with the space before it outside the elements."""
    space, *sides = change.split_leading_space()
    removed, added = map(markdown.escape_inline, sides)
    return space + (f"<del>{removed}</del>" if removed else "") + (f"<ins>{added}</ins>" if added else "")
