"""Find the quantities of a text: a number with its unit and qualifier, a range, or a part of a whole.

Recognised are figures and number words ("567", "three hundred", "half a million", "2½", "two thirds", "one in five"),
vague amounts ("dozens", "several thousand"), ordinals ("21st"), units (percent, currencies, time, measures), qualifiers
("more than", "about", "or so"), ranges ("25 to 50", "between 25 and 50") and parts ("six of 18"). `find_unread_digits`
returns the digits that are none of these, and no date or name either.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.masks import VULGAR_FRACTIONS, PreparedText, prepare_text
from dossier.detect.number_tokens import NumberToken, multiply, tokenize_numbers
from dossier.model.quantity import Qualifier, Quantity, fraction_of
from dossier.model.units import is_measured, unit_meanings
from dossier.text.spans import Bounds, spans_overlap

_BETWEEN = re.compile(r"(?<![\w-])between {1,4}(?:(?:about|around|some|roughly|approximately|an estimated) {1,4})?$")
_FROM = re.compile(r"(?<!\w)from {1,4}$")
_RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|estimates?|estimated|aged?|ages|span(?:s|ning)?)"
    r" {1,4}from {1,4}$"
)
_TO = re.compile(r" {1,4}to {1,4}")
_RANGE = re.compile(r" {1,4}to {1,4}|-| ?– ?")
_AND = re.compile(r" {1,4}and {1,4}")
_OR = re.compile(r" {1,4}or {1,4}")
_CHOICE = re.compile(r"(?:,|\beither|\bor) {1,4}$")
_OF = re.compile(r" {1,4}(?P<out>out {1,4})?of {1,4}(?:(?:the|its|their|his|her|our|every) {1,4})?")
_IN = re.compile(r"(?: {1,4}|-)in(?: {1,4}|-)(?:every {1,4})?")
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
    tokens = list(tokenize_numbers(text, prepared))
    index = 0
    while index < len(tokens):
        number_range = _range_from(prepared, *tokens[index : index + 2])
        index += 1 if number_range.last is number_range.low else 2
        yield number_range


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
    if is_share and _IN.fullmatch(masked, part.end, whole.start):
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
    is_change = _FROM.search(before) and not _RANGING.search(before)
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


_QUALIFIERS_BEFORE: dict[str, Qualifier] = {
    "more than": "more than", "over": "more than", "above": "more than", "in excess of": "more than",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "at least": "at least", "no less than": "at least", "no fewer than": "at least", "not less than": "at least",
    "a minimum of": "at least", "upwards of": "at least",
    "at most": "at most", "up to": "at most", "no more than": "at most", "not more than": "at most",
    "a maximum of": "at most", "as many as": "at most", "as much as": "at most",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "nearly": "about", "almost": "about", "close to": "about", "circa": "about", "an estimated": "about",
    "approx.": "about", "approx": "about", "ca.": "about", "c.": "about", "in the region of": "about",
    "in the order of": "about", "of the order of": "about", "something like": "about", "close on": "about",
    "nearing": "about", "approaching": "about", "not quite": "about", "just shy of": "less than",
    "short of": "less than", "greater than": "more than", "exceeding": "more than", "exceeds": "more than",
    "exceeded": "more than", "topping": "more than", "topped": "more than", "surpassed": "more than",
    "surpassing": "more than", "a minimum": "at least", "minimum": "at least", "maximum": "at most",
    "at the very least": "at least", "at the least": "at least", "at the very most": "at most",
    "at the most": "at most", "not exceeding": "at most", "exactly": "exactly",
}  # fmt: skip
_QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "+": "at least", "-plus": "at least", "-odd": "about", "or more": "at least", "or less": "at most",
    "or fewer": "at most", "or so": "about", "or thereabouts": "about", "and counting": "at least",
    "or over": "at least", "or above": "at least", "or older": "at least", "and over": "at least",
    "and above": "at least", "and older": "at least", "or under": "at most", "or below": "at most",
    "or younger": "at most", "and under": "at most", "at least": "at least", "at the least": "at least",
    "at the very least": "at least", "at most": "at most", "at the most": "at most", "at the very most": "at most",
}  # fmt: skip
_COUNTING = ("more than", "fewer than", "less than", "at least", "at most", "over", "exactly")
"""After these a number is a count, even one that looks like a year."""

_PHRASES = "|".join(re.escape(phrase).replace(r"\ ", " {1,4}") for phrase in _QUALIFIERS_BEFORE)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:well|just|far|slightly|a little|a bit|somewhat) {{1,4}})?(?P<words>{_PHRASES}) {{1,4}}$"
    r"|(?P<sign>[~≈><≥≤]) {0,4}$"
)
_SIGNS: dict[str, Qualifier] = {
    "~": "about", "≈": "about", ">": "more than", "<": "less than", "≥": "at least", "≤": "at most",
}  # fmt: skip
_END_PHRASES = "|".join(
    re.escape(phrase).replace(r"\ ", " {1,4}")
    for phrase in sorted(_QUALIFIERS_AFTER, key=len, reverse=True)
    if phrase[0].isalpha()
)
_AFTER = re.compile(rf"(?P<sign>\+(?![\w+])|-plus\b|-odd\b)| {{1,4}}(?P<words>{_END_PHRASES})\b(?! than| [0-9$£€])")
_AFTER_NOUN = re.compile(
    r"(?: {1,4}[a-z]+){1,2} {1,4}(?P<words>or (?:more|fewer|so)|at (?:the (?:very )?)?(?:least|most))"
    r"(?= ?[.,;:)\n]|$)"
)
"""What follows the noun: "500 people or more"."""
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
        qualifier = _SIGNS.get(phrase) or _QUALIFIERS_BEFORE[phrase]
        return QualifierMatch(qualifier, start - len(before.group()), end, phrase in _COUNTING)
    after = _AFTER.match(masked, end)
    if after:
        return QualifierMatch(_QUALIFIERS_AFTER[_phrase(after)], start, after.end())
    if number_range.high is None and (after := _AFTER_NOUN.match(masked, end)):
        return QualifierMatch(_QUALIFIERS_AFTER[" ".join(after["words"].split())], start, end)
    return QualifierMatch("exactly", start, end)


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

    `ordinal` is True for "second" and "21st"; `of` is 18 in "six of 18", which is one mention. `other` is a second way
    to read it: 30 metres for "30m", or 1/5 for "one out of five".
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    ordinal: bool = False
    of: Decimal | None = None
    other: Quantity | None = None


class _Reading(NamedTuple):
    mentions: tuple[QuantityMention, ...]
    unread: tuple[Bounds, ...]


_DIGIT_RUN = re.compile(rf"[\d{VULGAR_FRACTIONS}⁄](?:[\d{VULGAR_FRACTIONS}⁄.,'’/]*[\d{VULGAR_FRACTIONS}])?")
_CHUNK_BEFORE = re.compile(r"\S{0,20}$")
_CHUNK_AFTER = re.compile(r"[^\s,;:!?”\"]{0,20}")


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
    prepared = prepare_text(text)
    mentions: list[QuantityMention] = []
    understood: list[Bounds] = []
    for number_range in find_ranges(text, prepared.text):
        qualifier = find_qualifier(prepared.text, number_range)
        is_year = number_range.last.bare_year and not number_range.high and not qualifier.counting
        if not is_year and not _is_pronoun(prepared.text, qualifier.start, qualifier.end):
            mentions.append(_mention(text, prepared.text, number_range, qualifier))
        understood.append(Bounds(qualifier.start, qualifier.end))
    return _Reading(tuple(mentions), tuple(_find_unread(text, prepared, understood)))


def _find_unread(text: str, prepared: PreparedText, understood: Sequence[Bounds]) -> Iterator[Bounds]:
    """Yield the words around digits that are neither understood nor masked."""
    done = 0
    known = sorted((*understood, *(bounds for bounds, _ in prepared.masked)))
    index = 0
    for run in _DIGIT_RUN.finditer(text):
        bounds = Bounds(*run.span())
        while index < len(known) and known[index].end <= bounds.start:
            index += 1
        if bounds.start < done or (index < len(known) and spans_overlap(known[index], bounds)):
            continue
        before = _CHUNK_BEFORE.search(text, max(done, bounds.start - 20), bounds.start)
        after = _CHUNK_AFTER.match(text, bounds.end)
        start = before.start() if before else bounds.start
        done = after.end() if after else bounds.end
        while 0 < start < bounds.start and text[start - 1].isalnum() and text[start].isalnum():
            start += 1  # Not in the middle of a word, with which the evidence could not be compared.
        while bounds.end < done < len(text) and text[done - 1].isalnum() and text[done].isalnum():
            done -= 1
        word = text[start:done]
        stripped = word.lstrip("(“\"'‘[~*_").rstrip(".)]”\"'’*_")
        start += len(word) - len(word.lstrip("(“\"'‘[~*_"))
        yield Bounds(start, start + len(stripped))


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
    if _IN.fullmatch(prepared, low.end, whole.start):
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


def quantities_match(recorded: Quantity, mention: QuantityMention) -> bool:
    """Return whether a text's mention supports a recorded quantity.

    Figure and qualifier must be equal, and the unit if the text states one. "Six of 18" supports 18 too, "30m" 30 if
    the unit is metres, and two thirds 0.67 if the qualifier is `about`.
    """
    if mention.of is not None and recorded.qualifier == "exactly" and recorded.value == mention.of:
        return True
    if mention.other is not None and _supports(recorded, mention.other):
        return True
    is_metres = mention.other is not None and mention.other.unit == "metre"
    return not (is_metres and "metre" in unit_meanings(recorded.unit or "")) and _supports(recorded, mention.quantity)


def _supports(recorded: Quantity, stated: Quantity) -> bool:
    if stated[:4] != recorded[:4] and not _is_rounded(recorded, stated):
        return False
    return units_match(recorded.unit, stated.unit)


def _is_rounded(recorded: Quantity, stated: Quantity) -> bool:
    """Return whether a fraction that no decimal equals, such as 2/3, is recorded as about 0.67 or 0.667."""
    if recorded.value is None or stated.value is None or fraction_of(stated.value) is None:
        return False
    digits = -int(recorded.value.as_tuple().exponent)
    is_same = recorded.qualifier == stated.qualifier or (recorded.qualifier, stated.qualifier) == ("about", "exactly")
    return is_same and 2 <= digits <= 9 and recorded.value == round(stated.value, digits)


def units_match(recorded: str | None, stated: str | None) -> bool:
    """Return whether a record's unit can be the one that a text states next to the figure, if it states any."""
    if stated is None:
        return not is_measured(recorded)
    if stated == recorded:
        return True
    meanings = unit_meanings(recorded or "")
    return not unit_meanings(stated).isdisjoint(meanings) or ("degree" in meanings and stated.startswith("degree "))
