"""Find the calendar expressions of a text: dates, months, years, weekdays, and phrases such as "last week".

`find_dates` lists them. What a relative expression means is for `relative_dates.resolve_relative_date`; the phrases
with a fixed meaning ("yesterday", "last week") are listed here, with the days that each means for a given day.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from dossier.edtf.parse import MONTHS, WEEKDAYS

DateRule = Callable[[date], tuple[date, date]]
"""Given the day of a text, returns the first and the last day that a phrase in it may mean."""


def day_offset_range(first: int, last: int) -> DateRule:
    """Return the rule for the days from `first` to `last` days after the day of the text; negative is before."""
    return lambda day: (day + timedelta(first), day + timedelta(last))


def monday(day: date) -> date:
    """Return the Monday of the ISO week of `day`."""
    return day - timedelta(day.weekday())


def _week(shift: int) -> DateRule:
    """Return the rule for the ISO week `shift` weeks on; "last" and "next" also include the seven adjacent days."""

    def rule(day: date) -> tuple[date, date]:
        first = monday(day) + timedelta(7 * shift)
        last = first + timedelta(6)
        if shift < 0:
            return first, max(last, day - timedelta(1))
        return (min(first, day + timedelta(1)) if shift > 0 else first), last

    return rule


def _weekend(shift: int) -> DateRule:
    """Return the rule for a weekend, Friday to Sunday: newspapers count Friday too.

    Without a `shift`, Monday means the weekend just over, Tuesday to Thursday either that or the coming one.
    """

    def rule(day: date) -> tuple[date, date]:
        friday = monday(day) + timedelta(4)
        previous, following = friday - timedelta(7), friday + timedelta(7)
        if shift < 0:
            first, last = previous, previous
        elif shift > 0:
            first, last = (following if day >= friday else friday), following
        else:
            first, last = (friday if day >= friday else previous), (previous if day.weekday() == 0 else friday)
        return first, last + timedelta(2)

    return rule


def month_start(day: date, shift: int) -> date:
    """Return the first day of the month `shift` months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return date(year, month + 1, 1)


def _month(shift: int) -> DateRule:
    return lambda day: (month_start(day, shift), month_start(day, shift + 1) - timedelta(1))


def _year(shift: int) -> DateRule:
    return lambda day: (date(day.year + shift, 1, 1), date(day.year + shift, 12, 31))


SAME_DAY = day_offset_range(0, 0)
RELATIVE_DATES: Mapping[str, DateRule] = {
    **dict.fromkeys(("today", "tonight", "that day", "that same day", "the same day", "that night"), SAME_DAY),
    **dict.fromkeys(("this morning", "this afternoon", "this evening"), SAME_DAY),
    **dict.fromkeys(("yesterday", "the day before", "the previous day"), day_offset_range(-1, -1)),
    **dict.fromkeys(("tomorrow", "the day after", "the next day", "the following day"), day_offset_range(1, 1)),
    "the day before yesterday": day_offset_range(-2, -2),
    "the day after tomorrow": day_offset_range(2, 2),
    "last night": day_offset_range(-1, 0),
    "last week": _week(-1),
    **dict.fromkeys(("this week", "that week", "the same week"), _week(0)),
    "next week": _week(1),
    "last weekend": _weekend(-1),
    **dict.fromkeys(("this weekend", "that weekend", "the weekend"), _weekend(0)),
    "next weekend": _weekend(1),
    "last month": _month(-1),
    **dict.fromkeys(("this month", "that month", "the same month"), _month(0)),
    "next month": _month(1),
    "last year": _year(-1),
    **dict.fromkeys(("this year", "that year", "the same year"), _year(0)),
    "next year": _year(1),
}


DIGIT = re.compile("[0-9]")
DateKind = Literal["date", "month", "year", "weekday", "relative"]


def _either_case(names: Sequence[str]) -> str:
    """Return alternatives for names as written or in capitals."""
    return "|".join(spelling for name in names for spelling in (name, name.upper()))


