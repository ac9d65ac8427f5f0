"""Find the quantities of a text: a number with its unit and qualifier, a range, or a part of a whole.

Recognised are figures and number words ("567", "three hundred", "half a million", "two thirds"), vague amounts
("dozens", "several thousand"), ordinals ("21st"), units (percent, currencies, time), qualifiers ("more than", "about",
"or so"), ranges ("25 to 50", "between 25 and 50") and parts ("six of 18").
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.masks import mask_non_numbers
from dossier.detect.number_tokens import NumberToken, multiply, tokenize_numbers
from dossier.model.quantity import Qualifier, Quantity, is_known_unit

_BETWEEN = re.compile(r"(?<![\w-])between {1,4}$")
_FROM = re.compile(r"(?<!\w)from {1,4}$")
_RANGE = re.compile(r" {1,4}to {1,4}|-| ?– ?")
_AND = re.compile(r" {1,4}and {1,4}")
_OF = re.compile(r" {1,4}(?:out {1,4})?of {1,4}(?:(?:the|its|their|his|her|our|every) {1,4})?")
_RANGE_LOOK_BACK = 16
"""Characters before a number in which "between" or "from" may be."""


class NumberRange(NamedTuple):
    """A number, with the upper end of its range or the whole that it is a part of, if stated.

    `start` includes a preceding "between".
    """

    start: int
    low: NumberToken
    high: NumberToken | None = None
    whole: NumberToken | None = None

    @property
    def last(self) -> NumberToken:
        """The number that ends the text of the range."""
        return self.high or self.whole or self.low


def find_ranges(masked: str) -> Iterator[NumberRange]:
    """Yield every number of a masked text once, in order: alone, or with the number that completes it."""
    tokens = list(tokenize_numbers(masked))
    index = 0
    while index < len(tokens):
        number_range = _range_from(masked, *tokens[index : index + 2])
        index += 1 if number_range.last is number_range.low else 2
        yield number_range


def _range_from(masked: str, token: NumberToken, following: NumberToken | None = None) -> NumberRange:
    single = NumberRange(token.start, token)
    if following is None or token.value is None or following.value is None or token.ordinal or following.ordinal:
        return single
    return _part_of_whole(masked, token, following) or _low_to_high(masked, token, following) or single


def _part_of_whole(masked: str, part: NumberToken, whole: NumberToken) -> NumberRange | None:
    """Return "six of 18": a count without a unit, not above the whole. "Two of 2019" names a year instead."""
    joined = _OF.fullmatch(masked, part.end, whole.start)
    if not joined or part.unit or part.is_fraction or whole.bare_year or _is_less(whole, part):
        return None
    return NumberRange(part.start, part, whole=whole)


def _low_to_high(masked: str, low: NumberToken, high: NumberToken) -> NumberRange | None:
    """Return "25% to 50%", "25-50" or "between 25 and 50", but not "from 25 to 50", which may describe a change."""
    before = masked[max(0, low.start - _RANGE_LOOK_BACK) : low.start]
    between = _BETWEEN.search(before)
    connector = masked[low.end : high.start]
    joined = _RANGE.fullmatch(connector) or (between and _AND.fullmatch(connector))
    if not joined or _FROM.search(before) or (low.bare_year and high.bare_year):
        return None
    low, high = _share_unit_and_scale(low, high)
    if low.unit != high.unit or not _is_less(low, high):
        return None
    return NumberRange(low.start - (len(between.group()) if between else 0), low, high)


def _share_unit_and_scale(low: NumberToken, high: NumberToken) -> tuple[NumberToken, NumberToken]:
    """Return both ends with the unit and scale that only one of them states, as in "25 to 50 k" and "$5 to 10"."""
    low, high = low._replace(unit=low.unit or high.unit), high._replace(unit=high.unit or low.unit)
    if low.scale == 1 and low.value is not None:
        scaled = low._replace(value=multiply(low.value, high.scale))
        return (scaled, high) if _is_less(scaled, high) else (low, high)
    return low, high


def _is_less(low: NumberToken, high: NumberToken) -> bool:
    return low.value is not None and high.value is not None and low.value < high.value


_QUALIFIERS_BEFORE: dict[str, Qualifier] = {
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
_QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "+": "at least", "-plus": "at least", "-odd": "about", "or more": "at least", "or less": "at most",
    "or fewer": "at most", "or so": "about",
}  # fmt: skip
_COUNTING = ("more than", "fewer than", "less than", "at least", "at most", "over", "exactly")
"""After these a number is a count, even one that looks like a year."""

_PHRASES = "|".join(re.escape(phrase).replace(r"\ ", " {1,4}") for phrase in _QUALIFIERS_BEFORE)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:well|just|far|slightly) {{1,4}})?(?P<words>{_PHRASES}) {{1,4}}$|(?P<sign>[~≈]) {{0,4}}$"
)
_AFTER = re.compile(r"(?P<sign>\+(?![\w+])|-plus\b|-odd\b)| (?P<words>or (?:more|less|fewer|so))\b(?! than)")
_SINCE = re.compile(" (?:ago|old|earlier|later)")
_QUALIFIER_LOOK_BACK = 40
"""Characters before a number in which a qualifier may be; more than the longest phrase with its adverb has."""


class QualifierMatch(NamedTuple):
    """A qualifier, the span of its number extended by the qualifier's words, and whether these only go with counts."""

    qualifier: Qualifier
    start: int
    end: int
    counting: bool = False


