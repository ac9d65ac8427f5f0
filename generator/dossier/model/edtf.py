"""An EDTF date (ISO 8601-2:2019, Library of Congress levels 0 to 2), as exact or as vague as the sources allow."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from dossier.model.edtf_parts import MONTHS, WEEKDAYS, Part, parts_of

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

__all__ = ["EXAMPLES", "MONTHS", "WEEKDAYS", "Edtf"]

EXAMPLES = ("2019-01-26", "2019-01", "2019", "2019-01-26~", "2019-02-2X", "2019-01-21/2019-01-27", "2019-02-23/..")
LONGEST = 1000

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
    parts: tuple[Part, ...]
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
    def one_of(self) -> bool:
        """Whether it is a set of which one member is meant: `[a,b]`."""
        return self.text.startswith("[")

    @property
    def all_of(self) -> bool:
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
    if len(text) > LONGEST:
        raise ValueError(f"{text[:40]}…: a date has at most {LONGEST} characters")
    try:
        return _read(",".join(piece.strip() for piece in text.split(",")))
    except ValueError as fault:
        raise ValueError(f"{text.strip() or 'nothing'}: {str(fault) or _advice(text.strip())}") from None


def _read(text: str) -> Edtf:
    """Read canonical text; a ValueError carries the reason alone, or nothing where the text is no EDTF at all."""
    parts = tuple(parts_of(text))
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
