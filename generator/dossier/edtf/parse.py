"""The parts of an EDTF date: a calendar date with unspecified digits, a season, an interval, the members of a set."""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import core_schema

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


class DatePart(NamedTuple):
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

    def meets(self, other: "DatePart") -> bool:
        """Whether some day may belong to both; between two stretches, every day from first to last counts."""
        for one, two in ((self, other), (other, self)):
            if two.earliest is not None and two.earliest == two.latest:
                return one.holds(two.earliest)
        return not (_before(self.latest, other.earliest) or _before(other.latest, self.earliest))


def parse_parts(text: str) -> Iterator[DatePart]:
    if text[:1] + text[-1:] in ("[]", "{}"):
        if "," not in text and ".." not in text:
            raise ValueError
        for member in text[1:-1].split(","):
            yield _stretch(member, "..") if ".." in member else _untimed(member)
    elif "/" in text:
        yield _stretch(text, "/")
    else:
        yield _date(text)


def _stretch(text: str, mark: str) -> DatePart:
    """An interval, or consecutive dates in a set; a missing end and `..` are both no bound."""
    start, _, end = text.partition(mark)
    first = None if start in ("", "..") else _untimed(start)
    last = None if end in ("", "..") else _untimed(end)
    if first is None and last is None:
        raise ValueError("it needs a date at one end at least, as 2019-02-23/..")
    if first and last and _before(last.latest, first.earliest):
        raise ValueError(f"it ends before it starts; write {end}{mark}{start}")
    return DatePart("", first and first.earliest, last and last.latest)


def _untimed(text: str) -> DatePart:
    """A date inside an interval or set, where EDTF knows no time of day."""
    if "T" in text:
        raise ValueError("a time of day stands only with a single date; leave it out")
    return _date(text)


def _date(text: str) -> DatePart:
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
    return DatePart(mask, None, None) if year == "XXXX" else DatePart(mask, earliest, latest)


