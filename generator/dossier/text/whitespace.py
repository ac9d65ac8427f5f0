"""White space as Unicode defines it, and texts with each run of it collapsed to one space."""

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import NamedTuple

WHITE_SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""The characters with the Unicode property White_Space, for use inside a regular expression's character class."""

_NO_SPACE = WHITE_SPACE.replace(" ", "")
_SEPARATORS = re.compile("[\x1c-\x1f]")
"""What `str.split` takes for white space as well, but Unicode does not."""
_RUN = re.compile(f"[{_NO_SPACE}][{WHITE_SPACE}]*| [{WHITE_SPACE}]+")
"""A run that is not already one space."""


class CollapsedText(NamedTuple):
    """A text with each run of white space collapsed to one space, and the way back to offsets of the original.

    `run_offsets` are the offsets in `chars` of the runs that were longer than one character; `deltas[n]` is the number
    of characters that the first `n` of them lost.
    """

    chars: str
    run_offsets: tuple[int, ...]
    deltas: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text for a span of `chars` that neither begins nor ends with a space."""
        first, last = bisect_left(self.run_offsets, start), bisect_left(self.run_offsets, end - 1)
        return start + self.deltas[first], end + self.deltas[last]


def collapse_whitespace(text: str) -> str:
    """Return the text with each run of white space as one space, and without any at its ends."""
    if text.isprintable() and "  " not in text:  # Of all white space, only the space is printable.
        return text.strip(" ")
    if _SEPARATORS.search(text):
        return _RUN.sub(" ", text).strip(" ")
    return " ".join(text.split())


def collapse_with_offsets(text: str) -> CollapsedText:
    """Return the text with each run of white space as one space, also at its ends, and the offsets to map it back."""
    runs = [run.span() for run in _RUN.finditer(text)]
    kept = [text[start:end] for (_, start), (end, _) in pairwise([(0, 0), *runs, (len(text), 0)])]
    long_runs = [(start, end) for start, end in runs if end - start > 1]
    deltas = (0, *accumulate(end - start - 1 for start, end in long_runs))
    run_offsets = tuple(start - delta for (start, _), delta in zip(long_runs, deltas, strict=False))
    return CollapsedText(" ".join(kept), run_offsets, deltas)
