"""White space: the one thing in which a passage may differ from its seed."""

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import NamedTuple

WHITE_SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""The characters of the Unicode property White_Space, to stand in a regular expression's class."""


_NO_SPACE = WHITE_SPACE.replace(" ", "")
_RUN = re.compile(f"[{_NO_SPACE}][{WHITE_SPACE}]*| [{WHITE_SPACE}]+")
"""A run that is not one space already."""


class CollapsedText(NamedTuple):
    """A text with every run of white space as one space, and the way back to the offsets of the text as given.

    `knots` are the offsets in `chars` of the runs longer than one; `shifts[n]` counts the characters that the first
    `n` of them lost.
    """

    chars: str
    run_offsets: tuple[int, ...]
    deltas: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give a stretch of `chars`, which has a character other than space at both ends, in offsets of the text."""
        first, last = bisect_left(self.run_offsets, start), bisect_left(self.run_offsets, end - 1)
        return start + self.deltas[first], end + self.deltas[last]


def collapse_with_offsets(text: str) -> str:
    """Put one space for every run of white space."""
    return _RUN.sub(" ", text)


def strip_whitespace(text: str) -> str:
    """Put one space for every run of white space, and none at either end."""
    return collapse_with_offsets(text).strip(" ")


def collapse_text(text: str) -> CollapsedText:
    """Squeeze a text and keep the way back."""
    runs = [run.span() for run in _RUN.finditer(text)]
    kept = [text[start:end] for (_, start), (end, _) in pairwise([(0, 0), *runs, (len(text), 0)])]
    long = [(start, end) for start, end in runs if end - start > 1]
    shifts = (0, *accumulate(end - start - 1 for start, end in long))
    knots = tuple(start - shift for (start, _), shift in zip(long, shifts, strict=False))
    return CollapsedText(" ".join(kept), knots, shifts)
