"""The parts of an EDTF date: a calendar date with unspecified digits, a season, an interval, the members of a set."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OUT_OF_RANGE = "years run from 0001 to 9999"

_SEASONS = {  # Code: first and last month. 21 to 24 name no hemisphere and are read as northern, as is usual.
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14), "25": (3, 5), "26": (6, 8), "27": (9, 11),
    "28": (12, 14), "29": (9, 11), "30": (12, 14), "31": (3, 5), "32": (6, 8), "33": (1, 3), "34": (4, 6),
    "35": (7, 9), "36": (10, 12), "37": (1, 4), "38": (5, 8), "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip
_SEASON = re.compile(r"([0-9]{4})-(2[1-9]|3[0-9]|4[01])[?~%]?")
_DATE = re.compile(
    r"[?~%]?([0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:T[0-9:Z+-]+)?)?)?"
)  # A year, a month, a day and a time of day, each but the first optional; any part may be qualified.


class Part(NamedTuple):
    """A stretch of days: a date, an interval, or a member of a set. None is an open or unknown end.

    `mask` is an ISO date, or its beginning, in which `X` stands for any digit; empty where every day between counts.
    """

    mask: str
    earliest: date | None
    latest: date | None

    def holds(self, day: date) -> bool:
        """Whether `day` may be meant."""
        return (
            (self.earliest is None or self.earliest <= day)
            and (self.latest is None or day <= self.latest)
            and _fits(self.mask, day.isoformat())
        )

    def meets(self, other: "Part") -> bool:
        """Whether some day may belong to both; between two stretches, every day from first to last counts."""
        for one, two in ((self, other), (other, self)):
            if two.earliest is not None and two.earliest == two.latest:
                return one.holds(two.earliest)
        return not (_before(self.latest, other.earliest) or _before(other.latest, self.earliest))


def parts_of(text: str) -> Iterator[Part]:
    if text[:1] + text[-1:] in ("[]", "{}"):
        if "," not in text and ".." not in text:
            raise ValueError
        for member in text[1:-1].split(","):
            yield _stretch(member, "..") if ".." in member else _untimed(member)
    elif "/" in text:
        yield _stretch(text, "/")
    else:
        yield _date(text)


def _stretch(text: str, mark: str) -> Part:
    """An interval, or consecutive dates in a set; a missing end and `..` are both no bound."""
    start, _, end = text.partition(mark)
    first = None if start in ("", "..") else _untimed(start)
    last = None if end in ("", "..") else _untimed(end)
    if first is None and last is None:
        raise ValueError("it needs a date at one end at least, as 2019-02-23/..")
    if first and last and _before(last.latest, first.earliest):
        raise ValueError(f"it ends before it starts; write {end}{mark}{start}")
    return Part("", first and first.earliest, last and last.latest)


def _untimed(text: str) -> Part:
    """A date inside an interval or set, where EDTF knows no time of day."""
    if "T" in text:
        raise ValueError("a time of day stands only with a single date; leave it out")
    return _date(text)


def _date(text: str) -> Part:
    if season := _SEASON.fullmatch(text):
        return _season(int(season[1]), *_SEASONS[season[2]])
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(OUT_OF_RANGE if re.match(r"-[0-9]{4}|Y|[0-9]{5,7}(-|$)", text) else "")
    year, month, day = (digits or "XX" for digits in found.groups())
    mask = f"{year}-{month}-{day}"
    earliest, latest = next(_days(mask), None), next(_days(mask, -1), None)
    if earliest is None or latest is None:
        raise ValueError(_day_fault(year, month, day))
    if re.search(r"[?~%T]", text) and not _is_edtf(text, earliest):
        raise ValueError
    return Part(mask, None, None) if year == "XXXX" else Part(mask, earliest, latest)


def _is_edtf(text: str, day: date) -> bool:
    """Ask the `edtf` library about qualifiers and the time of day.

    It stumbles over `X`, and prints when it does, so it is asked about a day that fits in its stead.
    """
    import edtf  # Here because importing it takes 136 ms, and most dates are plain.

    numbers = iter((f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"))
    calendar, clock, time = text.partition("T")
    return edtf.is_valid_edtf(re.sub(r"[0-9X]+", lambda _: next(numbers), calendar) + clock + time)


def _season(year: int, first: int, last: int) -> Part:
    """A part of a year; a winter runs into February of the next, which is month 14."""
    end_year, end_month = year + (last > 12), (last - 1) % 12 + 1
    if not 1 <= year <= end_year <= 9999:
        raise ValueError(OUT_OF_RANGE)
    return Part("", date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def _days(mask: str, step: int = 1) -> Iterator[date]:
    """The days that fit a mask, earliest first, or latest first with a `step` of -1."""
    years = range(max(1, int(mask[:4].replace("X", "0"))), int(mask[:4].replace("X", "9")) + 1)
    for year in _fitting(mask[:4], years)[::step]:
        for month in _fitting(mask[5:7], range(1, 13))[::step]:
            for day in _fitting(mask[8:], range(1, monthrange(year, month)[1] + 1))[::step]:
                yield date(year, month, day)


def _fitting(mask: str, numbers: range) -> list[int]:
    if "X" not in mask:
        return [int(mask)] if int(mask) in numbers else []
    return [number for number in numbers if _fits(mask, f"{number:0{len(mask)}}")]


def _fits(mask: str, digits: str) -> bool:
    return all(wanted in ("X", digit) for wanted, digit in zip(mask, digits, strict=False))


def _before(one: date | None, two: date | None) -> bool:
    return one is not None and two is not None and one < two


def _day_fault(year: str, month: str, day: str) -> str:
    if year == "0000":
        return OUT_OF_RANGE
    if not _fitting(month, range(1, 13)):
        return f"there is no month {month}; months run from 01 to 12, seasons from 21 to 41"
    if "X" in year + month or day == "00":
        return f"there is no day {day} in such a month"
    return f"{MONTHS[int(month) - 1]} {int(year)} has {monthrange(int(year), int(month))[1]} days"
