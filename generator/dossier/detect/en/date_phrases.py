"""The phrases with a fixed meaning, as "yesterday" and "last week", with the days that each means; holidays."""

from collections.abc import Mapping

from dossier.detect.date_rules import SAME_DAY, DateRule, day_offset_range, month, week, weekend, year

RELATIVE_DATES: Mapping[str, DateRule] = {
    **dict.fromkeys(("today", "tonight", "that day", "that same day", "the same day", "that night"), SAME_DAY),
    **dict.fromkeys(("this morning", "this afternoon", "this evening"), SAME_DAY),
    **dict.fromkeys(("yesterday", "the day before", "the previous day"), day_offset_range(-1, -1)),
    **dict.fromkeys(("tomorrow", "the day after", "the next day", "the following day"), day_offset_range(1, 1)),
    "the day before yesterday": day_offset_range(-2, -2),
    "the day after tomorrow": day_offset_range(2, 2),
    **dict.fromkeys(("last night", "overnight"), day_offset_range(-1, 0)),
    "last week": week(-1),
    **dict.fromkeys(("this week", "that week", "the same week"), week(0)),
    "next week": week(1),
    "last weekend": weekend(-1),
    **dict.fromkeys(("this weekend", "that weekend"), weekend(0)),
    "the weekend": weekend(0, is_the=True),
    **dict.fromkeys(("the past weekend", "this past weekend"), weekend(0, is_the=True)),
    **dict.fromkeys(("next weekend", "the coming weekend", "this coming weekend"), weekend(1)),
    "last month": month(-1),
    **dict.fromkeys(("this month", "that month", "the same month"), month(0)),
    "next month": month(1),
    "last year": year(-1),
    **dict.fromkeys(("this year", "that year", "the same year"), year(0)),
    "next year": year(1),
    **dict.fromkeys(
        ("the same morning", "the same evening", "the same night", "that evening", "that morning"), SAME_DAY
    ),
    **dict.fromkeys(("the next morning", "the following morning", "the morning after"), day_offset_range(1, 1)),
    **dict.fromkeys(("the night before", "the previous night", "the evening before"), day_offset_range(-1, 0)),
    **dict.fromkeys(("the following week", "the week after"), week(1)),
    **dict.fromkeys(("the previous week", "the week before"), week(-1)),
    **dict.fromkeys(("the following weekend", "the weekend after"), weekend(1)),
    **dict.fromkeys(("the previous weekend", "the weekend before"), weekend(-1)),
    **dict.fromkeys(("the following month", "the month after"), month(1)),
    **dict.fromkeys(("the previous month", "the month before"), month(-1)),
    **dict.fromkeys(("the following year", "the year after"), year(1)),
    **dict.fromkeys(("the previous year", "the year before"), year(-1)),
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
