"""Find the calendar expressions of a text: dates, months, years, weekdays, and phrases such as "last week".

`find_dates` lists them, `find_date_groups` the lists and ranges of them ("3 and 4 March", "Jan. 30 to Feb. 2"). What a
relative expression means is for `relative_dates.resolve_relative_date`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from dossier.detect.date_phrases import COUNT_WORDS, EASTER, HOLIDAYS, RELATIVE_DATES
from dossier.edtf.parse import MONTHS, WEEKDAYS

DIGIT = re.compile("[0-9]")
Link = Literal["", "and", "or", "to"]
"""How several days belong together: all of them, one of them, or from the first to the last; "" for a single one."""
DateKind = Literal["date", "season", "month", "year", "fiscal", "weekday", "relative"]
"""A fiscal year or quarter has no days: when it begins depends on whose it is."""
Part = Literal["", "early", "mid", "late"]
"""Which part of a month, a year or a decade is meant."""


def _either_case(names: Sequence[str]) -> str:
    """Return alternatives for names as written or in capitals."""
    return "|".join(spelling for name in names for spelling in (name, name.upper()))


_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,20})"  # White space with at most one line break: no new paragraph.
_ABBREVIATIONS = (*(name[:3] for name in MONTHS if name != "May"), "Sept")
_UNMISTAKABLE = tuple(name for name in MONTHS if name not in ("March", "May"))
_CUE = rf"\b(?i:in|of|last|next|this|since|until|till|by|early|late|mid|during|through)(?:{_GAP}|-)"
"""Needed before "May", "March" or "Jan." alone, which may be other words."""
_MONTH = rf"(?P<month>{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
_ANY_MONTH = rf"(?:{_either_case(MONTHS)})\b"
_MONTH_NAMES = rf"(?:{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
_BETWEEN_MONTHS = rf"(?:{_GAP}?[-–—]{_GAP}?|/|{_GAP}(?:to|through|until|and|or){_GAP})"
_YEAR_NUMBER = "(?:1[0-9]{3}|20[0-9]{2})"
_WEEKDAY = rf"(?P<weekday>{_either_case(WEEKDAYS)})"
_ON = rf"(?:(?P<weekday>{_either_case(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),?{_GAP})?"
_TWO_DIGITS = r"3[01]|[12][0-9]|0?[1-9]"
_ONE_DAY = rf"(?:{_TWO_DIGITS})(?![0-9])(?:st|nd|rd|th)?"
_DASH = rf"{_GAP}?[-–]{_GAP}?"
# "March 3 and 4", but "March 3 and 4 soldiers"
_NOT_COUNTED = (
    rf"(?!{_GAP}(?!(?:was|is|as|has|this|its|across|perhaps|thus|always|says|vs|hours)\b)"
    r"(?:[a-z]+(?:s|men)|people|children|per ?cent|dozen|hundred|thousand|(?:m|b|tr)illion)\b|\s?%)"
)
_LAST_DAY = (
    rf"(?:(?:{_DASH}|/){_ONE_DAY}|(?:{_GAP}(?:to|until|till|through)|,?{_GAP}(?:and|or|&)){_GAP}"
    rf"(?:(?:{_either_case(WEEKDAYS)}),?{_GAP})?(?:the{_GAP})?{_ONE_DAY}{_NOT_COUNTED})"
)
_DAYS = rf"(?P<day>{_TWO_DIGITS})(?![0-9])(?:st|nd|rd|th)?(?P<days>(?:,{_GAP}{_ONE_DAY}){{0,9}}{_LAST_DAY})?"
"""A day, or several: "22-23", "3 and 4", "3, 4 or 5", "3 to 5"."""
_LINK = re.compile(rf"{_GAP}(?P<word>to|until|till|through|and|or|&){_GAP}|(?P<slash>/)|(?P<dash>[-–])")
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_THEN_YEAR = rf"(?:(?:,{_GAP}?|{_GAP}){_YEAR})?"
_START = r"(?<![\w$€£#@/])(?<![0-9][.,:])"  # Not inside a figure, a sum or a path.
_END = r"(?![\w%]|[.,:/-][0-9])"

_AMOUNT = r"(?:(?<!\bthan )|(?<=\blater than )|(?<=\bearlier than ))" + "".join(
    rf"(?<!\b{word} )" for word in ("least", "most", "nearly", "almost", "over", "up to")
)
_COUNTED = "soldiers|troops|people|men|women|officers|defectors|dollars|percent|miles|kilometers|kilometres|feet|meters"
_STREET = rf"(?:{_GAP}[A-Z][\w.]*){{1,3}}{_GAP}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square)\b"
_CODE = r"(?<!\b[0-9]-)(?<!\b[0-9]{2}-)(?<!\b[0-9]{3}-)(?<![A-Z]-)"  # As in a telephone number.
_YEAR_ALONE = (
    rf"{_START}{_CODE}{_AMOUNT}(?P<year>(?:19|20)[0-9]{{2}})(?:(?<=0)s)?"
    rf"(?![\w%/]|[.,:][0-9]|-[0-9]{{3}}\b|-[0-9]{{1,2}}-|{_GAP}(?:{_COUNTED})\b)"
    rf"(?:(?<=\b[Ii]n [0-9]{{4}})|(?!{_STREET}))"
)

_COUNT = rf"\b(?P<count>[0-9]{{1,4}}|{'|'.join(COUNT_WORDS)})(?:{_GAP}|-)(?P<unit>hour|day|week|fortnight|month|year)s?"
_UNCOUNTED = r"\b(?:a few |several |some )?(?P<units>day|week|month|year)s"
DISTANCE = re.compile(
    rf"(?<!\w)(?:(?:just|only|barely){_GAP})?(?:{_COUNT}|{_UNCOUNTED}){_GAP}"
    r"(?P<way>after|later|before|earlier|ago|prior)\b",
    re.IGNORECASE,
)
"""A length of time before or after a day: "two days later", "just days after"."""
DURATION = re.compile(
    rf"(?:\b(?P<way>within|in|next|last|past|previous|over|for|during){_GAP}|(?!an?\b|one\b)){_COUNT}\b", re.IGNORECASE
)
"""A length of time up to or from a day: "within 30 days", "the past two years"."""
BACKWARD = ("before", "earlier", "ago", "prior", "last", "past", "previous")
UNDIRECTED = ("over", "for", "during")

_HOLIDAY_NAMES = [
    name.replace("'", "['’]").replace("St ", "(?:St\\.?|Saint) ").replace(" ", _GAP) for name in (*HOLIDAYS, *EASTER)
]
_FISCAL_BEFORE = re.compile(
    rf"(?:\b(?:fiscal|financial|tax)(?:{_GAP}|-)(?:(?:quarter|half|year)(?:{_GAP}of)?{_GAP})?|\bFY{_GAP})$",
    re.IGNORECASE,
)
_FISCAL_AFTER = re.compile(rf"{_GAP}(?:fiscal|financial|tax)(?:{_GAP}|-)year", re.IGNORECASE)
_PART_BEFORE = re.compile(
    rf"\b(?:(?P<early>early|(?:beginning|start){_GAP}of)|(?P<mid>mid|middle{_GAP}of)|(?P<late>late|end{_GAP}of))"
    rf"(?:{_GAP}(?:the{_GAP})?|-)$",
    re.IGNORECASE,
)

_PHRASES = "|".join(phrase.replace(" ", _GAP) for phrase in sorted(RELATIVE_DATES, key=len, reverse=True))
# The first letters of phrases are tried before the phrases, of which there are many.
_PHRASE = f"(?=[{''.join({phrase[0] for phrase in RELATIVE_DATES})}])(?:{_PHRASES})"
_WITH_DIGITS: tuple[tuple[DateKind, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"\b(?=[A-Z]){_ON}{_MONTH}{_GAP}{_DAYS}(?(days)(?!{_GAP}{_ANY_MONTH})){_THEN_YEAR}{_END}")),
    ("date", re.compile(rf"{_START}(?<![0-9]-){_ON}{_DAYS}(?:{_GAP}of)?{_GAP}{_MONTH}{_THEN_YEAR}{_END}")),
    ("month", re.compile(rf"\b(?=[A-Z]){_MONTH}(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}{_END}")),
    (
        "month",
        re.compile(
            rf"\b(?=[A-Z])(?P<mention>{_MONTH})(?={_BETWEEN_MONTHS}(?:{_MONTH_NAMES}){_GAP}{_YEAR_NUMBER}{_END})"
        ),
    ),
    (
        "season",
        re.compile(
            rf"\b(?P<season>(?i:spring|summer|autumn|winter|(?<=\bin )fall|(?<=\bin the )fall))"
            rf"(?:{_GAP}|{_GAP}of{_GAP}){_YEAR}(?:[-–/][0-9]{{2}})?{_END}"
        ),
    ),
    ("year", re.compile(_YEAR_ALONE)),
    (
        "year",
        re.compile(rf"{_START}{_CODE}(?P<year>(?:19|20)[0-9]{{2}})[-–/](?P<end>[0-9]{{2}})(?![\w%/]|[-–.,:][0-9])"),
    ),
)
_IN_WORDS: tuple[tuple[DateKind, re.Pattern[str]], ...] = (
    ("season", re.compile(rf"\b(?P<quarter>Q[1-4]|H[12])(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}{_END}")),
    (
        "season",
        re.compile(
            rf"\b(?P<ordinal>(?i:first|second|third|fourth))(?:{_GAP}|-)(?P<division>quarter|half)"
            rf"(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}{_END}"
        ),
    ),
    ("date", re.compile(rf"\b(?P<holiday>{'|'.join(_HOLIDAY_NAMES)})(?:,?{_GAP}{_YEAR}{_END})?(?!\w)")),
    ("month", re.compile(rf"\b(?P<month>{_either_case(_UNMISTAKABLE)})\b")),
    ("month", re.compile(rf"{_CUE}(?P<mention>(?P<month>{_either_case(('March', 'May'))}))\b")),
    ("month", re.compile(rf"{_CUE}(?P<mention>(?P<month>{_either_case(_ABBREVIATIONS)})\.)")),
    ("weekday", re.compile(rf"\b{_WEEKDAY}\b")),
    (
        "relative",
        re.compile(rf"\b(?ai:last|this|next|past|coming){_GAP}(?:{_WEEKDAY}|{_MONTH})(?!\w|{_GAP}[0-9])"),
    ),
    ("relative", re.compile(rf"\b(?ai:following|previous|preceding){_GAP}{_WEEKDAY}\b")),
    ("relative", re.compile(rf"\b(?ai:the){_GAP}{_WEEKDAY}{_GAP}(?:after|before|following|preceding)\b")),
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
    `02/01/2019`, which may be read two ways, `month` and `day` are None. `days` are those of `Feb. 22-23` or "3 and 4
    March", and `link` says how they belong together; `day` is the first. `season` is that of "summer 2019". In
    "January–March 2019" both months have a year. Quarters and halves of a year are seasons too: "q3", "h1". `part` is
    "late" in "late 2018", of which the mention is "2018". `holiday` is the name of a day that follows from Easter.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None
    days: tuple[int, ...] = ()
    link: Link = ""
    season: str | None = None
    part: Part = ""
    holiday: str = ""

    @property
    def is_span(self) -> bool:
        """Whether it is two years, as "2019-20" or "2019/20"."""
        return self.kind == "year" and re.fullmatch("[0-9]{4}[-–/][0-9]{2}", self.text) is not None


class DateGroup(NamedTuple):
    """Calendar expressions that are a list ("Monday and Tuesday") or a range ("Jan. 30 to Feb. 2"), or just one."""

    mentions: tuple[DateMention, ...]
    link: Link = ""

    @property
    def has_year(self) -> bool:
        """Whether each expression has its year."""
        return all(mention.year is not None for mention in self.mentions)


def find_dates(text: str) -> list[DateMention]:
    """Return every calendar expression, in order; of two that overlap, only the longer.

    Dates ("Jan. 21", "21 January 2019", "2019-01-21", "1/21/2019"), months, years from 1900 to 2099, weekdays, phrases
    such as "last week", and distances such as "two days later" are recognised. Durations ("within 30 days"), times of
    day and vague words such as "recently" are not. In web and mail addresses only whole dates in figures count, as
    `2019-01-30`. "May", "March" and "Jan." alone need a word such as "in" before them.
    """
    return list(_find_dates(text))


def find_date_groups(text: str) -> list[DateGroup]:
    """Return the calendar expressions as lists and ranges, in order; most are single ones."""
    return list(_find_date_groups(text))


@lru_cache(maxsize=4096)  # Rules read the same passages again and again: without, a check takes half as long again.
def _find_dates(text: str) -> tuple[DateMention, ...]:
    return tuple(mention for group in _find_date_groups(text) for mention in group.mentions)


_JOIN = re.compile(
    rf"(?P<list>,{_GAP})|,?{_GAP}(?P<word>and|or|to|until|till|through|&){_GAP}(?:(?:in|on){_GAP})?"
    rf"|(?P<slash>/)|(?P<dash>{_GAP}?[-–—]{_GAP}?)"
)
_BEFORE_RANGE = re.compile(rf"\b[Bb]etween{_GAP}(?:the{_GAP})?$")


@lru_cache(maxsize=4096)
def _find_date_groups(text: str) -> tuple[DateGroup, ...]:
    mentions: list[DateMention] = []
    for mention in sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end)):
        if not mentions or mention.start >= mentions[-1].end:
            mentions.append(mention)
        elif len(mention.text) > len(mentions[-1].text):
            mentions[-1] = mention
    groups: list[DateGroup] = []
    index = 0
    while index < len(mentions):
        group = _group_from(text, mentions, index)
        groups.append(group)
        index += len(group.mentions)
    return tuple(groups)


def _group_from(text: str, mentions: Sequence[DateMention], index: int) -> DateGroup:
    """Return the longest list or range that begins with a mention."""
    members = [mentions[index]]
    pending: list[DateMention] = []
    link: Link = ""
    for following in mentions[index + 1 :] if not members[0].days else ():
        last = pending[-1] if pending else members[-1]
        join = _JOIN.fullmatch(text, last.end, following.start)
        if join is None or link or following.days or following.kind != last.kind or last.kind == "relative":
            break
        pending.append(following)
        if not join["list"]:
            link = _link(join["word"] or ("and" if join["slash"] else "to"))
            members += pending
    if link == "and" and _BEFORE_RANGE.search(text[: members[0].start][-20:]):
        link = "to"
    return DateGroup(tuple(_share_year(members, link)), link)


def _link(word: str) -> Link:
    return "and" if word in ("and", "&") else "or" if word == "or" else "to"


def _share_year(members: Sequence[DateMention], link: Link) -> Iterator[DateMention]:
    """Yield the mentions with the year that only the last prints; a range over New Year's Day begins a year before."""
    last = members[-1]
    for member in members:
        if member.year is None and last.year is not None and member.month is not None and last.month is not None:
            if member.month <= last.month:
                yield member._replace(year=last.year)
            else:
                yield member._replace(year=last.year - 1) if link == "to" else member
        else:
            yield member


