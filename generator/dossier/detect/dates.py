"""Calendar expressions in English text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.date_patterns import ADDRESS, IN_FIGURES, IN_WORDS, Kind
from dossier.detect.masks import KEPT
from dossier.model.edtf import MONTHS, WEEKDAYS


class DateMention(NamedTuple):
    """A calendar expression: `start` and `end` count code points, end-exclusive.

    `year`, `month`, `day` are numbers and `weekday` an English name, as far as printed; else None. In a date such as
    `02/01/2019`, which may be read two ways, `month` and `day` are None; in `Feb. 22-23` the first day is given.
    """

    start: int
    end: int
    text: str
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None


def find_dates(text: str) -> list[DateMention]:
    """Every calendar expression, in order; where two overlap, the longer.

    Durations ("within 30 days"), times of day and words such as "recently" are none. In web and mail addresses only
    whole dates in figures count, as `2019-01-30`. "May", "March" and "Jan." alone need a word such as "in" before.
    """
    return list(_found(text))


@lru_cache(maxsize=KEPT)
def _found(text: str) -> tuple[DateMention, ...]:
    """The same, kept."""
    found: list[DateMention] = []
    for mention in sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
        elif len(mention.text) > len(found[-1].text):
            found[-1] = mention
    return tuple(found)


def weekday_in(phrase: str) -> str | None:
    """The first English weekday named in the phrase, as "Sunday"."""
    found = re.search(rf"\b(?:{'|'.join(WEEKDAYS)})\b", phrase, re.IGNORECASE)
    return found[0].capitalize() if found else None


def _candidates(text: str) -> Iterator[DateMention]:
    for pattern in IN_FIGURES:
        yield from (_mention("date", found) for found in pattern.finditer(text))
    plain = ADDRESS.sub(lambda found: "\0" * len(found[0]), text)
    for kind, pattern in IN_WORDS:
        yield from (_mention(kind, found) for found in pattern.finditer(plain))


def _mention(kind: Kind, found: re.Match[str]) -> DateMention:
    printed = found.groupdict()
    start, end = found.span("it" if "it" in printed else 0)
    month, day = printed.get("month"), printed.get("day")
    if "one" in printed:
        month, day = _month_and_day(found["one"], found["two"])
    return DateMention(
        start,
        end,
        found.string[start:end],
        kind,
        year=int(printed["year"]) if printed.get("year") else None,
        month=_month_number(month) if month else None,
        day=int(day) if day else None,
        weekday=_weekday_name(printed.get("weekday")),
    )


def _month_and_day(one: str, two: str) -> tuple[str | None, str | None]:
    """Tell month from day in `1/27/2019` and `27/1/2019`; None where either may be either."""
    if one == two or (int(one) <= 12 < int(two)):
        return one, two
    return (two, one) if int(two) <= 12 < int(one) else (None, None)


def _month_number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3] == printed[:3].capitalize())


def _weekday_name(printed: str | None) -> str | None:
    return next((name for name in WEEKDAYS if printed and name[:3] == printed[:3].capitalize()), None)
