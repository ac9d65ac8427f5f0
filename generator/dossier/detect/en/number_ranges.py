"""Join the numbers of a prepared text that belong together: a range, or a part of a whole."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from dossier.detect.en.number_tokens import NumberToken, multiply, tokenize_numbers

_BETWEEN = re.compile(r"(?<![\w-])between {1,4}(?:(?:about|around|some|roughly|approximately|an estimated) {1,4})?$")
_FROM = re.compile(r"(?<!\w)from {1,4}$")
_RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|estimates?|estimated|aged?|ages|span(?:s|ning)?)"
    r" {1,4}from {1,4}$"
)
_FIRST = re.compile(r"(?:^|[.!?:;“”\"\n\0]) *from {1,4}$")
_WERE = re.compile(r"(?: {1,4}[a-z'’-]+){1,3} {1,4}(?:were|are|was|have|had|will|died|fled|took|came|went|attended)\b")
_TO = re.compile(r" {1,4}to {1,4}")
_RANGE = re.compile(r" {1,4}to {1,4}|-| ?– ?")
_AND = re.compile(r" {1,4}and {1,4}")
_OR = re.compile(r" {1,4}or {1,4}")
_CHOICE = re.compile(r"(?:,|\beither|\bor) {1,4}$")
_OF = re.compile(r" {1,4}(?P<out>out {1,4})?of {1,4}(?:(?:the|its|their|his|her|our|every) {1,4})?")
IN_WHOLE = re.compile(r"(?: {1,4}|-)in(?: {1,4}|-)(?:every {1,4})?")
_LEVEL = (
    "rose|risen|rises?|rising|fell|falls?|fallen|falling|grew|grows?|growing|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?"
    "|jump(?:s|ed|ing)?|slid|slip(?:s|ped)?|sank|shrank|tumbled|plunged|soared|surged|declin(?:es?|ed|ing)"
    "|(?:in|de)creas(?:es?|ed|ing)|advanced|edged|ticked|widened|narrowed|up|down|higher|lower|voted?|won|ruled|split"
)
_MOVED = (
    "rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|cut(?:s|ting)?|gain(?:s|ed|ing)?|lost"
)
_ABOUT = (
    r"(?: {1,4}(?:by|about|around|some|nearly|almost|another|a further|sharply|slightly|again|just|over|more than))"
)
_CHANGE = re.compile(
    rf"\b(?:(?:{_LEVEL}){_ABOUT}{{0,2}}|(?:{_LEVEL}|{_MOVED})\b[^.;,0-9]{{0,40}} by{_ABOUT}?) {{1,4}}[$€£+-]?$"
)
"""What comes before an amount of change, whose "to" leads to the new level; not of "they lost 5 to 12 boats"."""
_CHANGE_OF = re.compile(r"\b(?:fall|drop|decline|rise|increase|decrease|gain|loss|jump|cut|reduction|growth) of {1,4}$")
_RANGE_LOOK_BACK = 28
"""Characters before a number in which "between" or "ranging from" may be."""
_CHANGE_LOOK_BACK = 60


class NumberRange(NamedTuple):
    """A number, with the upper end of its range or the whole that it is a part of, if stated.

    `start` includes a preceding "between".
    """

    start: int
    low: NumberToken
    high: NumberToken | None = None
    whole: NumberToken | None = None
    is_share: bool = False
    """Whether the part of the whole is a fraction, as in "one in five"."""

    @property
    def last(self) -> NumberToken:
        """The number that ends the text of the range."""
        return self.high or self.whole or self.low


def find_ranges(text: str, prepared: str) -> Iterator[NumberRange]:
    """Yield every number of a prepared text once, in order: alone, or with the number that completes it."""
    tokens = list(_join_scales(prepared, tokenize_numbers(text, prepared)))
    index = 0
    while index < len(tokens):
        number_range = _range_from(prepared, *tokens[index : index + 2])
        index += 1 if number_range.last is number_range.low else 2
        yield number_range


def _join_scales(prepared: str, tokens: Iterable[NumberToken]) -> Iterator[NumberToken]:
    """Yield the numbers, those as in "1 crore 20 lakh" as one."""
    last: NumberToken | None = None
    for token in tokens:
        if last is not None and _continues(prepared, last, token):
            value = (last.value or Decimal(0)) + (token.value or Decimal(0))
            last = token._replace(start=last.start, value=value, unit=token.unit or last.unit)
            continue
        if last is not None:
            yield last
        last = token
    if last is not None:
        yield last


def _continues(prepared: str, first: NumberToken, second: NumberToken) -> bool:
    """Return whether a number with a scale goes on with one of a smaller scale, right after it."""
    if first.value is None or second.value is None or first.ordinal or second.ordinal or second.is_fraction:
        return False
    is_smaller = first.scale > second.scale > 1 and 0 < second.value < first.scale
    is_sum = not first.unit or prepared[first.start] in "$€£₹" or prepared.startswith("rs", first.start)
    is_sum = is_sum and not prepared.startswith("rs", second.start)
    return is_smaller and is_sum and prepared[first.end : second.start] == " " and prepared[second.start].isalnum()


def _range_from(masked: str, token: NumberToken, following: NumberToken | None = None) -> NumberRange:
    single = NumberRange(token.start, token)
    if following is None or token.value is None or following.value is None or token.ordinal or following.ordinal:
        return single
    return _part_of_whole(masked, token, following) or _low_to_high(masked, token, following) or single


def _part_of_whole(masked: str, part: NumberToken, whole: NumberToken) -> NumberRange | None:
    """Return "six of 18" or "one in five": a count without a unit, not above the whole. "Two of 2019" names a year."""
    if part.unit or part.is_fraction or whole.bare_year or _is_less(whole, part):
        return None
    if joined := _OF.fullmatch(masked, part.end, whole.start):
        return NumberRange(part.start, part, whole=whole, is_share=joined["out"] is not None and not whole.unit)
    is_share = (
        not whole.unit and not whole.is_fraction and _is_less(part, whole) and (part.value == 1 or whole.value in _TENS)
    )
    if is_share and IN_WHOLE.fullmatch(masked, part.end, whole.start):
        return NumberRange(part.start, part, whole=whole, is_share=True)
    return None


_TENS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10_000), Decimal(100_000))
"""In "six in 10" the figures are a fraction, but two of "six in three boats"."""


def _low_to_high(masked: str, low: NumberToken, high: NumberToken) -> NumberRange | None:
    """Return "25% to 50%", "25-50", "between 25 and 50", "ranging from 25 to 50" or "two or three".

    "From 25 to 50", "up 25 to 50" and "rose by 25 to 50" may describe a change; each figure is one of its own.
    """
    before = masked[max(0, low.start - _RANGE_LOOK_BACK) : low.start]
    between = _BETWEEN.search(before)
    connector = masked[low.end : high.start]
    joined = _RANGE.fullmatch(connector) or (between and _AND.fullmatch(connector))
    is_choice = bool(_OR.fullmatch(connector)) and not _CHOICE.search(before)
    is_change = _FROM.search(before) and not (_RANGING.search(before) or _is_subject(masked, before, high))
    if not (joined or is_choice) or is_change or (low.bare_year and high.bare_year):
        return None
    if not between and _TO.fullmatch(connector):
        before = masked[max(0, low.start - _CHANGE_LOOK_BACK) : low.start]
        if _CHANGE.search(before) or (low.unit and _CHANGE_OF.search(before)):
            return None
    low, high = _share_unit_and_scale(low, high)
    if low.unit != high.unit or not _is_less(low, high) or (is_choice and not _is_near(low, high)):
        return None
    return NumberRange(low.start - (len(between.group()) if between else 0), low, high)


def _is_subject(masked: str, before: str, high: NumberToken) -> bool:
    """Return whether "from 12 to 45 people were hurt" begins a sentence: nothing has changed."""
    return _FIRST.search(before) is not None and _WERE.match(masked, high.end) is not None


def _share_unit_and_scale(low: NumberToken, high: NumberToken) -> tuple[NumberToken, NumberToken]:
    """Return both ends with the unit and scale that only one of them states, as in "25 to 50 k" and "$5 to 10"."""
    low, high = low._replace(unit=low.unit or high.unit), high._replace(unit=high.unit or low.unit)
    if low.scale == 1 and low.value is not None:
        scaled = low._replace(value=multiply(low.value, high.scale))
        return (scaled, high) if _is_less(scaled, high) else (low, high)
    return low, high


def _is_near(low: NumberToken, high: NumberToken) -> bool:
    """Return whether two figures may be one range in "two or three", unlike those of "five or 500"."""
    return low.value is not None and high.value is not None and high.value <= 3 * low.value


def _is_less(low: NumberToken, high: NumberToken) -> bool:
    return low.value is not None and high.value is not None and low.value < high.value
