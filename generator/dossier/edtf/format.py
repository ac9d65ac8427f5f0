"""EDTF dates in words and in ISO 8601, never more precise than the EDTF.

`format_edtf` and its siblings are for readers. `iso_date` and `iso_interval` are for programs that know only ISO 8601.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from dossier.edtf.parse import MONTHS, DatePart, Edtf
from dossier.text.interface import SOURCE_LANGUAGE, active_interface, format_list, gettext, gettext_noop

_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_SEASON = re.compile(r"\d{4}-(2[1-9]|[34]\d)(?!\d)", re.ASCII)
"""A season's months differ between the hemispheres."""
_SEASON_NAMES = (
    gettext_noop("spring %(year)s"),
    gettext_noop("summer %(year)s"),
    gettext_noop("autumn %(year)s"),
    gettext_noop("winter %(year)s"),
    gettext_noop("spring %(year)s (northern)"),
    gettext_noop("summer %(year)s (northern)"),
    gettext_noop("autumn %(year)s (northern)"),
    gettext_noop("winter %(year)s (northern)"),
    gettext_noop("spring %(year)s (southern)"),
    gettext_noop("summer %(year)s (southern)"),
    gettext_noop("autumn %(year)s (southern)"),
    gettext_noop("winter %(year)s (southern)"),
    gettext_noop("the first quarter of %(year)s"),
    gettext_noop("the second quarter of %(year)s"),
    gettext_noop("the third quarter of %(year)s"),
    gettext_noop("the fourth quarter of %(year)s"),
    gettext_noop("the first four months of %(year)s"),
    gettext_noop("the second four months of %(year)s"),
    gettext_noop("the third four months of %(year)s"),
    gettext_noop("the first half of %(year)s"),
    gettext_noop("the second half of %(year)s"),
)
"""The names of EDTF's divisions of a year, 21 to 41."""
_FIRST_SEASON, _WINTER = 21, 24


class _DaysOf(NamedTuple):
    """What is said of the days of a period: that of a month or years, and that of days from a first to a last one."""

    period: str
    days: str

    def format(self, first: date, last: date) -> str:
        if _is_whole_period(first, last):
            return gettext(self.period, period=_format_days(first, last))
        return gettext(self.days, first=_format_day_before(first, last), last=format_day(last))


_A_DAY = _DaysOf(gettext_noop("a day from %(period)s"), gettext_noop("a day from %(first)s to %(last)s"))
_SOME_DAY = _DaysOf(gettext_noop("some day from %(period)s"), gettext_noop("some day from %(first)s to %(last)s"))
_EVERY_DAY = _DaysOf(gettext_noop("every day from %(period)s"), gettext_noop("every day from %(first)s to %(last)s"))


def format_edtf(edtf: Edtf) -> str:
    """Return a date in words: `20 to 26 January 2019`, and `some day from 20 to 26 January 2019` for a set."""
    words = _format_set(edtf) if edtf.is_one_of or edtf.is_all_of else _format_range(edtf)
    if edtf.approximate and edtf.uncertain:
        return gettext("about %(date)s (uncertain)", date=words)
    if edtf.approximate:
        return gettext("about %(date)s", date=words)
    return gettext("%(date)s (uncertain)", date=words) if edtf.uncertain else words


def format_day(day: date) -> str:
    """Return `26 January 2019`, in Spanish `26 de enero de 2019`."""
    return gettext("%(day)s %(month)s %(year)s", day=day.day, month=month_name(day.month), year=day.year)


def format_month(month: str) -> str:
    """Return `January 2019` for `2019-01`, and other text unchanged."""
    year, _, number = month.partition("-")
    return gettext("%(month)s %(year)s", month=month_name(int(number)), year=year) if number.isdigit() else month


