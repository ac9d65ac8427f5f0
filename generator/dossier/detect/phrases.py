"""Phrases such as "last week", and the days each means when reckoned from a day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

Rule = Callable[[date], tuple[date, date]]


def days_between(first: int, last: int) -> Rule:
    return lambda day: (day + timedelta(first), day + timedelta(last))


def monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _week(shift: int) -> Rule:
    def rule(day: date) -> tuple[date, date]:
        first = monday(day) + timedelta(7 * shift)
        last = first + timedelta(6)
        if shift < 0:
            return first, max(last, day - timedelta(1))
        return (min(first, day + timedelta(1)) if shift > 0 else first), last

    return rule


def _weekend(shift: int) -> Rule:
    """Friday to Sunday: newspapers call Friday the weekend too."""

    def rule(day: date) -> tuple[date, date]:
        friday = monday(day) + timedelta(4)
        over, to_come = friday - timedelta(7), friday + timedelta(7)
        if shift < 0:
            first, last = over, over
        elif shift > 0:
            first, last = (to_come if day >= friday else friday), to_come
        else:
            first, last = (friday if day >= friday else over), (over if day.weekday() == 0 else friday)
        return first, last + timedelta(2)

    return rule


def month_start(day: date, shift: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return date(year, month + 1, 1)


def _month(shift: int) -> Rule:
    return lambda day: (month_start(day, shift), month_start(day, shift + 1) - timedelta(1))


def _year(shift: int) -> Rule:
    return lambda day: (date(day.year + shift, 1, 1), date(day.year + shift, 12, 31))


SAME = days_between(0, 0)
PHRASES: Mapping[str, Rule] = {
    **dict.fromkeys(("today", "tonight", "that day", "that same day", "the same day", "that night"), SAME),
    **dict.fromkeys(("this morning", "this afternoon", "this evening"), SAME),
    **dict.fromkeys(("yesterday", "the day before", "the previous day"), days_between(-1, -1)),
    **dict.fromkeys(("tomorrow", "the day after", "the next day", "the following day"), days_between(1, 1)),
    "the day before yesterday": days_between(-2, -2),
    "the day after tomorrow": days_between(2, 2),
    "last night": days_between(-1, 0),
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