def weekdays_in(phrase: str) -> tuple[str, ...]:
    """Return the English weekdays named in the phrase, each once, as "Sunday"."""
    found = re.findall(rf"\b(?:{'|'.join(WEEKDAYS)})\b", phrase, re.IGNORECASE)
    return tuple(dict.fromkeys(weekday.capitalize() for weekday in found))


def _candidates(text: str) -> Iterator[DateMention]:
    """Yield every match of every pattern, overlapping ones included."""
    has_digits = DIGIT.search(text) is not None
    for pattern in _IN_FIGURES if has_digits else ():
        yield from (_mention("date", match) for match in pattern.finditer(text))
    plain = ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
    for kind, pattern in (*_WITH_DIGITS, *_IN_WORDS) if has_digits else _IN_WORDS:
        for match in pattern.finditer(plain):
            days = match.groupdict().get("days")
            if days and _MONTH_BEFORE.search(plain[: match.start()][-12:]):  # "May 5 and 5 May" is no list of days.
                match = pattern.match(plain, match.end("days") - len(days.split()[-1])) or match
            if "end" not in match.groupdict() or _is_span(match):
                yield _mention(kind, match)


def _is_span(match: re.Match[str]) -> bool:
    """Return whether two numbers such as "2019-20" are years: "2019-12" is a month, "2011-12" may be either."""
    first, last = int(match["year"]) % 100, int(match["end"])
    is_month = "-" in match[0] and 1 <= last <= 12
    return last == (first + 1) % 100 or (first < last and "/" not in match[0] and not is_month)


