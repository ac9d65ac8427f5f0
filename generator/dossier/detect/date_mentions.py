"""Calendar expressions and times of day as the detectors of every language return them."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

Link = Literal["", "and", "or", "to", "between"]
"""How several days belong together: all of them, one of them, from the first to the last, or some day between these.

It is "" for a single one.
"""
DateKind = Literal["date", "season", "month", "year", "fiscal", "weekday", "relative"]
"""A fiscal year or quarter has no days: when it begins depends on whose it is."""
Part = Literal["", "early", "mid", "late"]
"""Which part of a month, a year or a decade is meant."""


class DateMention(NamedTuple):
    """A calendar expression: `start` and `end` count code points, end-exclusive.

    `year`, `month`, `day` are numbers and `weekday` an English name, as far as printed; else None. In a date such as
    `02/01/2019`, which may be read two ways, `month` and `day` are None. `days` are those of `Feb. 22-23` or "3 and 4
    March", and `link` says how they belong together; `day` is the first. `season` is that of "summer 2019". In
    "January–March 2019" both months have a year. Quarters and halves of a year are seasons too: "q3", "h1". `part` is
    "late" in "late 2018", of which the mention is "2018". `holiday` is the name of a day that follows from Easter.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None
    days: tuple[int, ...] = ()
    link: Link = ""
    season: str | None = None
    part: Part = ""
    holiday: str = ""

    @property
    def is_span(self) -> bool:
        """Whether it is two years, as "2019-20" or "2019/20"."""
        return self.kind == "year" and re.fullmatch("[0-9]{4}[-–/][0-9]{2}", self.text) is not None


class DateGroup(NamedTuple):
    """Calendar expressions that are a list ("Monday and Tuesday") or a range ("Jan. 30 to Feb. 2"), or just one."""

    mentions: tuple[DateMention, ...]
    link: Link = ""

    @property
    def has_year(self) -> bool:
        """Whether each expression has its year."""
        return all(mention.year is not None for mention in self.mentions)


class Time(NamedTuple):
    """A time of day as a text has it; `is_half_known` unless it may be in the morning or in the evening: "9:30"."""

    text: str
    hour: int
    minute: int
    is_half_known: bool

    def may_be(self, other: "Time") -> bool:
        """Return whether two times may be the same, on a clock of 12 hours if either is."""
        hours = 24 if self.is_half_known and other.is_half_known else 12
        return self.minute == other.minute and (self.hour - other.hour) % hours == 0


def share_year(members: Sequence[DateMention], link: Link) -> Iterator[DateMention]:
    """Yield the mentions with the year that only the last prints; a range over New Year's Day begins a year before."""
    last = members[-1]
    for member in members:
        if member.year is None and last.year is not None and member.month is not None and last.month is not None:
            if member.month <= last.month:
                yield member._replace(year=last.year)
            else:
                yield member._replace(year=last.year - 1) if link in ("to", "between") else member
        else:
            yield member
