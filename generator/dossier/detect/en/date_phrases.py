"""The phrases with a fixed meaning, as "yesterday" and "last week", with the days that each means; holidays."""

from collections.abc import Callable, Mapping
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


def _week(shift: int) -> DateRule:
    """Return the rule for the ISO week `shift` weeks on; on a Sunday, "last week" may be the one about to end."""

    def rule(day: date) -> tuple[Days, ...]:
        first = monday(day) + timedelta(7 * shift)
        readings = [(first, first + timedelta(6))]
        if shift < 0 and day.weekday() == 6:
            readings.append((monday(day), day - timedelta(1)))
        return tuple(readings)

    return rule


def _weekend(shift: int, *, is_the: bool = False) -> DateRule:
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


def _month(shift: int) -> DateRule:
    return lambda day: ((month_start(day, shift), month_start(day, shift + 1) - timedelta(1)),)


def _year(shift: int) -> DateRule:
    return lambda day: ((date(day.year + shift, 1, 1), date(day.year + shift, 12, 31)),)


SAME_DAY = day_offset_range(0, 0)
RELATIVE_DATES: Mapping[str, DateRule] = {
    **dict.fromkeys(("today", "tonight", "that day", "that same day", "the same day", "that night"), SAME_DAY),
    **dict.fromkeys(("this morning", "this afternoon", "this evening"), SAME_DAY),
    **dict.fromkeys(("yesterday", "the day before", "the previous day"), day_offset_range(-1, -1)),
    **dict.fromkeys(("tomorrow", "the day after", "the next day", "the following day"), day_offset_range(1, 1)),
    "the day before yesterday": day_offset_range(-2, -2),
    "the day after tomorrow": day_offset_range(2, 2),
    **dict.fromkeys(("last night", "overnight"), day_offset_range(-1, 0)),
    "last week": _week(-1),
    **dict.fromkeys(("this week", "that week", "the same week"), _week(0)),
    "next week": _week(1),
    "last weekend": _weekend(-1),
    **dict.fromkeys(("this weekend", "that weekend"), _weekend(0)),
    "the weekend": _weekend(0, is_the=True),
    **dict.fromkeys(("the past weekend", "this past weekend"), _weekend(0, is_the=True)),
    **dict.fromkeys(("next weekend", "the coming weekend", "this coming weekend"), _weekend(1)),
    "last month": _month(-1),
    **dict.fromkeys(("this month", "that month", "the same month"), _month(0)),
    "next month": _month(1),
    "last year": _year(-1),
    **dict.fromkeys(("this year", "that year", "the same year"), _year(0)),
    "next year": _year(1),
    **dict.fromkeys(
        ("the same morning", "the same evening", "the same night", "that evening", "that morning"), SAME_DAY
    ),
    **dict.fromkeys(("the next morning", "the following morning", "the morning after"), day_offset_range(1, 1)),
    **dict.fromkeys(("the night before", "the previous night", "the evening before"), day_offset_range(-1, 0)),
    **dict.fromkeys(("the following week", "the week after"), _week(1)),
    **dict.fromkeys(("the previous week", "the week before"), _week(-1)),
    **dict.fromkeys(("the following weekend", "the weekend after"), _weekend(1)),
    **dict.fromkeys(("the previous weekend", "the weekend before"), _weekend(-1)),
    **dict.fromkeys(("the following month", "the month after"), _month(1)),
    **dict.fromkeys(("the previous month", "the month before"), _month(-1)),
    **dict.fromkeys(("the following year", "the year after"), _year(1)),
    **dict.fromkeys(("the previous year", "the year before"), _year(-1)),
}


OF_ANOTHER_DAY = (
    *("that day", "that same day", "the same day", "that night", "the day before", "the previous day", "the day after"),
    *("the next day", "the following day", "that week", "the same week", "that weekend", "that month"),
    *("the same month", "that year", "the same year"),
    *(phrase for phrase in RELATIVE_DATES if phrase.startswith(("the following", "the previous", "the same"))),
    *(phrase for phrase in RELATIVE_DATES if phrase.endswith((" after", " before", "that evening", "that morning"))),
    "the next morning",
)
"""Phrases that count from a day that the text speaks of, not from its own."""


HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "St Patrick's Day": (3, 17),
    "May Day": (5, 1),
    "Bastille Day": (7, 14),
    "Halloween": (10, 31),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
}
"""The days that are the same every year, by name: month and day."""
EASTER: Mapping[str, int] = {
    "Ash Wednesday": -46, "Palm Sunday": -7, "Maundy Thursday": -3, "Good Friday": -2, "Easter Sunday": 0,
    "Easter Monday": 1, "Ascension Day": 39, "Whit Sunday": 49, "Whit Monday": 50, "Pentecost Sunday": 49,
}  # fmt: skip
"""The days that follow from Easter, by name: days after Easter Sunday in the Western churches."""

COUNT_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90,
}  # fmt: skip
"""The numbers in words that a distance may have."""
