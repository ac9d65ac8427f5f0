"""Resolve calendar expressions, such as "last Sunday", to the days they mean from the date of their text.

`DateResolver` does so for one language, whose words it is given; its `resolve` lists what each expression means.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from dossier.detect.date_mentions import DateGroup, DateMention, Link
from dossier.detect.date_rules import SAME_DAY, DateRule, day_offset_range, monday, month_start
from dossier.edtf.parse import WEEKDAYS, Edtf

UNKNOWN = Edtf.parse("XXXX")
_SEASONS = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "q1": 33, "q2": 34, "q3": 35, "q4": 36,
    "h1": 40, "h2": 41,
}  # fmt: skip
TimeUnit = Literal["hour", "day", "week", "fortnight", "month", "year"]
Which = Literal["", "last", "this", "next", "coming", "after", "before"]
"""Which of several weekdays or months a word means: the previous one ("last"), or that of a day spoken of ("after")."""


class Distance(NamedTuple):
    """A length of time before or after a day: "two days later", "within 30 days", "days ago".

    `number` is None where the text has none; `way` is "" for "over two days", which has no end. `counts_from_text`
    holds for "ago" and "within": the day is that of the text, not one that it speaks of.
    """

    text: str
    unit: TimeUnit
    number: int | None
    way: Literal["back", "on", ""]
    counts_from_text: bool = False


@dataclass(frozen=True, eq=False)
class DateWords:
    """How a language writes calendar expressions: what finds them, and what its phrases mean.

    `find_distances` is for those from a day that the words name ("two days later"), `find_durations` for those that are
    just a length ("within 30 days", "two days"). `which_of` tells which weekday or month an expression with "last" or
    "next" means.
    """

    find_groups: Callable[[str], list[DateGroup]]
    find_distances: Callable[[str], list[Distance]]
    find_durations: Callable[[str], list[Distance]]
    phrases: Mapping[str, DateRule]
    which_of: Callable[[DateMention], Which]
    is_from_another_day: Callable[[str], bool]
    """Whether a phrase without a distance counts from a day of which its text speaks: "the same day"."""
    days_from_easter: Mapping[str, int]


class DateResolver:
    """Resolves the calendar expressions of one language."""

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def resolve(self, phrase: str, anchor: Edtf) -> Edtf | None:
        """Return the day or days that `phrase` means, seen from `anchor`; None if that cannot be worked out.

        - A whole date, or a month or year with its number: itself. `02/01/2019`: either of its two readings.
        - "Jan. 23": in the year that brings it nearest to the anchor; of two equally near, the earlier.
        - "Feb. 22-23", "from 3 to 5 March", "January–March 2019": the interval. "between 3 and 5 March": some day of
          these (`[a..b]`). "3 and 4 March": both (`{…}`), "3 or 4 March": one of them (`[…]`).
        - "May": the anchor's own month, otherwise the previous or the next May. "last May": this year's or last year's,
          if before the anchor. "next May": likewise after it.
        - "Sunday": the latest on or before the anchor. "last Sunday": the latest before the anchor, or the one in the
          previous ISO week. "next Sunday": likewise after it. "this Sunday": the one in the anchor's ISO week.
        - "this coming Sunday": the first after the anchor.
        - "yesterday", "the next day": that day. "that day": the anchor. "last night": the day before and the anchor.
        - "last week", "next week", "this week": some day of the ISO week; on a Sunday, "last week" may be the one
          about to end.
        - "this weekend": some day from Friday to Sunday. On Monday it is the weekend just over; from Tuesday to
          Thursday either that or the coming one. "the weekend": likewise, and from Friday to Sunday also the one
          before. "last weekend": that of the previous ISO week. "next weekend": one of the next two. Several
          readings: the set of which one is meant.
        - "last", "this", "next" month or year: the calendar month or year.
        - "days after", without a number: one to seven days after; "days ago": likewise before. Other units: None.
        - "two days later", "within 30 days", "in eight days", "72 hours": some day from the anchor to that much after
          it. "two days ago", "the past two years": from that much before to the anchor. Counted in months or years,
          the far end is the whole month or year. A phrase that states such a distance is resolved by it alone.
        - A phrase with several expressions of different meaning that are no list, or with none: None.

        If the anchor is more than one day, the phrase is resolved from its first and from its last day. The result is
        then the set of matching days between (`[2019-02-21,2019-02-28]`), or of all days if more than ten match.
        """
        with suppress(ValueError, OverflowError):
            if distance := self._distance_in(phrase):
                return _from_distance(distance, *_ends(anchor))
            meanings = {self._resolve_group(group, anchor) for group in self._words.find_groups(phrase)}
            return meanings.pop() if len(meanings) == 1 else None
        return None

    def resolve_coming_weekday(self, phrase: str, anchor: Edtf) -> Edtf | None:
        """Return the day or days that "Monday" or "this Monday" means of what is to come: the first from `anchor` on.

        None for any phrase but one weekday, or one list of them.
        """
        groups = self._words.find_groups(phrase)
        if len(groups) != 1 or self._distance_in(phrase):
            return None
        for mention in groups[0].mentions:
            is_other = mention.kind == "relative" and self._words.which_of(mention) != "this"
            if not mention.weekday or mention.month or is_other:
                return None
        with suppress(ValueError, OverflowError):
            ends = _ends(anchor)
            return _join_dates([_recurring(mention, "ahead", *ends) for mention in groups[0].mentions], groups[0].link)
        return None

    def resolve_group(self, group: DateGroup, anchor: Edtf) -> Edtf | None:
        """Return the day or days that calendar expressions of a text mean, seen from `anchor`; None if none exist."""
        with suppress(ValueError, OverflowError):
            return self._resolve_group(group, anchor)
        return None

    def resolve_mention(self, mention: DateMention, anchor: Edtf) -> Edtf | None:
        """Return the day or days that one calendar expression means, seen from `anchor`; None if that is unknown."""
        return self.resolve_group(DateGroup((mention,)), anchor)

    def dates_given(self, group: DateGroup, anchor: Edtf = UNKNOWN) -> tuple[Edtf, ...]:
        """Return the dates that an expression gives: its own, each of a list, and the period of adjoining days.

        "3 and 4 March 2019" gives both days, the set of both, and the days from the 3rd to the 4th; "between 3 and 5
        March 2019" some day of these, or all.
        """
        date = self.resolve_group(group, anchor)
        if date is None:
            return ()
        if group.link == "between" or group.mentions[0].link == "between":
            return (date, Edtf.parse(date.text.strip("[]").replace("..", "/")))
        if not date.is_all_of:
            season = group.mentions[0].season or ""
            if season[1:].isdigit() and date.earliest and date.latest:  # A quarter has the same months everywhere.
                return (date, _interval(date.earliest, date.latest))
            is_winter = date.is_one_of and season
            return (date, Edtf.parse(date.text[1:-1].split(",")[1])) if is_winter else (date,)
        members = [Edtf.parse(member) for member in date.text.strip("{}").split(",")]
        gaps = [(after.earliest, before.latest) for before, after in pairwise(members)]
        adjoin = all(start and end and (start - end).days == 1 for start, end in gaps)
        return (date, *members, *([Edtf.parse(f"{members[0]}/{members[-1]}")] if adjoin else []))

    def counts_from_another_day(self, phrase: str) -> bool:
        """Return whether a phrase counts from a day of which its text speaks: "two days after", "the same day"."""
        distances = self._words.find_distances(phrase)
        return not distances[0].counts_from_text if distances else self._words.is_from_another_day(phrase)

    def is_end_of_distance(self, phrase: str, meant: Edtf, date: Edtf) -> bool:
        """Return whether a date is the day at the end of a distance in days: "two days later", "three days ago"."""
        distances = self._words.find_distances(phrase)
        is_in_days = bool(distances) and distances[0].unit == "day" and distances[0].number is not None
        return is_in_days and date.is_day and date.earliest in (meant.earliest, meant.latest)

    def has_distance(self, phrase: str) -> bool:
        """Return whether a phrase has a length of time before or after a day, such as "two days later"."""
        return bool(self._words.find_distances(phrase))

    def has_duration(self, phrase: str) -> bool:
        """Return whether a phrase has a length of time that names no day, such as "within 30 days"."""
        return bool(self._words.find_durations(phrase))

    def distances_in(self, text: str) -> list[str]:
        """Return the words of every length of time in a text."""
        return [found.text for found in (*self._words.find_distances(text), *self._words.find_durations(text))]

    def _distance_in(self, phrase: str) -> Distance | None:
        return next(iter(self._words.find_distances(phrase) or self._words.find_durations(phrase)), None)

    def _resolve_group(self, group: DateGroup, anchor: Edtf) -> Edtf | None:
        return _join_dates([self._resolve_mention(mention, anchor) for mention in group.mentions], group.link)

    def _resolve_mention(self, mention: DateMention, anchor: Edtf) -> Edtf | None:
        """Return what one expression means; raise ValueError for a day that does not exist."""
        if mention.kind == "relative":
            return self._resolve_phrase(mention, anchor)
        if mention.kind == "fiscal":
            return None
        if mention.is_span and mention.year:
            return _span(mention.year, mention.text[5:], may_be_month="-" in mention.text)
        if mention.holiday:
            days_after = self._words.days_from_easter[mention.holiday]
            return _nearest_holiday(mention, days_after, *((None, None) if mention.year else _ends(anchor)))
        if mention.kind == "year" and mention.year:
            return Edtf.parse(f"{mention.year // 10}X" if mention.text.endswith("s") else f"{mention.year}")
        if mention.season:
            return _season(mention)
        if mention.days:
            days = [self._resolve_mention(mention._replace(day=day, days=()), anchor) for day in mention.days]
            return _join_dates(days, mention.link)
        if mention.year and mention.kind == "date":
            return _full_date(mention)
        if mention.year:
            return Edtf.parse(f"{mention.year:04}-{mention.month:02}")
        if mention.month and mention.day:
            return _nearest_year(mention.month, mention.day, *_ends(anchor))
        return _recurring(mention, "", *_ends(anchor))

    def _resolve_phrase(self, mention: DateMention, anchor: Edtf) -> Edtf | None:
        """Return what a phrase such as "last week" or "last Sunday" means."""
        if distance := self._distance_in(mention.text):
            return _from_distance(distance, *_ends(anchor))
        rule = self._words.phrases.get(" ".join(mention.text.lower().split()))
        if rule is SAME_DAY:
            return anchor
        earliest, latest = _ends(anchor)
        if rule is not None and earliest == latest and len(readings := rule(earliest)) > 1:
            return Edtf.parse(f"[{','.join(f'{first}..{last}' for first, last in readings)}]")
        if rule is not None:
            return _some_day(rule(earliest)[0][0], rule(latest)[-1][1])
        return _recurring(mention, self._words.which_of(mention), earliest, latest)


def _from_distance(distance: Distance, earliest: date, latest: date) -> Edtf | None:
    """Return the days from the anchor to a distance before or after it; None for "for two days", which has no end."""
    if not distance.way:
        return None
    is_backward = distance.way == "back"
    if distance.number is None:
        if distance.unit != "day":
            return None
        rule = day_offset_range(-7, -1) if is_backward else day_offset_range(1, 7)
        return _some_day(rule(earliest)[0][0], rule(latest)[0][1])
    if is_backward:
        return Edtf.parse(f"[{_shift(earliest, -distance.number, distance.unit)}..{latest}]")
    return Edtf.parse(f"[{earliest}..{_shift(latest, distance.number, distance.unit)}]")


def _recurring(mention: DateMention, which: str, earliest: date, latest: date) -> Edtf | None:
    """Return every weekday or month without a year that may be meant; `which` is "last", "this", "next" or ""."""
    if mention.weekday:
        return _one_of([f"{day}" for day in _weekdays(WEEKDAYS.index(mention.weekday), which, earliest, latest)])
    if mention.month:
        return _one_of([f"{year:04}-{mention.month:02}" for year in _years(mention.month, which, earliest, latest)])
    return None


def _nearest_holiday(mention: DateMention, days_after: int, earliest: date | None, latest: date | None) -> Edtf:
    """Return a day that follows from Easter, of the printed year or else the one nearest to the anchor."""
    if mention.year or earliest is None or latest is None:
        return Edtf.parse(str(_easter(mention.year or 1) + timedelta(days_after)))
    days = [_easter(year) + timedelta(days_after) for year in range(earliest.year - 1, latest.year + 2)]
    return Edtf.parse(str(min(days, key=lambda day: max(earliest - day, day - latest, timedelta(0)))))


def _season(mention: DateMention) -> Edtf:
    """Return a season in EDTF; the winter of one year may begin in it or before it."""
    year, code = mention.year or 0, _SEASONS[mention.season or "winter"]
    if mention.season == "winter" and not re.search(r"[0-9]{4}[-–/]", mention.text):
        return Edtf.parse(f"[{year - 1:04}-{code},{year:04}-{code}]")
    return Edtf.parse(f"{year:04}-{code}")


def _join_dates(dates: Sequence[Edtf | None], link: Link) -> Edtf | None:
    """Return several dates as one: both, one of them, from the first to the last, or some day of these."""
    found = [date for date in dates if date is not None]
    if len(found) < len(dates) or not link:
        return found[0] if len(found) == len(dates) == 1 else None
    if any(date.is_one_of or date.is_all_of for date in found):
        return None
    if link == "to":
        return Edtf.parse(f"{found[0]}/{found[-1]}")
    if link == "between":
        return Edtf.parse(f"[{found[0]}..{found[-1]}]")
    members = ",".join(map(str, found))
    return Edtf.parse(f"{{{members}}}" if link == "and" else f"[{members}]")


def _ends(anchor: Edtf) -> tuple[date, date]:
    if anchor.earliest is None or anchor.latest is None:
        raise ValueError("an open or unknown date cannot be an anchor")
    return anchor.earliest, anchor.latest


def _span(year: int, end: str, *, may_be_month: bool) -> Edtf:
    """Return the years from one to the next that ends in `end`; "2011-12" may also be December 2011."""
    last = year + (int(end) - year) % 100
    if may_be_month and 1 <= int(end) <= 12:
        return Edtf.parse(f"[{year:04}-{end},{year:04}..{last:04}]")
    return Edtf.parse(f"{year:04}/{last:04}")


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _full_date(mention: DateMention) -> Edtf:
    if mention.month and mention.day:
        return Edtf.parse(f"{mention.year:04}-{mention.month:02}-{mention.day:02}")
    first, second, year = mention.text.split("/")
    return _one_of([f"{year}-{first:0>2}-{second:0>2}", f"{year}-{second:0>2}-{first:0>2}"])


def _one_of(dates: Sequence[str]) -> Edtf:
    """Return the only date, or the set of those of which one is meant, from the first to the last if more than ten."""
    ordered = sorted(set(dates))
    if len(ordered) == 1:
        return Edtf.parse(ordered[0])
    return Edtf.parse(f"[{','.join(ordered)}]" if len(ordered) <= 10 else f"[{ordered[0]}..{ordered[-1]}]")


def _interval(first: date, last: date) -> Edtf:
    """Return the days from first to last, all of them, written in years or months if they are whole ones."""
    return Edtf.parse("/".join(_ends_in_digits(first, last)))


def _some_day(first: date, last: date) -> Edtf:
    """Return some day from first to last, written in years or months if they are whole ones."""
    ends = _ends_in_digits(first, last)
    return Edtf.parse(f"[{'..'.join(ends)}]" if len(ends) > 1 else ends[0])


def _ends_in_digits(first: date, last: date) -> list[str]:
    """Return both ends of a period as days, or as months or years if these are whole; one if they are the same."""
    digits = 10
    if first.day == 1 and (last + timedelta(1)).day == 1:
        digits = 4 if (first.month, last.month) == (1, 12) else 7
    return list(dict.fromkeys((first.isoformat()[:digits], last.isoformat()[:digits])))


def _nearest_year(month: int, day: int, earliest: date, latest: date) -> Edtf:
    """Return the day in the year nearest to the anchor; within eight years either way there is a 29 February."""
    days = []
    for year in range(earliest.year - 8, latest.year + 9):
        with suppress(ValueError):
            days.append(date(year, month, day))
    distances = [max(earliest - candidate, candidate - latest, timedelta(0)) for candidate in days]
    least = min(distances)
    nearest = [str(candidate) for candidate, distance in zip(days, distances, strict=True) if distance == least]
    return _one_of(nearest if least == timedelta(0) else nearest[:1])


def _weekdays(weekday: int, which: str, earliest: date, latest: date) -> list[date]:
    """Return the days of that weekday (Monday is 0) that may be meant."""
    after, before = (weekday - earliest.weekday() - 1) % 7 + 1, (earliest.weekday() - weekday) % 7
    in_week = timedelta(weekday)
    first, last = {
        "": (earliest - timedelta(before), latest),
        "last": (monday(earliest) - timedelta(7) + in_week, latest - timedelta(1)),
        "this": (monday(earliest) + in_week, monday(latest) + in_week),
        "after": (earliest + timedelta(after), latest + timedelta((weekday - latest.weekday() - 1) % 7 + 1)),
        "before": (earliest - timedelta(before or 7), latest - timedelta(1)),
        "next": (earliest + timedelta(after), monday(latest) + timedelta(7) + in_week),
        "coming": (earliest + timedelta(after), latest + timedelta((weekday - latest.weekday() - 1) % 7 + 1)),
        "ahead": (
            earliest + timedelta((weekday - earliest.weekday()) % 7),
            latest + timedelta((weekday - latest.weekday()) % 7),
        ),
    }[which]
    return [first + timedelta(days) for days in range(0, (last - first).days + 1, 7)]


def _years(month: int, which: str, earliest: date, latest: date) -> range:
    """Return the years whose `month` may be meant."""
    first, last = {
        "": (earliest.year - (earliest.month < month), latest.year + (latest.month > month)),
        "last": (earliest.year - 1, latest.year - (latest.month <= month)),
        "this": (earliest.year, latest.year),
        "next": (earliest.year + (earliest.month >= month), latest.year + 1),
        "coming": (earliest.year + (earliest.month >= month), latest.year + (latest.month >= month)),
    }[which]
    return range(first, last + 1)


def _shift(day: date, count: int, unit: str) -> str:
    """Return the EDTF date `count` units on: a day (part of a day counts as one), or a month or year."""
    if unit == "year":
        return f"{day.year + count:04}"
    if unit == "month":
        return month_start(day, count).isoformat()[:7]
    days, rest = divmod(abs(count) * {"hour": 1, "day": 24, "week": 168, "fortnight": 336}[unit], 24)
    days += rest > 0
    return str(day + timedelta(days if count > 0 else -days))