_MONTH_BEFORE = re.compile(rf"{_ANY_MONTH}{_GAP}$")


def _mention(kind: DateKind, match: re.Match[str]) -> DateMention:
    printed = match.groupdict()
    start, end = match.span("mention" if "mention" in printed else 0)
    month, day = printed.get("month"), printed.get("day")
    if "first" in printed:
        month, day = _month_and_day(match["first"], match["second"])
    days, link = _days(match) if printed.get("days") else ((), "")
    holiday = _plain_name(printed["holiday"]) if printed.get("holiday") else ""
    if holiday in HOLIDAYS:
        month, day = map(str, HOLIDAYS[holiday])
    before = match.string[max(0, start - 30) : start]
    part = _PART_BEFORE.search(before) if kind in ("month", "year") else None
    is_fiscal = _FISCAL_BEFORE.search(before) or _FISCAL_AFTER.match(match.string, end)
    if kind in ("year", "season") and is_fiscal:
        kind = "fiscal"
    return DateMention(
        start,
        end,
        match.string[start:end],
        kind,
        year=int(printed["year"]) if printed.get("year") else None,
        month=_month_number(month) if month else None,
        day=int(day) if day else None,
        weekday=_weekday_name(printed.get("weekday")),
        days=days,
        link=link,
        season=_season(printed),
        part=cast(Part, part.lastgroup) if part else "",
        holiday=holiday if holiday in EASTER else "",
    )


def _plain_name(printed: str) -> str:
    """Return the name of a holiday as in the tables."""
    name = " ".join(printed.split()).replace("’", "'")
    return name.replace("St. ", "St ").replace("Saint ", "St ")


_ORDINALS = ("first", "second", "third", "fourth")


def _season(printed: Mapping[str, str | None]) -> str | None:
    """Return the season, the quarter or the half of a year: "summer", "q3", "h1"."""
    if quarter := printed.get("quarter") or printed.get("season"):
        return quarter.lower()
    ordinal, division = printed.get("ordinal"), printed.get("division")
    return f"{division[0]}{_ORDINALS.index(ordinal.lower()) + 1}" if ordinal and division else None


def _days(match: re.Match[str]) -> tuple[tuple[int, ...], Link]:
    """Return the days of a list such as "3, 4 and 5", and how they belong together."""
    *_, last_join = _LINK.finditer(match["days"])
    link = _link(last_join["word"] or ("and" if last_join["slash"] else "to"))
    if link == "and" and _BEFORE_RANGE.search(match.string[: match.start()][-20:]):
        link = "to"
    numbers = re.findall("[0-9]+", match["days"])
    return (int(match["day"]), *map(int, numbers)), link


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
