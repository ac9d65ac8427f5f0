"""The closest text to a passage that is not found, and how it differs: hints for an editor."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier.match.boundaries import is_inside_word
from dossier.match.searchable_text import SearchableText
from dossier.model.passage import MatchResult, Span
from dossier.text.whitespace import collapse_whitespace


class DiffOp(NamedTuple):
    """A stretch that both texts have (`gone` and `come` are the same), or that one has instead of the other's."""

    removed: str
    added: str

    @property
    def same(self) -> bool:
        return self.removed == self.added

    @property
    def parted(self) -> tuple[str, str, str]:
        """The space that both sides begin with, if they do; then each side without it."""
        seam = " " if all(side.startswith(" ") for side in (self.removed, self.added) if side) else ""
        return seam, self.removed.removeprefix(seam), self.added.removeprefix(seam)


def word_diff(first: str, second: str) -> Iterator[DiffOp]:
    """How `second` comes of `first`, in its order. A stretch begins with the white space before it."""
    old, new = _words(first), _words(second)
    for _, start, end, first_new, last_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield DiffOp("".join(old[start:end]), "".join(new[first_new:last_new]))


def _words(text: str) -> list[str]:
    """Split into words, figures and marks, each with the white space before it."""
    return re.findall(r"\s*(?:[^\W_]+(?:[.,:'’-][^\W_]+)*|\S)", " " + collapse_whitespace(text))


_NEAR = 65
"""The least likeness, of 100, that is worth showing."""
_START = 55
"""The least likeness of a first alignment: below it none is worth moving, and looking on would take seconds."""
_LONGEST = 600
"""How many characters of a passage are compared."""
_FARTHEST = 1_000_000
"""How many characters of a text are compared."""
_SLACK = 40
"""How many characters an end may move to where a word ends."""


def closest_text(exact: str, text: SearchableText) -> MatchResult:
    """Give the verdict `absent`, with the nearest text where one is near. `exact` is trimmed."""
    stretch = _nearest(exact[:_LONGEST], text.collapsed.chars[:_FARTHEST])
    if stretch is None:
        return MatchResult("absent")
    start, end = text.collapsed.original_span(*stretch)
    return MatchResult(
        "absent",
        candidates=(Span(text.file, start, end),),
        nearest=text.content[start:end],
        diff=format_diff(exact, text.content[start:end]),
    )


def format_diff(passage: str, seed: str) -> str:
    """Show what the passage says as `[-five-]`, and what the seed says as `{+six+}`, as far as is compared."""
    told = word_diff(passage[:_LONGEST], seed[:_LONGEST])
    return "".join(one.removed if one.same else _changed(one) for one in told).strip()


def first_difference(passage: str, seed: str) -> str:
    """The first words of the passage that the seed has otherwise, as far as is compared; empty where none are."""
    told = word_diff(passage[:_LONGEST], seed[:_LONGEST])
    return next((one.removed.strip() for one in told if not one.same and one.removed.strip()), "")


def _changed(change: DiffOp) -> str:
    """Show a change, with the white space before it outside the brackets unless it is itself what changed."""
    seam, gone, come = change.parted
    return seam + (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _nearest(words: str, chars: str) -> tuple[int, int] | None:
    """Align the words, then move both ends to the word ends near by that make the stretch most alike."""
    alignment = fuzz.partial_ratio_alignment(words, chars, score_cutoff=_START)
    if alignment is None:
        return None
    start, end = alignment.dest_start, alignment.dest_end
    for _ in range(2):
        start = max(_ends(chars, start, 0), key=lambda at: fuzz.ratio(words, chars[at:end]), default=start)
        end = max(_ends(chars, end, -1), key=lambda at: fuzz.ratio(words, chars[start:at]), default=end)
    near = start < end and fuzz.ratio(words, chars[start:end]) >= _NEAR
    return (start, end) if near and start in _ends(chars, start, 0) and end in _ends(chars, end, -1) else None


def _ends(chars: str, near: int, edge: int) -> Iterator[int]:
    """Yield the places near one where a word begins (`edge` 0: the character after) or ends (-1: the one before)."""
    for at in range(max(0, near - _SLACK), min(len(chars), near + _SLACK) + 1):
        if 0 <= at + edge < len(chars) and chars[at + edge] != " " and not is_inside_word(chars, at):
            yield at