def without_year(words: str, year: int) -> str:
    """Return a date in words without a year that is clear without it: `26 January`."""
    return words.replace(gettext("%(month)s %(year)s", month="", year=year), "")


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12, as in a date."""
    return _month_names(active_interface().locale, "wide")[month]


def short_month_name(month: int) -> str:
    """Return the name of a month, 1 to 12, in a few letters."""
    return _month_names(active_interface().locale, "abbreviated")[month]


@cache
def _month_names(locale: str, width: Literal["wide", "abbreviated"]) -> Mapping[int, str]:
    if active_interface().tag == SOURCE_LANGUAGE:
        return {number: name if width == "wide" else name[:3] for number, name in enumerate(MONTHS, start=1)}
    from babel.dates import get_month_names

    return get_month_names(width, locale=locale)


def _format_set(edtf: Edtf) -> str:
    members = [
        _Member(_unqualified(text), part, edtf.is_one_of)
        for text, part in zip(edtf.text[1:-1].split(","), edtf.parts, strict=True)
    ]
    if len(members) == 1:
        return members[0].in_words() if members[0].has_open_end else members[0].days_in_words(edtf.is_all_of)
    others = [member.before(following) for member, following in pairwise(members)]
    return format_list([*others, members[-1].in_words()], "or" if edtf.is_one_of else "standard")


class _Member(NamedTuple):
    """A date in a set: its text without qualifiers, and its days."""

    text: str
    part: DatePart
    is_one_of: bool

    @property
    def has_open_end(self) -> bool:
        return self.text.startswith("..") or self.text.endswith("..")

    def in_words(self) -> str:
        first, last = self.part.earliest, self.part.latest
        if first and last and not _SEASON.search(self.text):
            return _format_days(first, last)
        if self.has_open_end:
            return _format_bound(self.text) if self.is_one_of else _format_range(Edtf.parse(_as_interval(self.text)))
        return _format_range(Edtf.parse(self.text.replace("..", "/")))

    def days_in_words(self, is_all_of: bool) -> str:
        """Return that every day of it is meant, or one."""
        days = _EVERY_DAY if is_all_of else _SOME_DAY
        first, last = self.part.earliest, self.part.latest
        if first and last and not _SEASON.search(self.text):
            if days is _SOME_DAY and (last - first).days == 1:
                return format_list([_format_day_before(first, last), format_day(last)], "or")
            return days.format(first, last)
        return gettext(days.period, period=self.in_words())

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


def _format_bound(text: str) -> str:
    """Return `21 February 2019 or earlier` for `..2019-02-21`, and `21 February 2019 or later` for `2019-02-21..`."""
    date = format_edtf(Edtf.parse(text.strip(".")))
    is_latest = text.startswith("..")
    return gettext("%(date)s or earlier", date=date) if is_latest else gettext("%(date)s or later", date=date)


def _as_interval(text: str) -> str:
    """Return `../2019-02-21` for the member `..2019-02-21` of a set."""
    return f"../{text[2:]}" if text.startswith("..") else f"{text[:-2]}/.."


def _unqualified(text: str) -> str:
    return re.sub("[?~%]", "", text)


def _format_range(edtf: Edtf) -> str:
    text = _unqualified(edtf.text)
    start, slash, end = text.partition("/")
    if slash:
        return _format_interval(start, end)
    if _SEASON.search(text):
        return _format_season(text)
    first, last = edtf.earliest, edtf.latest
    if first is None or last is None:
        return gettext("an unknown date")
    return _A_DAY.format(first, last) if "X" in text else _format_days(first, last)


def _format_interval(start: str, end: str) -> str:
    """Return an interval, each end only as precise as it is; an end may be open (`..`) or unknown (empty, `XXXX`)."""
    first, last = _interval_end(start), _interval_end(end)
    if first and last:
        return _format_closed_interval(first, last)
    if first and first.is_day:
        day = _format_range(first)
        return gettext("from %(day)s", day=day) if end == ".." else gettext("from %(day)s, end unknown", day=day)
    if first:
        period = _format_range(first)
        if end == "..":
            return gettext("from %(period)s", period=period)
        return gettext("from %(period)s, end unknown", period=period)
    if last and last.is_day:
        day = _format_range(last)
        if start == "..":
            return gettext("until %(day)s", day=day)
        return gettext("until %(day)s, beginning unknown", day=day)
    if last:
        period = _format_range(last)
        if start == "..":
            return gettext("until %(period)s", period=period)
        return gettext("until %(period)s, beginning unknown", period=period)
    return gettext("an unknown date")


def _interval_end(text: str) -> Edtf | None:
    """Return an end of an interval, None if nothing is known of it."""
    end = Edtf.parse(text) if text.strip(".") else None
    return end if end and end.earliest else None


def _format_closed_interval(first: Edtf, last: Edtf) -> str:
    """Return `20 to 26 January 2019`, `January to March 2019`, `spring 2019 to summer 2019`."""
    if first.text == last.text:
        return _format_range(first)
    beginning, ending = _format_range(first), _format_range(last)
    if first.is_day and last.is_day and first.earliest and last.earliest:
        beginning = _format_day_before(first.earliest, last.earliest)
    elif iso_date(first) and iso_date(last) and first.text[:5] == last.text[:5] and last.earliest:
        beginning = without_year(beginning, last.earliest.year)
    return gettext("%(first)s to %(last)s", first=beginning, last=ending)


def _format_season(text: str) -> str:
    """Return `summer 2019` for `2019-22`, `winter 2019–20` for `2019-24`, `the first quarter of 2019` for `2019-33`."""
    year, code = text.split("-")
    if int(code) == _WINTER:
        next_year = int(year) + 1
        year = f"{year}–{next_year % 100:02}" if next_year % 100 else f"{year}–{next_year}"
    return gettext(_SEASON_NAMES[int(code) - _FIRST_SEASON], year=year)


def _format_days(first: date, last: date) -> str:
    """Return the days from first to last, as one day, whole years or a whole month if they are."""
    if first == last:
        return format_day(first)
    if not _is_whole_period(first, last):
        return gettext("%(first)s to %(last)s", first=_format_day_before(first, last), last=format_day(last))
    if first.year == last.year:
        return str(first.year) if first.month != last.month else format_month(f"{first:%Y-%m}")
    return gettext("%(first)s to %(last)s", first=first.year, last=last.year)


def _is_whole_period(first: date, last: date) -> bool:
    """Return whether the days are one day, a whole month or whole years."""
    if first == last or (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return True
    return first.day == 1 and _is_month_end(last) and (first.year, first.month) == (last.year, last.month)


def _format_day_before(day: date, later: date) -> str:
    """Return a day without the month and year that it shares with a later one, which follows it."""
    if (day.year, day.month) == (later.year, later.month):
        return str(day.day)
    if day.year == later.year:
        return gettext("%(day)s %(month)s", day=day.day, month=month_name(day.month))
    return format_day(day)


def _is_month_end(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def iso_date(edtf: Edtf | None) -> str | None:
    """Return a day, month or year without a qualifier in ISO 8601; None for any other date."""
    return edtf.text if edtf and _PLAIN.fullmatch(edtf.text) else None


def iso_interval(edtf: Edtf | None) -> str | None:
    """Return how long something lasted: `2019-02-20/2019-02-28`, `2019-02-25/..`, or a date as `iso_date` returns it.

    None for a set and for a date with an unspecified digit, which say when something may have been. None also if the
    start is open or unknown, or if a qualifier (`~`, `?`, `%`) or a season leaves an end vague.
    """
    if edtf is None or not edtf.is_interval:
        return iso_date(edtf)
    start, end = iso_date(edtf.start), iso_date(edtf.end)
    has_end = end is not None or edtf.text.endswith("/..")
    return f"{start}/{end or '..'}" if start and has_end else None
