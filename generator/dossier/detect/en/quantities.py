"""Find the quantities of a text: a number with its unit and qualifier, a range, or a part of a whole.

Recognised are figures and number words ("567", "three hundred", "half a million", "2½", "two thirds", "one in five"),
vague amounts ("dozens", "several thousand"), ordinals ("21st"), units (percent, currencies, time, measures), qualifiers
("more than", "about", "or so"), ranges ("25 to 50", "between 25 and 50") and parts ("six of 18"). `find_unread_digits`
returns the digits that are none of these, and no date or name either.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.en.lexicon import NUMBERED
from dossier.detect.en.masks import PreparedText, prepare_text
from dossier.detect.en.name_titles import TITLE_WORDS
from dossier.detect.en.number_ranges import IN_WHOLE, NumberRange, find_ranges
from dossier.detect.en.number_tokens import NumberToken, may_have_number
from dossier.detect.en.qualifiers import QualifierMatch, find_qualifier
from dossier.detect.quantity_mentions import VAGUE_AMOUNTS, QuantityMention
from dossier.detect.unread_digits import find_unread
from dossier.model.quantity import Quantity
from dossier.text.spans import Bounds

_PRONOUN_BEFORE = re.compile(r"(?<!\w)(?:the|no|any|every|each|this|that|which) {1,4}$")
_PRONOUN_AFTER = re.compile(
    r" {1,4}(?:of|another|or the other|by one|asks|sees|looks|counts|considers|believes|thinks|wants|might|may|can"
    r"|could|should|would|must)\b|['’]s\b|-[^\W\d]"
)
_PRONOUN_LOOK_BACK = 12
_TITLE = re.compile(
    r"(?:first|second|third) (?:minister|lady|gentleman|secretary|lieutenant|sea lord)(?!\w| to )", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"(?: [A-Z][\w'’-]*){1,4}")
_SENTENCE_BEFORE = re.compile(r"(?:\A|[.!?:\n]|[“\"‘'])\s*$")


class _Reading(NamedTuple):
    mentions: tuple[QuantityMention, ...]
    unread: tuple[Bounds, ...]


def find_quantities(text: str) -> list[QuantityMention]:
    """Return every quantity of the text, in order and without overlaps, each as long as it is written.

    Years, dates, times of day and numbers that are names ("Article 350", "9/11") are not quantities.
    """
    return list(_read(text).mentions)


def find_unread_digits(text: str) -> list[Bounds]:
    """Return the words with digits that are not understood: no quantity, and nothing known that has digits, as a date.

    Such are "10.000" (ten, or ten thousand), "12,5", "1/2" (a half, or 2 January), "567²" and "2x10^6".
    """
    return list(_read(text).unread)


@lru_cache(maxsize=4096)  # Rules read the same passages again and again: without, a check takes half as long again.
def _read(text: str) -> _Reading:
    has_number = may_have_number(text)
    prepared = prepare_text(text) if has_number else PreparedText(text, ())
    mentions: list[QuantityMention] = []
    understood: list[Bounds] = []
    for number_range in find_ranges(text, prepared.text) if has_number else ():
        qualifier = find_qualifier(prepared.text, number_range)
        is_year = number_range.last.bare_year and not number_range.high and not qualifier.counting
        is_word = _is_pronoun(prepared.text, qualifier.start, qualifier.end)
        if not is_year and not is_word and not (number_range.low.ordinal and _is_in_name(text, number_range.low)):
            mentions.append(_mention(text, prepared.text, number_range, qualifier))
        understood.append(Bounds(qualifier.start, qualifier.end))
    return _Reading(
        tuple(mentions), tuple(find_unread(text, (*understood, *(bounds for bounds, _ in prepared.masked))))
    )


def _mention(text: str, prepared: str, number_range: NumberRange, qualifier: QualifierMatch) -> QuantityMention:
    start, end, low, whole = qualifier.start, qualifier.end, number_range.low, number_range.whole
    quantity = _quantity(number_range, qualifier)
    if number_range.last.may_be_metres and quantity.unit is None:
        return _metres_or_millions(
            QuantityMention(start, end, text[start:end], quantity), prepared, number_range.last.end
        )
    if not number_range.is_share or whole is None or not whole.value or low.value is None:
        return QuantityMention(start, end, text[start:end], quantity, low.ordinal, whole.value if whole else None)
    share = Quantity(qualifier.qualifier, low.value / whole.value)
    if IN_WHOLE.fullmatch(prepared, low.end, whole.start):
        return QuantityMention(start, end, text[start:end], share)
    return QuantityMention(start, end, text[start:end], quantity, of=whole.value, other=share)


_LENGTHS = (
    "high|tall|long|wide|deep|thick|above|below|beneath|under|away|apart|off|from|up|down|across|underwater|x "
    "|in height|in length|in depth|in width|dash|race|sprint|hurdles|butterfly|freestyle|backstroke|breaststroke"
    "|relay|final|distance|drop"
)
_METRES = re.compile(rf"[- ]{{1,4}}(?:{_LENGTHS})\b")
_COUNTED = (
    "people|men|women|children|adults|homes|jobs|users|voters|votes|refugees|residents|households|workers|employees"
    "|citizens|inhabitants|tonnes|tons|barrels|copies|views|tests|doses|viewers|customers|shares|migrants|pounds|euros"
    "|dollars|rupees|members|followers|passengers|visitors|patients|cases|deaths|students|pupils|soldiers|venezuelans"
    "|americans|britons|indians|germans"
)
_ADJECTIVES = "more|other|young|old|new|foreign|displaced|registered|eligible"
_MILLIONS = re.compile(rf" {{1,4}}(?:(?:{_ADJECTIVES}) ){{0,2}}(?:{_COUNTED})\b")


def _metres_or_millions(mention: QuantityMention, prepared: str, end: int) -> QuantityMention:
    """Return what "30m" means: millions or metres if the words after it say so, else both."""
    quantity = mention.quantity
    if _MILLIONS.match(prepared, end):
        return mention
    million = Decimal(10**6)
    value, low, high = (figure and figure / million for figure in (quantity.value, quantity.low, quantity.high))
    metres = Quantity(quantity.qualifier, value, low, high, "metre")
    if _METRES.match(prepared, end):
        return mention._replace(quantity=metres)
    return mention._replace(other=metres)


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


def _is_in_name(text: str, ordinal: NumberToken) -> bool:
    """Return whether an ordinal is part of a name or a title: "Second Division", "first minister", "42nd Street"."""
    if _TITLE.match(text, ordinal.start):
        return True
    following = _NAME_AFTER.match(text, ordinal.end)
    words = following[0].split() if following else []
    begins = text[ordinal.start].isupper() and not _SENTENCE_BEFORE.search(
        text, max(0, ordinal.start - 4), ordinal.start
    )
    return bool(words) and (begins or words[0] in TITLE_WORDS or any(word in NUMBERED for word in words))


def vague_amount(text: str) -> str:
    """Return the amount of "hundreds of millions of dollars" without its unit."""
    words = " ".join(text.casefold().split()).removesuffix(" of")
    return next((amount for amount in VAGUE_AMOUNTS if words.startswith(amount)), words)
