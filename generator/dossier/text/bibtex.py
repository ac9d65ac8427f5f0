"""BibTeX: escaped values, dates and the lines of an entry."""

from collections.abc import Mapping
from datetime import date

MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own macros, written without braces."""
_NOT_IN_URL = str.maketrans({char: f"%{ord(char):02X}" for char in ' "<>\\^`{|}'})
"""Characters that no URL contains unencoded (RFC 3986, appendix A)."""
_ESCAPES = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # `\{` would do for LaTeX, but BibTeX counts that brace too.
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def percent_encode(url: str) -> str:
    """Return the URL with the characters that none may contain percent-encoded."""
    return url.translate(_NOT_IN_URL)


def escape_bibtex(text: str) -> str:
    """Return a text as the value of a field, in braces."""
    return f"{{{text.translate(_ESCAPES)}}}"


def protect(text: str) -> str:
    """Return a title or an organization as the value of a field: not split into names, letter case unchanged."""
    return f"{{{escape_bibtex(text)}}}"


def verbatim(url: str) -> str:
    """Return a percent-encoded URL as the value of a field."""
    return f"{{{url}}}"


def date_fields(day: date) -> dict[str, str]:
    """Return the fields `year`, `month` (a macro) and `date` of a day."""
    return {"year": f"{{{day.year}}}", "month": MONTH_MACROS[day.month - 1], "date": f"{{{day.isoformat()}}}"}


def bibtex_fields(values: Mapping[str, str]) -> str:
    """Return the lines of an entry, one field per line."""
    return "".join(f"  {field} = {value},\n" for field, value in values.items())
