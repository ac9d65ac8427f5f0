"""Grapheme clusters: what readers take for one character, such as a flag, an emoji with its skin tone or `क्ष`."""

import re
from functools import cache
from typing import Any

SINGLE = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]+")
"""Letters, punctuation and spaces of European languages, none of which joins another one in a cluster."""
_MAX_CLUSTER = 128
"""The number of characters before a position that are examined; a longer cluster may be cut."""


def is_inside_cluster(text: str, offset: int) -> bool:
    """Return whether the position before `text[offset]` is inside an extended grapheme cluster (UAX #29)."""
    pair = text[max(0, offset - 1) : offset + 1]
    if len(pair) < 2 or pair.isascii() or SINGLE.fullmatch(pair) or _pattern(r"\p{GCB=Other}+").fullmatch(pair):
        return False
    cluster = _pattern(r"\X")
    start = _first_boundary(text, offset)
    while start < offset:
        start = cluster.match(text, start).end()
    return start > offset


def _first_boundary(text: str, offset: int) -> int:
    """Return where the characters before a position begin that may be in one cluster: outside ASCII, but for one."""
    first = max(0, offset - _MAX_CLUSTER)
    start = offset - 1
    while start > first and not text[start].isascii():
        start -= 1
    return start


@cache
def _pattern(pattern: str) -> Any:
    """Compile a pattern that Python's own `re` does not have."""
    import regex  # type: ignore[import-untyped]  # Only here: most texts need no such pattern.

    return regex.compile(pattern)
