"""Find the qualifier of a number or range: "more than 500", "500 or so"."""

import re
from typing import NamedTuple

from dossier.detect.en.number_ranges import NumberRange
from dossier.model.quantity import Qualifier

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
