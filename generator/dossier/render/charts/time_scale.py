"""The scale of a timeline: the period that has most of the dates, and the days that are marked on it.

Horizontal positions are percentages of a track's width.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil
from typing import NamedTuple

from dossier.edtf.format import format_month, month_name, short_month_name
from dossier.edtf.parse import Edtf

COVERED_FRACTION = 0.9
"""The scale covers the shortest period with this fraction of the dates."""
EXTENSION = 0.25
"""It is extended to further dates within this fraction of its length, and to the ends of their months or years."""
MIN_DAYS_OF_MONTHS, MIN_DAYS_OF_YEARS = 32, 1000
"""A scale of so many days is extended to whole months, or to whole years."""
EDGE_WIDTH = 4.0
"""At either end of a track, for arrows to what is off the scale."""
MAX_GRID_LINES = 6
GRID_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months from one grid line to the next, as few as MAX_GRID_LINES allows."""
MAX_DAYS_WITH_DAYS, MAX_DAYS_WITH_WEEKS, MAX_DAYS_WITH_MONTHS, MAX_DAYS_WITH_QUARTERS = 16, 100, 550, 1600
"""A scale of so many days at most has ticks for days or weeks of its months, or for months or quarters of its years."""
WEEK_DAYS = (1, 8, 15, 22)
"""The days of a month that have a tick."""
ROOM_OF_MONTH, ROOM_OF_YEAR = 22.0, 8.0
"""What the label of the first month or year needs before the next one."""


class Tick(NamedTuple):
    """A day on the scale, with the label of what begins there: a month or a year (`is_major`), or a part of it."""

    day: date
    label: str
    is_major: bool


class TimeScale(NamedTuple):
    """The first and the last day of the scale of tracks, and the days with a grid line."""

    first: date
    last: date
    grid: tuple[date, ...]

    @property
    def days(self) -> int:
        """How many days the scale has."""
        return (self.last - self.first).days + 1

    def position(self, day: date, elapsed: float = 0) -> float:
        """Return the position of a day, of which the fraction `elapsed` is over; 0 before and 100 after the scale."""
        if day < self.first:
            return 0
        if day > self.last:
            return 100
        return EDGE_WIDTH + ((day - self.first).days + elapsed) / self.days * (100 - 2 * EDGE_WIDTH)

    def ends(self, first: date | None, last: date | None) -> tuple[float, float]:
        """Return the positions of the beginning of a first and the end of a last day; None is an end of the track."""
        return self.position(first) if first else 0.0, self.position(last, elapsed=1) if last else 100.0

    def ticks(self) -> tuple[Tick, ...]:
        """Return the labelled days, those of months or years first; a day that begins a part too is there twice."""
        if self.days <= MAX_DAYS_WITH_WEEKS:
            days = (date.fromordinal(day) for day in range(self.first.toordinal(), self.last.toordinal() + 1))
            has_all = self.days <= MAX_DAYS_WITH_DAYS
            minor = [Tick(day, str(day.day), is_major=False) for day in days if has_all or day.day in WEEK_DAYS]
            return (*self._month_ticks(), *minor)
        interval = 1 if self.days <= MAX_DAYS_WITH_MONTHS else 3
        months = _months(self.first, self.last, interval) if self.days <= MAX_DAYS_WITH_QUARTERS else ()
        minor = [Tick(month, short_month_name(month.month), is_major=False) for month in months]
        years = [day for day in (*self.grid, *(tick.day for tick in minor)) if day.month == day.day == 1]
        major = [Tick(day, str(day.year), is_major=True) for day in self._with_first(sorted(set(years)), ROOM_OF_YEAR)]
        return (*major, *minor)

    def _month_ticks(self) -> Iterator[Tick]:
        """Yield a tick for each month, the first one and Januaries with the year."""
        for index, day in enumerate(self._with_first(list(_months(self.first, self.last, 1)), ROOM_OF_MONTH)):
            has_year = index == 0 or day.month == 1
            yield Tick(day, format_month(f"{day:%Y-%m}") if has_year else month_name(day.month), is_major=True)

    def _with_first(self, days: list[date], room: float) -> list[date]:
        """Return the days with the first of the scale before them, if there is room for its label."""
        has_room = not days or self.position(days[0]) - EDGE_WIDTH > room
        return [self.first, *days] if has_room else days


def build_scale(dates: Iterable[Edtf | None]) -> TimeScale | None:
    """Return the scale for these dates, None if none of them has both a first and a last day."""
    bounds = [(edtf.earliest, edtf.latest) for edtf in dates if edtf is not None]
    days = sorted(day for earliest, latest in bounds if earliest and latest for day in (earliest, latest))
    if not days:
        return None
    covered = ceil(len(days) * COVERED_FRACTION) - 1
    first, last = min(zip(days, days[covered:], strict=False), key=lambda ends: (ends[1] - ends[0], ends))
    extension = (last - first) * EXTENSION
    first = next(day for day in days if first - day <= extension)
    last = next(day for day in reversed(days) if day - last <= extension)
    first, last = _round_to_units(first, last)
    return TimeScale(first, last, _grid(first, last))


def _round_to_units(first: date, last: date) -> tuple[date, date]:
    """Return the first and the last day of the months, or years, that have the given days, unless that adds much."""
    length = (last - first).days + 1
    if length < MIN_DAYS_OF_MONTHS:
        return first, last
    by_year = length >= MIN_DAYS_OF_YEARS
    start = date(first.year, 1 if by_year else first.month, 1)
    following = (last.year * 12 + 12) if by_year else (last.year * 12 + last.month)
    if following // 12 > date.max.year:
        return first, last
    end = date.fromordinal(date(following // 12, following % 12 + 1, 1).toordinal() - 1)
    most = length * EXTENSION
    return start if (first - start).days <= most else first, end if (end - last).days <= most else last


def _grid(first: date, last: date) -> tuple[date, ...]:
    """Return the first days of some months on the scale, at most MAX_GRID_LINES of them."""
    months = len(range(first.year * 12 + first.month, last.year * 12 + last.month))
    interval = next(interval for interval in GRID_MONTHS if months // interval < MAX_GRID_LINES)
    return tuple(day for day in _months(first, last, interval) if day > first)


def _months(first: date, last: date, interval: int) -> Iterator[date]:
    """Yield the first day of every so many months from `first` to `last`."""
    start = first.year * 12 + first.month - (first.day == 1)
    for month in range(start, last.year * 12 + last.month):
        if month % interval == 0:
            yield date(month // 12, month % 12 + 1, 1)
