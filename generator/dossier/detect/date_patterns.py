"""How calendar expressions are written in English: the patterns by which they are found."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from dossier.detect.phrases import PHRASES
from dossier.model.edtf import MONTHS, WEEKDAYS

Kind = Literal["date", "month", "year", "weekday", "relative"]


def _either_case(names: Sequence[str]) -> str:
    return "|".join(spelling for name in names for spelling in (name, name.upper()))


def _opening(words: Iterable[str]) -> str:
    """Looks ahead for a letter that one of these begins with, in either case: most places are left at that."""
    letters = {letter for word in words for letter in (word[0].lower(), word[0].upper())}
    return f"(?=[{''.join(sorted(letters))}])"


_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,20})"  # White space with at most one line break: no new paragraph.
_ABBREVIATIONS = (*(name[:3] for name in MONTHS if name != "May"), "Sept")
_UNMISTAKABLE = tuple(name for name in MONTHS if name not in ("March", "May"))
_NAME = r"(?=[A-Z])\b"
"""Where the name of a month or a weekday may begin."""
_CUES = "in|of|last|next|this|since|until|till|by|early|late|mid|during|through"
_CUE = rf"{_opening(_CUES.split('|'))}\b(?i:{_CUES})(?:{_GAP}|-)"
_NEAR = "last|this|next|past|coming"
_MONTH = rf"(?P<month>{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
_WEEKDAY = rf"(?P<weekday>{_either_case(WEEKDAYS)})"
_ON = rf"(?:(?P<weekday>{_either_case(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),?{_GAP})?"
_TWO_DIGITS = r"3[01]|[12][0-9]|0?[1-9]"
_DAY = rf"(?P<day>{_TWO_DIGITS})(?:st|nd|rd|th)?(?:{_GAP}?[-–]{_GAP}?(?:{_TWO_DIGITS})(?:st|nd|rd|th)?)?"
DAYS = re.compile(r"(?<![0-9-])([0-9]{1,2})[a-z]*\s*[-–]\s*([0-9]{1,2})(?![0-9-])")
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_THEN_YEAR = rf"(?:(?:,{_GAP}?|{_GAP}){_YEAR})?"
_NEW = r"(?<![\w$€£#@/])(?<![0-9][.,:])"  # Not inside a figure, a sum or a path.
_DONE = r"(?![\w%]|[.,:/-][0-9])"

_AMOUNT = "".join(rf"(?<!\b{word} )" for word in ("than", "least", "most", "nearly", "almost", "over", "up to"))
_COUNTED = "soldiers|troops|people|men|women|officers|defectors|dollars|percent|miles|kilometers|kilometres|feet|meters"
_STREET = rf"(?:{_GAP}[A-Z][\w.]*){{1,3}}{_GAP}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square)\b"
_CODE = r"(?<!\b[0-9]-)(?<!\b[0-9]{2}-)(?<!\b[0-9]{3}-)(?<![A-Z]-)"  # As in a telephone number.
_YEAR_ALONE = (
    rf"(?=[12]){_NEW}{_CODE}{_AMOUNT}(?P<year>(?:19|20)[0-9]{{2}})(?:(?<=0)s)?"
    rf"(?![\w%/]|[.,:][0-9]|-[0-9]{{3}}\b|-[0-9]{{1,2}}-|{_GAP}(?:{_COUNTED})\b)"
    rf"(?:(?<=\b[Ii]n [0-9]{{4}})|(?!{_STREET}))"
)

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90,
}  # fmt: skip
_COUNT = rf"\b(?P<count>[0-9]{{1,4}}|{'|'.join(NUMBERS)})(?:{_GAP}|-)(?P<unit>hour|day|week|month|year)s?"
_UNCOUNTED = r"\b(?:a few |several |some )?(?P<units>day|week|month|year)s"
AWAY = re.compile(
    rf"(?<!\w)(?=[0-9a-z])(?:(?:just|only|barely){_GAP})?(?:{_COUNT}|{_UNCOUNTED}){_GAP}"
    r"(?P<way>after|later|before|earlier|ago)\b",
    re.IGNORECASE,
)
WITHIN = re.compile(
    rf"(?:\b(?P<way>within|in|next|last|past|previous|over|for|during){_GAP}|(?!an?\b|one\b)){_COUNT}\b", re.IGNORECASE
)
BACK = ("before", "earlier", "ago", "last", "past", "previous")
UNDIRECTED = ("over", "for", "during")

_PHRASE = "|".join(phrase.replace(" ", _GAP) for phrase in sorted(PHRASES, key=len, reverse=True))
IN_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"{_NAME}{_ON}{_MONTH}{_GAP}{_DAY}{_THEN_YEAR}{_DONE}")),
    ("date", re.compile(rf"(?=[0-9A-Z]){_NEW}(?<![0-9]-){_ON}{_DAY}(?:{_GAP}of)?{_GAP}{_MONTH}{_THEN_YEAR}{_DONE}")),
    ("month", re.compile(rf"{_NAME}{_MONTH}(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}{_DONE}")),
    ("month", re.compile(rf"{_NAME}(?P<month>{_either_case(_UNMISTAKABLE)})\b")),
    ("month", re.compile(rf"{_CUE}(?P<it>(?P<month>{_either_case(('March', 'May'))}))\b")),
    ("month", re.compile(rf"{_CUE}(?P<it>(?P<month>{_either_case(_ABBREVIATIONS)})\.)")),
    ("year", re.compile(_YEAR_ALONE)),
    ("weekday", re.compile(rf"{_NAME}{_WEEKDAY}\b")),
    (
        "relative",
        re.compile(rf"{_opening(_NEAR.split('|'))}\b(?ai:{_NEAR}){_GAP}(?:{_WEEKDAY}|{_MONTH})(?!\w|{_GAP}[0-9])"),
    ),
    ("relative", re.compile(rf"{_opening(PHRASES)}\b(?<!\bthe )(?:{_PHRASE})\b", re.IGNORECASE)),
    ("relative", AWAY),
)
IN_FIGURES = (
    re.compile(
        rf"(?=[12])(?<!\w)(?<![0-9]-){_YEAR}(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12][0-9]|3[01])"
        r"(?![0-9]|-[0-9])"
    ),
    re.compile(rf"(?=[0-9])(?<![\w/])(?P<one>{_TWO_DIGITS})/(?P<two>{_TWO_DIGITS})/{_YEAR}(?![\w/])"),
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}")
