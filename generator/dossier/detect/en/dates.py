"""Find the calendar expressions of a text: dates, months, years, weekdays, and phrases such as "last week".

`find_dates` lists them, `find_date_groups` the lists and ranges of them ("3 and 4 March", "Jan. 30 to Feb. 2"). What a
relative expression means is for `relative_dates.resolve_relative_date`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

from dossier.detect.date_mentions import DateGroup, DateKind, DateMention, Link, Part, share_year
from dossier.detect.en.date_patterns import (
    ANY_MONTH,
    FISCAL_AFTER,
    FISCAL_BEFORE,
    GAP,
    LINK,
    PART_BEFORE,
    iter_matches,
)
from dossier.detect.en.date_phrases import EASTER, HOLIDAYS
from dossier.edtf.parse import MONTHS, WEEKDAYS


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
    rf"(?P<list>,{GAP})|,?{GAP}(?P<word>and|or|to|until|till|through|&){GAP}(?:(?:in|on){GAP})?"
    rf"|(?P<slash>/)|(?P<dash>{GAP}?[-–—]{GAP}?)"
)
_BEFORE_RANGE = re.compile(rf"\b[Bb]etween{GAP}(?:the{GAP})?$")


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
        link = "between"
    return DateGroup(tuple(share_year(members, link)), link)


def _link(word: str) -> Link:
    return "and" if word in ("and", "&") else "or" if word == "or" else "to"


def weekdays_in(phrase: str) -> tuple[str, ...]:
    """Return the English weekdays named in the phrase, each once, as "Sunday"."""
    found = re.findall(rf"\b(?:{'|'.join(WEEKDAYS)})\b", phrase, re.IGNORECASE)
    return tuple(dict.fromkeys(weekday.capitalize() for weekday in found))


def _candidates(text: str) -> Iterator[DateMention]:
    """Yield every match of every pattern, overlapping ones included."""
    for kind, match in iter_matches(text):
        days = match.groupdict().get("days")
        if days and _MONTH_BEFORE.search(match.string[: match.start()][-12:]):  # "May 5 and 5 May" is no list of days.
            match = match.re.match(match.string, match.end("days") - len(days.split()[-1])) or match
        if "end" not in match.groupdict() or _is_span(match):
            yield _mention(kind, match)


def _is_span(match: re.Match[str]) -> bool:
    """Return whether two numbers such as "2019-20" are years: "2019-12" is a month, "2011-12" may be either."""
    first, last = int(match["year"]) % 100, int(match["end"])
    is_month = "-" in match[0] and 1 <= last <= 12
    return last == (first + 1) % 100 or (first < last and "/" not in match[0] and not is_month)


_MONTH_BEFORE = re.compile(rf"{ANY_MONTH}{GAP}$")


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
    part = PART_BEFORE.search(before) if kind in ("month", "year") else None
    is_fiscal = FISCAL_BEFORE.search(before) or FISCAL_AFTER.match(match.string, end)
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
    *_, last_join = LINK.finditer(match["days"])
    link = _link(last_join["word"] or ("and" if last_join["slash"] else "to"))
    if link == "and" and _BEFORE_RANGE.search(match.string[: match.start()][-20:]):
        link = "between"
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
