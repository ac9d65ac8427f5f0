"""Figures that belong together: the two ends of a range, or so many out of so many."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.masks import CACHE_SIZE, mask_non_numbers
from dossier.detect.number_tokens import NumberToken, multiply, tokenize_numbers
from dossier.model.quantity import Qualifier, Quantity, is_known_unit

_BETWEEN = re.compile(r"(?<![\w-])between {1,4}$")
_FROM = re.compile(r"(?<!\w)from {1,4}$")
_RANGE = re.compile(r" {1,4}to {1,4}|-| ?– ?")
_AND = re.compile(r" {1,4}and {1,4}")
_OF = re.compile(r" {1,4}(?:out {1,4})?of {1,4}(?:(?:the|its|their|his|her|our|every) {1,4})?")
_LOOK_BACK = 16


class NumberRange(NamedTuple):
    """A figure, with the upper end of its range or the whole it is a part of where one is written.

    `start` takes in a "between".
    """

    start: int
    low: NumberToken
    high: NumberToken | None = None
    whole: NumberToken | None = None

    @property
    def last(self) -> NumberToken:
        """The figure the text of the pair ends with."""
        return self.high or self.whole or self.low


def find_ranges(prepared: str) -> Iterator[NumberRange]:
    """Every figure of a prepared text, in order, each once: alone or in the pair it opens."""
    figures = list(tokenize_numbers(prepared))
    index = 0
    while index < len(figures):
        pair = _pair(prepared, *figures[index : index + 2])
        index += 1 if pair.last is pair.low else 2
        yield pair


def _pair(prepared: str, low: NumberToken, next_one: NumberToken | None = None) -> NumberRange:
    alone = NumberRange(low.start, low)
    if next_one is None or low.value is None or next_one.value is None or low.ordinal or next_one.ordinal:
        return alone
    return _part_of(prepared, low, next_one) or _range(prepared, low, next_one) or alone


def _part_of(prepared: str, part: NumberToken, whole: NumberToken) -> NumberRange | None:
    """ "Six of 18": both whole counts, the part no greater than the whole; "two of 2019" names a year."""
    tied = _OF.fullmatch(prepared, part.end, whole.start)
    if not tied or part.unit or part.is_fraction or whole.bare_year or _climb(whole, part):
        return None
    return NumberRange(part.start, part, whole=whole)


def _range(prepared: str, low: NumberToken, high: NumberToken) -> NumberRange | None:
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
    return NumberRange(low.start - (len(between.group()) if between else 0), low, high)


def _shared(low: NumberToken, high: NumberToken) -> tuple[NumberToken, NumberToken]:
    """Both ends with the unit and the scale only one of them spells out, as in "25 to 50 k" and "$5 to 10"."""
    low, high = low._replace(unit=low.unit or high.unit), high._replace(unit=high.unit or low.unit)
    if low.scale == 1 and low.value is not None:
        scaled = low._replace(value=multiply(low.value, high.scale))
        return (scaled, high) if _climb(scaled, high) else (low, high)
    return low, high


def _climb(low: NumberToken, high: NumberToken) -> bool:
    return low.value is not None and high.value is not None and low.value < high.value


_BOUNDS: dict[str, Qualifier] = {
    "more than": "more than", "over": "more than", "above": "more than", "in excess of": "more than",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "at least": "at least", "no less than": "at least", "no fewer than": "at least", "not less than": "at least",
    "a minimum of": "at least", "upwards of": "at least",
    "at most": "at most", "up to": "at most", "no more than": "at most", "not more than": "at most",
    "a maximum of": "at most", "as many as": "at most", "as much as": "at most",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "nearly": "about", "almost": "about", "close to": "about", "circa": "about", "an estimated": "about",
    "~": "about", "≈": "about", "exactly": "exactly",
}  # fmt: skip
_AFTER: dict[str, Qualifier] = {
    "+": "at least", "-plus": "at least", "-odd": "about", "or more": "at least", "or less": "at most",
    "or fewer": "at most", "or so": "about",
}  # fmt: skip
# These say that what follows counts, even a number written as years are.
_COUNTING = ("more than", "fewer than", "less than", "at least", "at most", "over", "exactly")

_PHRASES = "|".join(re.escape(phrase).replace(r"\ ", " {1,4}") for phrase in _BOUNDS)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:well|just|far|slightly) {{1,4}})?(?P<words>{_PHRASES}) {{1,4}}$|(?P<sign>[~≈]) {{0,4}}$"
)
_BEHIND = re.compile(r"(?P<sign>\+(?![\w+])|-plus\b|-odd\b)| (?P<words>or (?:more|less|fewer|so))\b(?! than)")
_SINCE = re.compile(" (?:ago|old|earlier|later)")
_LOOK_BACK_bounds = 40  # longer than the longest phrase with its adverb


class QualifierMatch(NamedTuple):
    """A qualifier, the places from and to which it stretches its figure, and whether it can only bound a count."""

    qualifier: Qualifier
    start: int
    end: int
    counting: bool = False


def find_qualifier(prepared: str, pair: NumberRange) -> QualifierMatch:
    """The bound of a figure or a pair; "exactly" where no word says otherwise."""
    start, end = pair.start, pair.last.end
    if pair.low.value is None or pair.low.ordinal:
        return QualifierMatch("exactly", start, end)
    written: Qualifier = "about" if pair.low.rounded else "exactly"
    before = _BEFORE.search(prepared[max(0, start - _LOOK_BACK_bounds) : start])
    if before and not _is_duration(prepared, pair, phrase := _phrase(before)):
        return QualifierMatch(_BOUNDS[phrase], start - len(before.group()), end, phrase in _COUNTING)
    behind = _BEHIND.match(prepared, end)
    if behind:
        return QualifierMatch(_AFTER[_phrase(behind)], start, behind.end())
    return QualifierMatch(written, start, end)


def _phrase(match: re.Match[str]) -> str:
    return " ".join((match["sign"] or match["words"]).split())


def _is_duration(prepared: str, pair: NumberRange, phrase: str) -> bool:
    """Whether "over" means during, as in "6% have defected over 2 years"; "over 2 years ago" is a bound."""
    return phrase == "over" and pair.last.is_time and not _SINCE.match(prepared, pair.last.end)


_PRONOUN_BEFORE = re.compile(r"(?<!\w)(?:the|no|any|every|each|this|that|which) {1,4}$")
_PRONOUN_BEHIND = re.compile(r" {1,4}(?:of|another|or the other|by one)\b|['’]s\b|-[^\W\d]")
_LOOK_BACK_quantities = 12


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


def parse_quantity(figure: str) -> Quantity | None:
    """The single quantity a short text such as "more than 500" means, or None where it holds none or several.

    What is given as a figure is one: "2019" is a number here, not a year.
    """
    mentions = [mention for mention, _ in _mentions(figure)]
    return mentions[0].quantity if len(mentions) == 1 else None


@lru_cache(maxsize=CACHE_SIZE)
def _mentions(text: str) -> tuple[tuple[QuantityMention, bool], ...]:
    """Every mention, with whether it may be a year."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[QuantityMention, bool]]:
    folded = mask_non_numbers(text)
    for pair in find_ranges(folded):
        words = find_qualifier(folded, pair)
        if not _is_pronoun(folded, words.start, words.end):
            yield _mention(text, pair, words), pair.last.bare_year and not pair.high and not words.counting


def _mention(text: str, pair: NumberRange, words: QualifierMatch) -> QuantityMention:
    of = pair.whole.value if pair.whole else None
    place = words.start, words.end, text[words.start : words.end]
    return QuantityMention(*place, _quantity(pair, words), pair.low.ordinal, of)


def _quantity(pair: NumberRange, words: QualifierMatch) -> Quantity:
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
    before = folded[max(0, start - _LOOK_BACK_quantities) : start]
    return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_BEHIND.match(folded, end))


def quantities_match(held: Quantity, mention: QuantityMention) -> bool:
    """The same figure and bound; the same unit where the text has one; the whole of which `six of 18` counts six."""
    if mention.of is not None and held.qualifier == "exactly" and held.value == mention.of:
        return True
    said = mention.quantity
    if said[:4] != held[:4]:
        return False
    return said.unit == held.unit if said.unit is not None else not is_known_unit(held.unit)
