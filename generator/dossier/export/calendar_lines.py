"""Content lines of iCalendar (RFC 5545, section 3.1): escaped, folded, each ended by CRLF.

Of the icalendar package, which reads the file in the tests, the import alone takes longer than all these lines.
"""

import re
from collections.abc import Iterable, Iterator

LONGEST = 75
"""Octets of a line, its end left out."""
_ESCAPED = (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\n", r"\n"))
"""What a text may not hold as it is (section 3.3.11), and what stands for it."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_CONTINUED = 0b1000_0000
"""The first two bits of an octet inside a character of UTF-8."""

Property = tuple[str, str]
"""A name with its parameters, as `DTSTART;VALUE=DATE`, and a value, escaped where it is a text."""


def escape_calendar(value: str) -> str:
    """A value of type TEXT; it holds no control character."""
    for char, escaped in _ESCAPED:
        value = value.replace(char, escaped)
    return _CONTROL.sub("", value)


def component(name: str, properties: Iterable[Property], inner: Iterable[str] = ()) -> Iterator[str]:
    """The lines of a component: its properties, then those of the components in it."""
    yield f"BEGIN:{name}\r\n"
    yield from (_folded(f"{name}:{value}") for name, value in properties)
    yield from inner
    yield f"END:{name}\r\n"


def _folded(line: str) -> str:
    """A line in pieces that no character is split between."""
    rest, longest = line.encode("utf-8"), LONGEST
    pieces = []
    while len(rest) > longest:
        end = longest
        while rest[end] & 0b1100_0000 == _CONTINUED:
            end -= 1
        pieces.append(rest[:end])
        rest, longest = rest[end:], LONGEST - 1  # The space that a piece starts with counts.
    return b"\r\n ".join((*pieces, rest)).decode("utf-8") + "\r\n"