def find_qualifier(masked: str, number_range: NumberRange) -> QualifierMatch:
    """Return the qualifier of a number or range; "exactly" if no word states another."""
    start, end = number_range.start, number_range.last.end
    if number_range.low.value is None or number_range.low.ordinal:
        return QualifierMatch("exactly", start, end)
    before = _BEFORE.search(masked[max(0, start - _QUALIFIER_LOOK_BACK) : start])
    if before and not _is_duration(masked, number_range, phrase := _phrase(before)):
        return QualifierMatch(_QUALIFIERS_BEFORE[phrase], start - len(before.group()), end, phrase in _COUNTING)
    after = _AFTER.match(masked, end)
    if after:
        return QualifierMatch(_QUALIFIERS_AFTER[_phrase(after)], start, after.end())
    return QualifierMatch("about" if number_range.low.rounded else "exactly", start, end)


def _phrase(match: re.Match[str]) -> str:
    return " ".join((match["sign"] or match["words"]).split())


def _is_duration(masked: str, number_range: NumberRange, phrase: str) -> bool:
    """Return whether "over" means "during", as in "6% have defected over 2 years", unlike "over 2 years ago"."""
    return phrase == "over" and number_range.last.is_time and not _SINCE.match(masked, number_range.last.end)


_PRONOUN_BEFORE = re.compile(r"(?<!\w)(?:the|no|any|every|each|this|that|which) {1,4}$")
_PRONOUN_AFTER = re.compile(r" {1,4}(?:of|another|or the other|by one)\b|['’]s\b|-[^\W\d]")
_PRONOUN_LOOK_BACK = 12


class QuantityMention(NamedTuple):
    """A quantity, qualifier included, as `text[start:end]` of its text (code points, end-exclusive).

    `ordinal` is True for "second" and "21st"; `of` is 18 in "six of 18", which is one mention.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    ordinal: bool = False
    of: Decimal | None = None


def find_quantities(text: str) -> list[QuantityMention]:
    """Return every quantity of the text, in order and without overlaps, each as long as it is written.

    Years, dates, times of day and numbers that are names ("Article 350", "9/11") are not quantities.
    """
    return list(_find_quantities(text))


@lru_cache(maxsize=512)  # Rules read the same passages again and again: without, a check takes half as long again.
def _find_quantities(text: str) -> tuple[QuantityMention, ...]:
    masked = mask_non_numbers(text)
    mentions = []
    for number_range in find_ranges(masked):
        qualifier = find_qualifier(masked, number_range)
        is_year = number_range.last.bare_year and not number_range.high and not qualifier.counting
        if not is_year and not _is_pronoun(masked, qualifier.start, qualifier.end):
            mentions.append(_mention(text, number_range, qualifier))
    return tuple(mentions)


def _mention(text: str, number_range: NumberRange, qualifier: QualifierMatch) -> QuantityMention:
    start, end, low = qualifier.start, qualifier.end, number_range.low
    whole = number_range.whole.value if number_range.whole else None
    return QuantityMention(start, end, text[start:end], _quantity(number_range, qualifier), low.ordinal, whole)


def _quantity(number_range: NumberRange, qualifier: QualifierMatch) -> Quantity:
    low, high = number_range.low, number_range.high
    if low.value is None:
        return Quantity("vague", unit=low.unit)
    if high:
        return Quantity("between", low=low.value, high=high.value, unit=high.unit)
    return Quantity(qualifier.qualifier, low.value, unit=low.unit)


def _is_pronoun(masked: str, start: int, end: int) -> bool:
    """Return whether a lone "one" is a pronoun rather than a number."""
    if masked[start:end] != "one":
        return False
    before = masked[max(0, start - _PRONOUN_LOOK_BACK) : start]
    return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(masked, end))


def quantities_match(recorded: Quantity, mention: QuantityMention) -> bool:
    """Return whether a text's mention supports a recorded quantity.

    Figure and qualifier must be equal, and the unit if the text states one. "Six of 18" supports 18 too.
    """
    if mention.of is not None and recorded.qualifier == "exactly" and recorded.value == mention.of:
        return True
    stated = mention.quantity
    if stated[:4] != recorded[:4]:
        return False
    return stated.unit == recorded.unit if stated.unit is not None else not is_known_unit(recorded.unit)
