"""Text made to fit: whole words, and an ellipsis for the rest."""


def shortened(text: str, length: int) -> str:
    """`text` on one line, of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0] + "…"
