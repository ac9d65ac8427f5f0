"""Figures that belong together: the two ends of a range, or so many out of so many."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.detect.figures import Figure, find_figures, times

_BETWEEN = re.compile(r"(?<![\w-])between {1,4}$")
_FROM = re.compile(r"(?<!\w)from {1,4}$")
_RANGE = re.compile(r" {1,4}to {1,4}|-| ?– ?")
_AND = re.compile(r" {1,4}and {1,4}")
_OF = re.compile(r" {1,4}(?:out {1,4})?of {1,4}(?:(?:the|its|their|his|her|our|every) {1,4})?")
_LOOK_BACK = 16


class Pair(NamedTuple):
    """A figure, with the upper end of its range or the whole it is a part of where one is written.

    `start` takes in a "between".
    """

    start: int
    low: Figure
    high: Figure | None = None
    whole: Figure | None = None

    @property
    def last(self) -> Figure:
        """The figure the text of the pair ends with."""
        return self.high or self.whole or self.low


def find_pairs(prepared: str) -> Iterator[Pair]:
    """Every figure of a prepared text, in order, each once: alone or in the pair it opens."""
    figures = list(find_figures(prepared))
    index = 0
    while index < len(figures):
        pair = _pair(prepared, *figures[index : index + 2])
        index += 1 if pair.last is pair.low else 2
        yield pair


def _pair(prepared: str, low: Figure, next_one: Figure | None = None) -> Pair:
    alone = Pair(low.start, low)
    if next_one is None or low.value is None or next_one.value is None or low.ordinal or next_one.ordinal:
        return alone
    return _part_of(prepared, low, next_one) or _range(prepared, low, next_one) or alone


def _part_of(prepared: str, part: Figure, whole: Figure) -> Pair | None:
    """ "Six of 18": both whole counts, the part no greater than the whole; "two of 2019" names a year."""
    tied = _OF.fullmatch(prepared, part.end, whole.start)
    if not tied or part.unit or part.is_fraction or whole.bare_year or _climb(whole, part):
        return None
    return Pair(part.start, part, whole=whole)


def _range(prepared: str, low: Figure, high: Figure) -> Pair | None:
    """ "25% to 50%", "25-50", "between 25 and 50", but not "from 25 to 50", which may tell of a change."""
    before = prepared[max(0, low.start - _LOOK_BACK) : low.start]
    between = _BETWEEN.search(before)
    link = prepared[low.end : high.start]
    tied = _RANGE.fullmatch(link) or (between and _AND.fullmatch(link))
    if not tied or _FROM.search(before) or (low.bare_year and high.bare_year):
        return None
    low, high = _shared(low, high)
    if low.unit != high.unit or not _climb(low, high):
        return None
    return Pair(low.start - (len(between.group()) if between else 0), low, high)


def _shared(low: Figure, high: Figure) -> tuple[Figure, Figure]:
    """Both ends with the unit and the scale only one of them spells out, as in "25 to 50 k" and "$5 to 10"."""
    low, high = low._replace(unit=low.unit or high.unit), high._replace(unit=high.unit or low.unit)
    if low.scale == 1 and low.value is not None:
        scaled = low._replace(value=times(low.value, high.scale))
        return (scaled, high) if _climb(scaled, high) else (low, high)
    return low, high


def _climb(low: Figure, high: Figure) -> bool:
    return low.value is not None and high.value is not None and low.value < high.value
