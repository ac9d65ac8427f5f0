"""Text made to fit: whole words, and an ellipsis for the rest."""

ENOUGH = 4
"""What is shown of a text lies in this many times its length, but for a text of little more than white space."""


def truncate(text: str, length: int) -> str:
    """`text` on one line, of at most `length` characters."""
    line = " ".join(text[: length * ENOUGH].split())  # A text may be a thousand times as long as what is shown of it.
    if len(line) <= length < len(text):
        line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0] + "…"
