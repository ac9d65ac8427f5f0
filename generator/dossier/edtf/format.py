"""EDTF dates in words and in ISO 8601, never more precise than the EDTF.

`format_edtf` and its siblings are for readers. `iso_date` and `iso_interval` are for programs that know only ISO 8601.
"""

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from dossier.edtf.parse import MONTHS, DatePart, Edtf

_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_SEASON = re.compile(r"\d{4}-(2[1-9]|[34]\d)(?!\d)", re.ASCII)
"""A season's months differ between the hemispheres."""
_SEASONS = ("spring", "summer", "autumn", "winter")
_SEASON_NAMES = dict(
    enumerate(
        (
            *_SEASONS,
            *(f"{season} (northern)" for season in _SEASONS),
            *(f"{season} (southern)" for season in _SEASONS),
            *(f"the {number} quarter" for number in ("first", "second", "third", "fourth")),
            *(f"the {number} four months" for number in ("first", "second", "third")),
            *(f"the {number} half" for number in ("first", "second")),
        ),
        start=21,
    )
)
"""The names of EDTF's divisions of a year, 21 to 41."""


def format_edtf(edtf: Edtf) -> str:
    """Return a date in words: `January 2019`, `20 to 26 January 2019`, `21 or 28 May 2019`, `from 25 May 2019`."""
    words = _format_set(edtf) if edtf.is_one_of or edtf.is_all_of else _format_range(edtf)
    if edtf.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if edtf.uncertain else words


def format_day(day: date) -> str:
    """Return `26 January 2019`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_month(month: str) -> str:
    """Return `January 2019` for `2019-01`, and other text unchanged."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number.isdigit() else month


def _format_set(edtf: Edtf) -> str:
    members = [
        _Member(_unqualified(text), part) for text, part in zip(edtf.text[1:-1].split(","), edtf.parts, strict=True)
    ]
    if len(members) == 1:
        quantity = "every day" if edtf.is_all_of else "one day"
        words = members[0].in_words()
        return words if members[0].has_open_end else f"{quantity} from {words}"
    others = [member.before(following) for member, following in pairwise(members)]
    return f"{', '.join(others)} {'or' if edtf.is_one_of else 'and'} {members[-1].in_words()}"


class _Member(NamedTuple):
    """A date in a set: its text without qualifiers, and its days."""

    text: str
    part: DatePart

    @property
    def has_open_end(self) -> bool:
        return self.text.startswith("..") or self.text.endswith("..")

    def in_words(self) -> str:
        first, last = self.part.earliest, self.part.latest
        if first and last and not _SEASON.search(self.text):
            return _format_days(first, last)
        return _format_range(Edtf.parse(self.text.replace("..", "/") if first and last else _as_interval(self.text)))

    def before(self, following: "_Member") -> str:
        """Return the date without the month and year that it shares with the one that follows it."""
        words, next_words = self.in_words().split(" "), following.in_words().split(" ")
        is_same_kind = len(self.text) == len(following.text) and not _SEASON.search(self.text)
        if not is_same_kind or len(words) != len(next_words):
            return " ".join(words)
        shared = 0
        while shared < len(words) - 1 and words[len(words) - shared - 1] == next_words[len(words) - shared - 1]:
            shared += 1
        return " ".join(words[: len(words) - shared])


def _as_interval(text: str) -> str:
    """Return `../2019-02-21` for the member `..2019-02-21` of a set."""
    return f"../{text[2:]}" if text.startswith("..") else f"{text[:-2]}/.."


def _unqualified(text: str) -> str:
    return re.sub("[?~%]", "", text)


def _format_range(edtf: Edtf) -> str:
    text = _unqualified(edtf.text)
    start, slash, end = text.partition("/")
    if _SEASON.search(text):
        return _format_season_range(start, end) if slash else _format_season(text)
    first, last = edtf.earliest, edtf.latest
    if first is None:
        if last is None:
            return "an unknown date"
        return f"until {format_day(last)}{', beginning unknown' if slash and not start else ''}"
    if last is None:
        return f"from {format_day(first)}{', end unknown' if slash and not end else ''}"
    words = _format_days(first, last)
    return f"a day from {words}" if "X" in edtf.text else words


def _format_season_range(start: str, end: str) -> str:
    """Return an interval with a season at an end of it; an end may be open (`..`) or unknown (empty)."""
    first, last = (format_edtf(Edtf.parse(text)) if text.strip(".") else "" for text in (start, end))
    if first and last:
        return f"{first} to {last}"
    unknown = ", beginning unknown" if not start else ", end unknown" if not end else ""
    return f"{f'from {first}' if first else f'until {last}'}{unknown}"


def _format_season(text: str) -> str:
    """Return `summer 2019` for `2019-22`, `the first quarter of 2019` for `2019-33`."""
    year, code = text.split("-")
    name = _SEASON_NAMES[int(code)]
    if name == "winter":
        return f"winter {year}–{int(year) % 100 + 1:02}" if int(year) % 100 < 99 else f"winter {year}–{int(year) + 1}"
    if "winter" in name:
        return name.replace("winter", f"winter {year}")
    if name.startswith("the"):
        return f"{name} of {year}"
    season, _, hemisphere = name.partition(" ")
    return f"{season} {year}{f' {hemisphere}' if hemisphere else ''}"


def _format_days(first: date, last: date) -> str:
    """Return the days from first to last, as one day, whole years or a whole month if they are."""
    if first == last:
        return format_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and _is_month_end(last) and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{_format_day_before(first, last)} to {format_day(last)}"


def _format_day_before(day: date, later: date) -> str:
    """Return a day without the month and year that it shares with a later one, which follows it."""
    if (day.year, day.month) == (later.year, later.month):
        return str(day.day)
    return f"{day.day} {MONTHS[day.month - 1]}" if day.year == later.year else format_day(day)


def _is_month_end(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def iso_date(edtf: Edtf | None) -> str | None:
    """Return a day, month or year without a qualifier in ISO 8601; None for any other date."""
    return edtf.text if edtf and _PLAIN.fullmatch(edtf.text) else None


def iso_interval(edtf: Edtf | None) -> str | None:
    """Return the possible days: `2019-02-20/2019-02-28`, `2019-02-25/..`, or a date as `iso_date` returns it.

    None if there is no first day, or if a qualifier (`~`, `?`, `%`) or a season leaves the range open.
    """
    if edtf is None or edtf.earliest is None or edtf.approximate or edtf.uncertain or _SEASON.search(edtf.text):
        return None
    return iso_date(edtf) or f"{edtf.earliest.isoformat()}/{edtf.latest.isoformat() if edtf.latest else '..'}"
