"""The days that phrases such as "yesterday" and "last week" mean, seen from the day of their text."""

from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last of some days in a row."""
DateRule = Callable[[date], tuple[Days, ...]]
"""Given the day of a text, returns the days that a phrase in it may mean; several if it has several readings."""


def day_offset_range(first: int, last: int) -> DateRule:
    """Return the rule for the days from `first` to `last` days after the day of the text; negative is before."""
    return lambda day: ((day + timedelta(first), day + timedelta(last)),)


def monday(day: date) -> date:
    """Return the Monday of the ISO week of `day`."""
    return day - timedelta(day.weekday())


def week(shift: int) -> DateRule:
    """Return the rule for the ISO week `shift` weeks on; on a Sunday, "last week" may be the one about to end."""

    def rule(day: date) -> tuple[Days, ...]:
        first = monday(day) + timedelta(7 * shift)
        readings = [(first, first + timedelta(6))]
        if shift < 0 and day.weekday() == 6:
            readings.append((monday(day), day - timedelta(1)))
        return tuple(readings)

    return rule


def weekend(shift: int, *, is_the: bool = False) -> DateRule:
    """Return the rule for a weekend, Friday to Sunday: newspapers count Friday too.

    Without a `shift`, Monday means the weekend just over, Tuesday to Thursday either that or the coming one. "The"
    weekend may be the previous one on other days too, as in "over the weekend" in a text of Friday.
    """

    def rule(day: date) -> tuple[Days, ...]:
        friday = monday(day) + timedelta(4)
        previous, following = friday - timedelta(7), friday + timedelta(7)
        if shift < 0:
            fridays = [previous]
        elif shift > 0:
            fridays = [following] if day >= friday else [friday, following]
        elif day.weekday() == 0:
            fridays = [previous]
        else:
            fridays = [friday] if day >= friday and not is_the else [previous, friday]
        return tuple((first, first + timedelta(2)) for first in fridays)

    return rule


def month_start(day: date, shift: int) -> date:
    """Return the first day of the month `shift` months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return date(year, month + 1, 1)


def month(shift: int) -> DateRule:
    return lambda day: ((month_start(day, shift), month_start(day, shift + 1) - timedelta(1)),)


def year(shift: int) -> DateRule:
    return lambda day: ((date(day.year + shift, 1, 1), date(day.year + shift, 12, 31)),)


SAME_DAY = day_offset_range(0, 0)
