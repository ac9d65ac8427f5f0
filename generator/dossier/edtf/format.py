"""Dates in words, no more exact than their EDTF."""

from datetime import date

from dossier.edtf.parse import MONTHS, Edtf


def format_edtf(when: Edtf) -> str:
    """`26 January 2019`, `January 2019`, `20 to 26 January 2019`, `21 or 28 February 2019`, `from 25 February 2019`."""
    said = _set(when) if when.is_one_of or when.is_all_of else _stretch(when)
    about = f"about {said}" if when.approximate else said
    return f"{about} (uncertain)" if when.uncertain else about


def format_day(day: date) -> str:
    """`26 January 2019`."""
    return _day(day)


def format_month(month: str) -> str:
    """`2019-01` as `January 2019`; other words as they are."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number.isdigit() else month


def _set(when: Edtf) -> str:
    if any(part.earliest is None or part.earliest != part.latest for part in when.parts):
        return f"one of {when.text}" if when.is_one_of else when.text
    days = [part.earliest for part in when.parts if part.earliest]
    words = [_day(day, short_for=days[-1]) for day in days[:-1]] + [_day(days[-1])]
    return f"{', '.join(words[:-1])} {'or' if when.is_one_of else 'and'} {words[-1]}" if words[:-1] else words[-1]


def _stretch(when: Edtf) -> str:
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return "an unknown date"
    if last is None:
        return f"from {_day(first)}" if first else ""
    if first is None:
        return f"until {_day(last)}"
    if "X" in when.text:
        return f"a day from {_span(first, last)}"
    return _span(first, last)


def _span(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if (first.day, (last.month, last.day)) == (1, (12, 31)) and first.month == 1:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and _is_month_end(last) and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{_day(first, short_for=last)} to {_day(last)}"


def _day(day: date, short_for: date | None = None) -> str:
    if short_for and (day.year, day.month) == (short_for.year, short_for.month):
        return str(day.day)
    year = "" if short_for and day.year == short_for.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def _is_month_end(day: date) -> bool:
    return day.toordinal() == date.max.toordinal() or date.fromordinal(day.toordinal() + 1).day == 1
