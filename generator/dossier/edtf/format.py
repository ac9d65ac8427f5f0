"""EDTF dates in words and in ISO 8601, never more precise than the EDTF.

`format_edtf` and its siblings are for readers. `iso_date` and `iso_interval` are for programs that know only ISO 8601.
"""

import re
from datetime import date

from dossier.edtf.parse import MONTHS, Edtf

_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
_SEASON = re.compile(r"\d{4}-(2[1-9]|[34]\d)(?!\d)", re.ASCII)
"""A season's months differ between the hemispheres."""


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
    if any(part.earliest is None or part.earliest != part.latest for part in edtf.parts):
        return f"one of {edtf.text}" if edtf.is_one_of else edtf.text
    days = [part.earliest for part in edtf.parts if part.earliest]
    *others, last = [*(_format_day_before(day, days[-1]) for day in days[:-1]), format_day(days[-1])]
    return f"{', '.join(others)} {'or' if edtf.is_one_of else 'and'} {last}" if others else last


def _format_range(edtf: Edtf) -> str:
    first, last = edtf.earliest, edtf.latest
    if first is None:
        return f"until {format_day(last)}" if last else "an unknown date"
    if last is None:
        return f"from {format_day(first)}"
    words = _format_days(first, last)
    return f"a day from {words}" if "X" in edtf.text else words


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
