"""Short texts for readers: counts with their nouns, and text cut to a length."""

import re
from functools import partial

from dossier.text.whitespace import collapse_whitespace

ELLIPSIS = "…"
QUOTED = re.compile(r"`([^`]+)`|“([^”]+)”")
"""What a message quotes: a value, or words of a text."""
SHORT_LENGTHS = (80, 48, 24)
"""The lengths to which quoted values are cut, one after the other, until the message is short enough."""


def pluralize(number: int, singular: str, plural: str | None = None) -> str:
    """Return `1 document`, `2 documents`; `plural` is the singular with an `s` unless given."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def upper_first(text: object) -> str:
    """Return `text` with its first letter in upper case and all others unchanged."""
    words = str(text)
    return words[:1].upper() + words[1:]


def truncate(text: str, max_length: int) -> str:
    """Return `text` on one line of at most `max_length` characters, cut after a word and ended with an ellipsis."""
    line = collapse_whitespace(text)
    return line if len(line) <= max_length else line[: max_length - 1].rsplit(" ", 1)[0] + ELLIPSIS


def shorten_quoted(message: str, max_length: int) -> str:
    """Return a message of at most `max_length` characters, in which long values in quotation marks are cut."""
    for length in SHORT_LENGTHS:
        if len(message) <= max_length:
            return message
        message = QUOTED.sub(partial(_cut_quoted, length), message)
    return truncate(message, max_length)


def _cut_quoted(max_length: int, match: re.Match[str]) -> str:
    return match[0][0] + truncate(match[1] or match[2], max_length) + match[0][-1]