def _is_edtf(text: str, day: date) -> bool:
    """Ask the `edtf` library about qualifiers and the time of day.

    It stumbles over `X`, and prints when it does, so it is asked about a day that fits in its stead.
    """
    import edtf  # Here because importing it takes 136 ms, and most dates are plain.

    numbers = iter((f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"))
    calendar, clock, time = text.partition("T")
    return edtf.is_valid_edtf(re.sub(r"[0-9X]+", lambda _: next(numbers), calendar) + clock + time)


def _season(year: int, first: int, last: int) -> DatePart:
    """A part of a year; a winter runs into February of the next, which is month 14."""
    end_year, end_month = year + (last > 12), (last - 1) % 12 + 1
    if not 1 <= year <= end_year <= 9999:
        raise ValueError(OUT_OF_RANGE)
    return DatePart("", date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


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


if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

__all__ = ["EXAMPLES", "MONTHS", "WEEKDAYS", "Edtf"]

EXAMPLES = ("2019-01-26", "2019-01", "2019", "2019-01-26~", "2019-02-2X", "2019-01-21/2019-01-27", "2019-02-23/..")
MAX_LENGTH = 1000

_ENGLISH = (
    re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
)


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class Edtf:
    """A date in EDTF, made by `Edtf.parse`; equal where the text is equal, ordered by `sort_key`.

    `earliest` and `latest` are inclusive; None is an open or unknown end, as is every end of a year `XXXX`.
    """

    text: str
    parts: tuple[DatePart, ...]
    earliest: date | None
    latest: date | None

    @staticmethod
    def parse(text: str) -> "Edtf":
        """Read a date. White space around it and after the commas of a set is dropped.

        Raises ValueError, with the text and what would be valid, for anything but EDTF of the years 0001 to 9999.
        """
        return _parse(text)

    @property
    def uncertain(self) -> bool:
        """Whether any of it is doubted: `?`, or `%` for both."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether any of it is about right only: `~`, or `%` for both."""
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
    def is_day(self) -> bool:
        """Whether it is one calendar day; the day may be uncertain or approximate."""
        return len(self.parts) == 1 and bool(self.parts[0].mask) and None is not self.earliest == self.latest

    @property
    def weekday(self) -> str | None:
        """The English name of the day of the week, where this is a day."""
        return WEEKDAYS[self.earliest.weekday()] if self.is_day and self.earliest else None

    @property
    def sort_key(self) -> tuple[bool, date, bool, date, str]:
        """By first day, unknown last; then by last day, shorter first; then by text."""
        first, last = self.earliest or date.max, self.latest or date.max
        return self.earliest is None, first, self.latest is None, last, self.text

    def overlaps(self, other: "Edtf") -> bool:
        """Whether some day may belong to both."""
        return any(mine.meets(theirs) for mine in self.parts for theirs in other.parts)

    def __lt__(self, other: "Edtf") -> bool:
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: "GetJsonSchemaHandler"
    ) -> dict[str, Any]:
        said = {"description": "A date in EDTF (ISO 8601-2:2019).", "examples": list(EXAMPLES)}
        return {"type": "string", "format": "edtf", **said}


def _validate(value: object) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if isinstance(value, str):
        return Edtf.parse(value)
    raise ValueError("write a date as text, in EDTF, as 2019-01-26")


@lru_cache(maxsize=65536)
def _parse(text: str) -> Edtf:
    if len(text) > MAX_LENGTH:
        raise ValueError(f"{text[:40]}…: a date has at most {MAX_LENGTH} characters")
    try:
        return _read(",".join(piece.strip() for piece in text.split(",")))
    except ValueError as fault:
        raise ValueError(f"{text.strip() or 'nothing'}: {str(fault) or _advice(text.strip())}") from None


def _read(text: str) -> Edtf:
    """Read canonical text; a ValueError carries the reason alone, or nothing where the text is no EDTF at all."""
    parts = tuple(parse_parts(text))
    firsts = [part.earliest for part in parts if part.earliest is not None]
    lasts = [part.latest for part in parts if part.latest is not None]
    return Edtf(
        text=text,
        parts=parts,
        earliest=min(firsts) if len(firsts) == len(parts) else None,
        latest=max(lasts) if len(lasts) == len(parts) else None,
    )


def _advice(text: str) -> str:
    """Propose the EDTF that was probably meant, where it is valid."""
    for repaired in _repairs(text):
        with suppress(ValueError):
            return f"write {'it in EDTF, as ' if re.search('[A-Za-z]{3}', text) else ''}{_read(repaired)}"
    return f"write it in EDTF, as one of {', '.join(EXAMPLES)}"


def _repairs(text: str) -> Iterator[str]:
    yield re.sub(r"(?<![0-9-])([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?![0-9])", _padded, text)
    yield text.replace("unknown", "").replace("open", "..").replace("u", "X").replace("x", "X")
    yield re.sub(r"\s", "", text).replace("–", "-")
    yield re.sub(r"([0-9]{4})([0-9]{2})([0-9]{2})", r"\1-\2-\3", text)
    yield re.sub(r"(T[0-9]{2}:[0-9]{2})(?!:)", r"\1:00", text)
    yield text.strip("[]{}")
    for pattern in _ENGLISH:
        if found := pattern.fullmatch(text):
            yield _iso(**found.groupdict())


def _padded(found: re.Match[str]) -> str:
    return "-".join(piece.zfill(2) for piece in found.groups() if piece)


def _iso(year: str, month: str, day: str = "") -> str:
    """Write an English date as EDTF; month 00, which is no date, stands for a word that is no month."""
    names = enumerate((name.lower() for name in MONTHS), 1)
    number = next((number for number, name in names if name.startswith(month.lower())), 0)
    return f"{year}-{number:02}" + (f"-{day:0>2}" if day else "")
