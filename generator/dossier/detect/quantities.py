"""Quantities in a text: what a source counts or measures, with the bounds it gives.

What counts is found, what only names or dates is not: a figure beside a month, a bare year (1900 to 2099 with no
unit and no "more than"), a time of day, an article's number. `many`, `most`, `some`, `all`, `both` are no quantities.
"One" is a quantity where it counts ("one recent broadcast", "one of 18") and none where it is a pronoun ("the one
responsible", "no one", "one of the foundations", "one another"). In doubt a figure is found: a wrong find costs an
editor an exemption, a missed one hides a statement.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.bounds import Bound, bound
from dossier.detect.masks import KEPT, prepared
from dossier.detect.pairs import Pair, find_pairs
from dossier.model.quantity import Quantity

_PRONOUN_BEFORE = re.compile(r"(?<!\w)(?:the|no|any|every|each|this|that|which) {1,4}$")
_PRONOUN_BEHIND = re.compile(r" {1,4}(?:of|another|or the other|by one)\b|['’]s\b|-[^\W\d]")
_LOOK_BACK = 12


class QuantityMention(NamedTuple):
    """A quantity where it stands: `text` is `text[start:end]` of the whole, code points, bounding words included.

    `ordinal` is True for "second" and "21st"; `of` is 18 in "six of 18", which is one mention.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    ordinal: bool = False
    of: Decimal | None = None


def find_quantities(text: str) -> list[QuantityMention]:
    """Every quantity the text mentions, in order and never overlapping, each as long as it is written."""
    return [mention for mention, is_year in _mentions(text) if not is_year]


def parse(figure: str) -> Quantity | None:
    """The single quantity a short text such as "more than 500" means, or None where it holds none or several.

    What is given as a figure is one: "2019" is a number here, not a year.
    """
    mentions = [mention for mention, _ in _mentions(figure)]
    return mentions[0].quantity if len(mentions) == 1 else None


@lru_cache(maxsize=KEPT)
def _mentions(text: str) -> tuple[tuple[QuantityMention, bool], ...]:
    """Every mention, with whether it may be a year."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[QuantityMention, bool]]:
    folded = prepared(text)
    for pair in find_pairs(folded):
        words = bound(folded, pair)
        if not _is_pronoun(folded, words.start, words.end):
            yield _mention(text, pair, words), pair.last.bare_year and not pair.high and not words.counting


def _mention(text: str, pair: Pair, words: Bound) -> QuantityMention:
    of = pair.whole.value if pair.whole else None
    place = words.start, words.end, text[words.start : words.end]
    return QuantityMention(*place, _quantity(pair, words), pair.low.ordinal, of)


def _quantity(pair: Pair, words: Bound) -> Quantity:
    low, high = pair.low, pair.high
    if low.value is None:
        return Quantity("vague", unit=low.unit)
    if high:
        return Quantity("between", low=low.value, high=high.value, unit=high.unit)
    return Quantity(words.qualifier, low.value, unit=low.unit)


def _is_pronoun(folded: str, start: int, end: int) -> bool:
    """Whether a lone "one" stands for somebody or something instead of counting."""
    if folded[start:end] != "one":
        return False
    before = folded[max(0, start - _LOOK_BACK) : start]
    return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_BEHIND.match(folded, end))
