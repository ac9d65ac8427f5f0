"""Texts and addresses as every form of a citation takes them."""

from collections.abc import Mapping
from datetime import date

_ENCODED = str.maketrans({char: f"%{ord(char):02X}" for char in ' "<>\\^`{|}'})
"""What no address may hold as it is (RFC 3986)."""


def collapse_whitespace(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def percent_encode(address: str) -> str:
    """The address with what none may hold percent-encoded."""
    return address.translate(_ENCODED)


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHOWN = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts a brace behind a backslash too.
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def escape_bibtex(shown: str) -> str:
    """A text as a field's value."""
    return f"{{{shown.translate(_SHOWN)}}}"


def protect(shown: str) -> str:
    """A title or an organization as a field's value: kept whole and in its own letters."""
    return f"{{{escape_bibtex(shown)}}}"


def verbatim(address: str) -> str:
    """An address, percent-encoded, as a field's value."""
    return f"{{{address}}}"


def date_fields(day: date) -> dict[str, str]:
    """The fields of a date; the month is one of BibTeX's own macros."""
    return {"year": f"{{{day.year}}}", "month": MONTHS[day.month - 1], "date": f"{{{day.isoformat()}}}"}


def bibtex_fields(values: Mapping[str, str]) -> str:
    """The lines of an entry."""
    return "".join(f"  {field} = {value},\n" for field, value in values.items())
