"""Dates in EDTF, the Extended Date/Time Format (ISO 8601-2:2019), of the years 0001 to 9999.

Levels 0 to 2: dates with qualifiers and unspecified digits, seasons, intervals and sets; no long or negative years.

Only an interval has a start and an end: `a/b` lasted from a to b, `../b` ended on b, `a/..` started on a. A set in
brackets says on which days something may have been: `[a..b]` on some day from a to b, `[..b]` on b or earlier, `[a..]`
on a or later. `2019-01` is some day of January 2019.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OUT_OF_RANGE = "years run from 0001 to 9999"

_SEASONS = {  # Code: first and last month. 21 to 24 name no hemisphere; they are read as northern, as is usual.
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14), "25": (3, 5), "26": (6, 8), "27": (9, 11),
    "28": (12, 14), "29": (9, 11), "30": (12, 14), "31": (3, 5), "32": (6, 8), "33": (1, 3), "34": (4, 6),
    "35": (7, 9), "36": (10, 12), "37": (1, 4), "38": (5, 8), "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip
_SEASON = re.compile(r"([0-9]{4})-(2[1-9]|3[0-9]|4[01])[?~%]?")
_DATE = re.compile(r"[?~%]?([0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:T[0-9:Z+-]+)?)?)?")
"""A year, then optionally a month, a day and a time of day, with qualifiers at any place."""
_QUALIFIED = re.compile(
    r"""[0-9X]+(-[0-9X]+)*[?~%]                        # at the end: of the whole date
      | [0-9X]+-[0-9X]+[?~%]-[0-9X]+                   # after the month: of year and month
      | ([?~%]?[0-9X]+|[0-9X]+[?~%])(-[?~%]?[0-9X]+)*  # before a part: of that part; after the year: of the year
    """,
    re.VERBOSE,
)
"""The places of qualifiers in a date (levels 1 and 2)."""
_TIME = re.compile(
    r"""(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)
        (Z|[+-]((0[1-9]|1[0-3])(:[0-5][0-9])?|14:00|00:(0[1-9]|[1-5][0-9])))?
    """,
    re.VERBOSE,
)
"""A time of day with seconds, and optionally its offset from UTC (level 0)."""


class DatePart(NamedTuple):
    """A range of days: a date, an interval, or a member of a set. None is an open or unknown end.

    `mask` is an ISO date, or its beginning, in which `X` is any digit; it is empty if every day of the range counts.
    """

    mask: str
    earliest: date | None
    latest: date | None

    def may_be(self, day: date) -> bool:
        """Return whether `day` may be meant."""
        return (
            (self.earliest is None or self.earliest <= day)
            and (self.latest is None or day <= self.latest)
            and _fits_mask(day.isoformat(), self.mask)
        )

    def overlaps_part(self, other: "DatePart") -> bool:
        """Return whether some day may belong to both; of two ranges, every day from first to last counts."""
        for part, single_day in ((self, other), (other, self)):
            if single_day.earliest is not None and single_day.earliest == single_day.latest:
                return part.may_be(single_day.earliest)
        return not (_is_before(self.latest, other.earliest) or _is_before(other.latest, self.earliest))


def parse_parts(text: str) -> Iterator[DatePart]:
    """Yield the parts of a date. A ValueError has the reason, or no message if the text is not EDTF at all."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        if "," not in text and ".." not in text:
            raise ValueError
        for member in text[1:-1].split(","):
            yield _parse_range(member, "..") if ".." in member else _parse_untimed_date(member)
    elif "/" in text:
        yield _parse_range(text, "/")
    else:
        yield _parse_date(text)


def _parse_range(text: str, separator: str) -> DatePart:
    """Parse an interval, or consecutive dates in a set; a missing end and `..` both mean no limit."""
    start, _, end = text.partition(separator)
    first = None if start in ("", "..") else _parse_untimed_date(start)
    last = None if end in ("", "..") else _parse_untimed_date(end)
    if first is None and last is None:
        raise ValueError("it needs a date at one end at least, such as 2019-02-23/..")
    if first and last and _is_before(last.latest, first.earliest):
        raise ValueError(f"it ends before it starts; write {end}{separator}{start}")
    return DatePart("", first and first.earliest, last and last.latest)


def _parse_untimed_date(text: str) -> DatePart:
    """Parse a date in an interval or set, where EDTF has no time of day."""
    if "T" in text:
        raise ValueError("only a single date may have a time of day; leave it out")
    return _parse_date(text)