_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,20})"  # White space with at most one line break: no new paragraph.
_ABBREVIATIONS = (*(name[:3] for name in MONTHS if name != "May"), "Sept")
_UNMISTAKABLE = tuple(name for name in MONTHS if name not in ("March", "May"))
_CUE = rf"\b(?i:in|of|last|next|this|since|until|till|by|early|late|mid|during|through)(?:{_GAP}|-)"
"""Needed before "May", "March" or "Jan." alone, which may be other words."""
_MONTH = rf"(?P<month>{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
_WEEKDAY = rf"(?P<weekday>{_either_case(WEEKDAYS)})"
_ON = rf"(?:(?P<weekday>{_either_case(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),?{_GAP})?"
_TWO_DIGITS = r"3[01]|[12][0-9]|0?[1-9]"
_DAY = rf"(?P<day>{_TWO_DIGITS})(?:st|nd|rd|th)?(?:{_GAP}?[-–]{_GAP}?(?:{_TWO_DIGITS})(?:st|nd|rd|th)?)?"
DAY_RANGE = re.compile(r"(?<![0-9-])([0-9]{1,2})[a-z]*\s*[-–]\s*([0-9]{1,2})(?![0-9-])")
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_THEN_YEAR = rf"(?:(?:,{_GAP}?|{_GAP}){_YEAR})?"
_START = r"(?<![\w$€£#@/])(?<![0-9][.,:])"  # Not inside a figure, a sum or a path.
_END = r"(?![\w%]|[.,:/-][0-9])"

_AMOUNT = "".join(rf"(?<!\b{word} )" for word in ("than", "least", "most", "nearly", "almost", "over", "up to"))
_COUNTED = "soldiers|troops|people|men|women|officers|defectors|dollars|percent|miles|kilometers|kilometres|feet|meters"
_STREET = rf"(?:{_GAP}[A-Z][\w.]*){{1,3}}{_GAP}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square)\b"
_CODE = r"(?<!\b[0-9]-)(?<!\b[0-9]{2}-)(?<!\b[0-9]{3}-)(?<![A-Z]-)"  # As in a telephone number.
_YEAR_ALONE = (
    rf"{_START}{_CODE}{_AMOUNT}(?P<year>(?:19|20)[0-9]{{2}})(?:(?<=0)s)?"
    rf"(?![\w%/]|[.,:][0-9]|-[0-9]{{3}}\b|-[0-9]{{1,2}}-|{_GAP}(?:{_COUNTED})\b)"
    rf"(?:(?<=\b[Ii]n [0-9]{{4}})|(?!{_STREET}))"
)

COUNT_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90,
}  # fmt: skip
_COUNT = rf"\b(?P<count>[0-9]{{1,4}}|{'|'.join(COUNT_WORDS)})(?:{_GAP}|-)(?P<unit>hour|day|week|month|year)s?"
_UNCOUNTED = r"\b(?:a few |several |some )?(?P<units>day|week|month|year)s"
DISTANCE = re.compile(
    rf"(?<!\w)(?:(?:just|only|barely){_GAP})?(?:{_COUNT}|{_UNCOUNTED}){_GAP}"
    r"(?P<way>after|later|before|earlier|ago)\b",
    re.IGNORECASE,
)
"""A length of time before or after a day: "two days later", "just days after"."""
DURATION = re.compile(
    rf"(?:\b(?P<way>within|in|next|last|past|previous|over|for|during){_GAP}|(?!an?\b|one\b)){_COUNT}\b", re.IGNORECASE
)
"""A length of time up to or from a day: "within 30 days", "the past two years"."""
BACKWARD = ("before", "earlier", "ago", "last", "past", "previous")
UNDIRECTED = ("over", "for", "during")

