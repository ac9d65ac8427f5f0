"""Wordings compared: where two documents tell a record in much the same words, and what they have differently."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.match import DiffOp, word_diff
from dossier.model.citation import Citation
from dossier.render import markdown
from dossier.render.markdown import Markdown

ALIKE = 70
"""The least likeness, of 100, that is worth comparing: below it two passages merely share some words."""


class QuotePair(NamedTuple):
    """A passage and that of another document which tells it alike; no changes where their words are the same."""

    first: Citation
    second: Citation
    changes: tuple[DiffOp, ...]


def compare_quotes(told: Sequence[tuple[Citation, str]]) -> tuple[QuotePair, ...]:
    """Each passage (a citation and its words) with the one before it, of another document, that is most alike."""
    found = (_compared(*one, told[:at]) for at, one in enumerate(told))
    return tuple(wording for wording in found if wording is not None)


def _compared(citation: Citation, words: str, before: Sequence[tuple[Citation, str]]) -> QuotePair | None:
    others = [other for other in before if other[0].passage.source != citation.passage.source]
    likeness = [fuzz.token_sort_ratio(words, text, score_cutoff=ALIKE) for _, text in others]
    if not any(likeness):
        return None
    nearest, text = others[likeness.index(max(likeness))]
    told = tuple(word_diff(text, words))
    return QuotePair(nearest, citation, () if all(one.same for one in told) else told)


def difference(found: Iterable[DiffOp]) -> Markdown:
    """Words that only the first of two texts has as `<del>`, those that only the second has as `<ins>`."""
    return Markdown(
        "".join(markdown.escape_inline(one.removed) if one.same else _changed(one) for one in found).strip()
    )


def _changed(change: DiffOp) -> str:
    """A change, with the space before it outside the marks."""
    seam, *sides = change.parted
    gone, come = map(markdown.escape_inline, sides)
    return seam + (f"<del>{gone}</del>" if gone else "") + (f"<ins>{come}</ins>" if come else "")
