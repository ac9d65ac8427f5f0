"""Short texts for readers: counts with their nouns, and text cut to a length."""

from dossier.text.whitespace import collapse_whitespace

ELLIPSIS = "…"


def pluralize(number: int, singular: str, plural: str | None = None) -> str:
    """Return `1 document`, `2 documents`; `plural` is the singular with an `s` unless given."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def truncate(text: str, max_length: int) -> str:
    """Return `text` on one line of at most `max_length` characters, cut after a word and ended with an ellipsis."""
    line = collapse_whitespace(text)
    return line if len(line) <= max_length else line[: max_length - 1].rsplit(" ", 1)[0] + ELLIPSIS
