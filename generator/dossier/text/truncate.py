"""Text cut to a length at a word boundary."""

from dossier.text.whitespace import collapse_whitespace

ELLIPSIS = "…"


def truncate(text: str, max_length: int) -> str:
    """Return `text` on one line of at most `max_length` characters, cut after a word and ended with an ellipsis."""
    line = collapse_whitespace(text)
    return line if len(line) <= max_length else line[: max_length - 1].rsplit(" ", 1)[0] + ELLIPSIS
