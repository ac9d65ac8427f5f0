"""The places where words stand in a text whose white space has been squeezed."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.match.space import trim

_MANY = 256


class Sought(NamedTuple):
    """The words of a passage and of its context, trimmed. No context is the empty string."""

    exact: str
    prefix: str
    suffix: str


def sought(exact: str, prefix: str | None, suffix: str | None) -> Sought:
    """Trim the words to look for."""
    return Sought(trim(exact), trim(prefix) if prefix else "", trim(suffix) if suffix else "")


def places(needle: str, chars: str) -> Iterator[int]:
    """Yield every offset at which the needle stands, also where places overlap."""
    count, at = 0, chars.find(needle)
    while at >= 0:
        count += 1
        if count > _MANY and len(needle) > _MANY:
            yield from _overlapping(needle, chars, at)
            return
        yield at
        at = chars.find(needle, at + 1)


def fits(chars: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Say whether the context stands right before and right after, with or without white space at the seams."""
    before = start - (chars[start - 1 : start] == " ")
    after = end + (chars[end : end + 1] == " ")
    return chars.endswith(prefix, 0, before) and chars.startswith(suffix, after)


def _overlapping(needle: str, chars: str, start: int) -> Iterator[int]:
    """Find as Knuth, Morris and Pratt do: long words that overlap themselves would take `str.find` hours."""
    borders = _borders(needle)
    held = 0
    for at in range(start, len(chars)):
        while held and (held == len(needle) or needle[held] != chars[at]):
            held = borders[held - 1]
        held += needle[held] == chars[at]
        if held == len(needle):
            yield at + 1 - held


def _borders(needle: str) -> list[int]:
    """Give, for each beginning of the needle, the length of the longest shorter one that it ends with."""
    borders, held = [0], 0
    for char in needle[1:]:
        while held and needle[held] != char:
            held = borders[held - 1]
        held += needle[held] == char
        borders.append(held)
    return borders