_PHRASE = "|".join(phrase.replace(" ", _GAP) for phrase in sorted(RELATIVE_DATES, key=len, reverse=True))
_IN_WORDS: tuple[tuple[DateKind, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"\b{_ON}{_MONTH}{_GAP}{_DAY}{_THEN_YEAR}{_END}")),
    ("date", re.compile(rf"{_START}(?<![0-9]-){_ON}{_DAY}(?:{_GAP}of)?{_GAP}{_MONTH}{_THEN_YEAR}{_END}")),
    ("month", re.compile(rf"\b{_MONTH}(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}{_END}")),
    ("month", re.compile(rf"\b(?P<month>{_either_case(_UNMISTAKABLE)})\b")),
    ("month", re.compile(rf"{_CUE}(?P<mention>(?P<month>{_either_case(('March', 'May'))}))\b")),
    ("month", re.compile(rf"{_CUE}(?P<mention>(?P<month>{_either_case(_ABBREVIATIONS)})\.)")),
    ("year", re.compile(_YEAR_ALONE)),
    ("weekday", re.compile(rf"\b{_WEEKDAY}\b")),
    (
        "relative",
        re.compile(rf"\b(?ai:last|this|next|past|coming){_GAP}(?:{_WEEKDAY}|{_MONTH})(?!\w|{_GAP}[0-9])"),
    ),
    ("relative", re.compile(rf"\b(?<!\bthe )(?:{_PHRASE})\b", re.IGNORECASE)),
    ("relative", DISTANCE),
)
_IN_FIGURES = (
    re.compile(
        rf"(?<!\w)(?<![0-9]-){_YEAR}(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12][0-9]|3[01])"
        r"(?![0-9]|-[0-9])"
    ),
    re.compile(rf"(?<![\w/])(?P<first>{_TWO_DIGITS})/(?P<second>{_TWO_DIGITS})/{_YEAR}(?![\w/])"),
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}")


class DateMention(NamedTuple):
    """A calendar expression: `start` and `end` count code points, end-exclusive.

    `year`, `month`, `day` are numbers and `weekday` an English name, as far as printed; else None. In a date such as
    `02/01/2019`, which may be read two ways, `month` and `day` are None; in `Feb. 22-23` the first day is given.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None


def find_dates(text: str) -> list[DateMention]:
    """Return every calendar expression, in order; of two that overlap, only the longer.

    Dates ("Jan. 21", "21 January 2019", "2019-01-21", "1/21/2019"), months, years from 1900 to 2099, weekdays, phrases
    such as "last week", and distances such as "two days later" are recognised. Durations ("within 30 days"), times of
    day and vague words such as "recently" are not. In web and mail addresses only whole dates in figures count, as
    `2019-01-30`. "May", "March" and "Jan." alone need a word such as "in" before them.
    """
    return list(_find_dates(text))


@lru_cache(maxsize=512)  # Rules read the same passages again and again: without, a check takes half as long again.
def _find_dates(text: str) -> tuple[DateMention, ...]:
    mentions: list[DateMention] = []
    for mention in sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end)):
        if not mentions or mention.start >= mentions[-1].end:
            mentions.append(mention)
        elif len(mention.text) > len(mentions[-1].text):
            mentions[-1] = mention
    return tuple(mentions)


def weekday_in(phrase: str) -> str | None:
    """Return the first English weekday named in the phrase, as "Sunday"; None if it names none."""
    match = re.search(rf"\b(?:{'|'.join(WEEKDAYS)})\b", phrase, re.IGNORECASE)
    return match[0].capitalize() if match else None


def _candidates(text: str) -> Iterator[DateMention]:
    """Yield every match of every pattern, overlapping ones included."""
    for pattern in _IN_FIGURES:
        yield from (_mention("date", match) for match in pattern.finditer(text))
    plain = ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
    for kind, pattern in _IN_WORDS:
        yield from (_mention(kind, match) for match in pattern.finditer(plain))


def _mention(kind: DateKind, match: re.Match[str]) -> DateMention:
    printed = match.groupdict()
    start, end = match.span("mention" if "mention" in printed else 0)
    month, day = printed.get("month"), printed.get("day")
    if "first" in printed:
        month, day = _month_and_day(match["first"], match["second"])
    return DateMention(
        start,
        end,
        match.string[start:end],
        kind,
        year=int(printed["year"]) if printed.get("year") else None,
        month=_month_number(month) if month else None,
        day=int(day) if day else None,
        weekday=_weekday_name(printed.get("weekday")),
    )


def _month_and_day(first: str, second: str) -> tuple[str | None, str | None]:
    """Return month and day of `1/27/2019` or `27/1/2019`; (None, None) if either number may be the month."""
    if first == second or (int(first) <= 12 < int(second)):
        return first, second
    return (second, first) if int(second) <= 12 < int(first) else (None, None)


def _month_number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3] == printed[:3].capitalize())


def _weekday_name(printed: str | None) -> str | None:
    return next((name for name in WEEKDAYS if printed and name[:3] == printed[:3].capitalize()), None)