def _parse_date(text: str) -> DatePart:
    if season := _SEASON.fullmatch(text):
        return _season(int(season[1]), *_SEASONS[season[2]])
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(OUT_OF_RANGE if re.match(r"-[0-9]{4}|Y|[0-9]{5,7}(-|$)", text) else "")
    year, month, day = (digits or "XX" for digits in match.groups())
    mask = f"{year}-{month}-{day}"
    earliest, latest = next(_days(mask), None), next(_days(mask, -1), None)
    if earliest is None or latest is None:
        raise ValueError(_explain_invalid_day(year, month, day))
    calendar_date, has_time, time = text.partition("T")
    is_qualified = re.search("[?~%]", calendar_date) is not None
    if not _QUALIFIED.fullmatch(calendar_date) or (has_time and (is_qualified or not _TIME.fullmatch(time))):
        raise ValueError
    return DatePart(mask, None, None) if year == "XXXX" else DatePart(mask, earliest, latest)


def _season(year: int, first_month: int, last_month: int) -> DatePart:
    """Return the months of a season; winter ends in February of the next year, which is month 14."""
    end_year, end_month = year + (last_month > 12), (last_month - 1) % 12 + 1
    if not 1 <= year <= end_year <= 9999:
        raise ValueError(OUT_OF_RANGE)
    return DatePart("", date(year, first_month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def _days(mask: str, step: int = 1) -> Iterator[date]:
    """Yield the days that fit a mask, earliest first, or latest first with a `step` of -1."""
    years = range(max(1, int(mask[:4].replace("X", "0"))), int(mask[:4].replace("X", "9")) + 1)
    for year in _fitting(mask[:4], years)[::step]:
        for month in _fitting(mask[5:7], range(1, 13))[::step]:
            for day in _fitting(mask[8:], range(1, monthrange(year, month)[1] + 1))[::step]:
                yield date(year, month, day)


def _fitting(mask: str, numbers: range) -> list[int]:
    """Return the numbers whose digits fit a mask."""
    if mask.strip("X") == "":
        return list(numbers)
    if "X" not in mask:
        return [int(mask)] if int(mask) in numbers else []
    return [number for number in numbers if _fits_mask(f"{number:0{len(mask)}}", mask)]


def _fits_mask(digits: str, mask: str) -> bool:
    return all(expected in ("X", digit) for expected, digit in zip(mask, digits, strict=False))


def _is_before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second


def _explain_invalid_day(year: str, month: str, day: str) -> str:
    if year == "0000":
        return OUT_OF_RANGE
    if not _fitting(month, range(1, 13)):
        return f"there is no month {month}; months run from 01 to 12, seasons from 21 to 41"
    if "X" in year + month or day == "00":
        return f"there is no day {day} in such a month"
    return f"{MONTHS[int(month) - 1]} {int(year)} has {monthrange(int(year), int(month))[1]} days"


EXAMPLES = (
    "2019-01-26", "2019-01", "2019", "2019-01-26~", "2019-02-2X", "2019-01-21/2019-01-27", "2019-02-23/..",
    "[2019-01-21..2019-01-27]",
)  # fmt: skip
MAX_LENGTH = 1000

_ENGLISH = (
    re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
)


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class Edtf:
    """A date in EDTF, made by `Edtf.parse`; equal if the text is equal, ordered by `sort_key`.

    `earliest` and `latest` are inclusive; None is an open or unknown end, also for both ends of the year `XXXX`.
    """

    text: str
    parts: tuple[DatePart, ...]
    earliest: date | None
    latest: date | None

    @staticmethod
    def parse(text: str) -> "Edtf":
        """Return the date in `text`, without white space around it and its commas.

        Raises ValueError, with the text and what would be valid, for anything but EDTF of the years 0001 to 9999.
        """
        if len(text) > MAX_LENGTH:
            raise ValueError(f"{text[:40]}…: a date has at most {MAX_LENGTH} characters")
        try:
            return _parse_normalized(",".join(piece.strip() for piece in text.split(",")))
        except ValueError as error:
            raise ValueError(f"{text.strip() or 'nothing'}: {str(error) or _suggestion(text.strip())}") from None

    @property
    def uncertain(self) -> bool:
        """Whether any part is uncertain: `?`, or `%` for uncertain and approximate."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether any part is approximate: `~`, or `%` for uncertain and approximate."""
        return "~" in self.text or "%" in self.text

    @property
    def is_one_of(self) -> bool:
        """Whether it is a set of which one member is meant: `[a,b]`."""
        return self.text.startswith("[")

    @property
    def is_all_of(self) -> bool:
        """Whether it is a set of which all members are meant: `{a,b}`."""
        return self.text.startswith("{")

    @property
    def is_interval(self) -> bool:
        """Whether it is a stretch of time, `a/b`, which has a start and an end, though each may be open or unknown."""
        return "/" in self.text

    @property
    def start(self) -> "Edtf | None":
        """The date on which an interval starts; None if that is open or unknown, and for any other date."""
        return self._interval_end(0)

    @property
    def end(self) -> "Edtf | None":
        """The date on which an interval ends; None if that is open or unknown, and for any other date."""
        return self._interval_end(1)

    def _interval_end(self, index: int) -> "Edtf | None":
        text = self.text.split("/")[index] if self.is_interval else ""
        return Edtf.parse(text) if text.strip(".") else None

    @property
    def is_day(self) -> bool:
        """Whether it is one calendar day; the day may be uncertain or approximate."""
        return len(self.parts) == 1 and bool(self.parts[0].mask) and None is not self.earliest == self.latest

    @property
    def weekday(self) -> str | None:
        """The English name of the day of the week, if this is one day."""
        return WEEKDAYS[self.earliest.weekday()] if self.is_day and self.earliest else None

    @property
    def sort_key(self) -> tuple[bool, date, bool, date, str]:
        """By first day, unknown last; then by last day, shorter first; then by text."""
        first, last = self.earliest or date.max, self.latest or date.max
        return self.earliest is None, first, self.latest is None, last, self.text

    def overlaps(self, other: "Edtf") -> bool:
        """Return whether some day may belong to both."""
        return any(mine.overlaps_part(theirs) for mine in self.parts for theirs in other.parts)

    def __lt__(self, other: "Edtf") -> bool:
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        description = (
            "A date in EDTF (ISO 8601-2:2019). `a/b` lasted from a to b, `../b` ended on b, `a/..` started on a; "
            "`[a..b]` is some day from a to b, `[..b]` is b or earlier, `[a..]` is a or later."
        )
        return {"type": "string", "format": "edtf", "description": description, "examples": list(EXAMPLES)}


def _validate(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if isinstance(value, str):
        return Edtf.parse(value)
    if isinstance(value, list | dict):  # YAML reads [a,b] and {a,b} as a list and a mapping.
        opening, closing = "[]" if isinstance(value, list) else "{}"
        raise ValueError(f'put a set of dates in quotation marks: "{opening}{",".join(map(str, value))}{closing}"')
    raise ValueError("write a date as text in EDTF, such as 2019-01-26")


def _parse_normalized(text: str) -> Edtf:
    """Parse text without white space; a ValueError has the reason, or no message if the text is not EDTF at all."""
    parts = tuple(parse_parts(text))
    firsts = [part.earliest for part in parts if part.earliest is not None]
    lasts = [part.latest for part in parts if part.latest is not None]
    return Edtf(
        text=text,
        parts=parts,
        earliest=min(firsts) if len(firsts) == len(parts) else None,
        latest=max(lasts) if len(lasts) == len(parts) else None,
    )


def _suggestion(text: str) -> str:
    """Return the end of a message: the EDTF that was probably meant, or examples."""
    for repaired in _repairs(text):
        with suppress(ValueError):
            prefix = "it in EDTF, as " if re.search("[A-Za-z]{3}", text) else ""
            return f"write {prefix}{_parse_normalized(repaired)}"
    return f"write it in EDTF, as one of {', '.join(EXAMPLES)}"


def _repairs(text: str) -> Iterator[str]:
    """Yield what the text may have meant: padded, in this edition of EDTF, without spaces, translated from English."""
    yield re.sub(r"(?<![0-9-])([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?![0-9])", _pad, text)
    yield text.replace("unknown", "").replace("open", "..").replace("u", "X").replace("x", "X")
    yield re.sub(r"\s", "", text).replace("–", "-")
    yield re.sub(r"([0-9]{4})([0-9]{2})([0-9]{2})", r"\1-\2-\3", text)
    yield re.sub(r"(T[0-9]{2}:[0-9]{2})(?!:)", r"\1:00", text)
    yield text.strip("[]{}")
    for pattern in _ENGLISH:
        if match := pattern.fullmatch(text):
            yield _from_english(**match.groupdict())


def _pad(match: re.Match[str]) -> str:
    return "-".join(number.zfill(2) for number in match.groups() if number)


def _from_english(year: str, month: str, day: str = "") -> str:
    """Return an English date as EDTF, with month 00, which is invalid, if `month` is not the name of a month."""
    names = enumerate((name.lower() for name in MONTHS), 1)
    number = next((number for number, name in names if name.startswith(month.lower())), 0)
    return f"{year}-{number:02}" + (f"-{day:0>2}" if day else "")
