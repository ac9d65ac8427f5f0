"""Remarks on what a text has otherwise than its document, or has not; all readers write them alike."""

from collections.abc import Iterable, Iterator

from dossier.io.encodings import find_damage, find_invisible
from dossier.text.wording import truncate

MAX_LISTED = 60
"""The most remarks of one kind that a draft lists; the others are counted."""
MAX_SHOWN = 160
"""The most characters of a text that a remark shows."""
REMOVED_CHARACTERS = "Removed: control characters, or such as show words backwards."
"""The remark on characters that no text should have."""


def list_texts(label: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield a remark `label: text` for each different text; of many, the first ones and the number of the others."""
    unique = list(dict.fromkeys(texts))
    for text in unique[:MAX_LISTED]:
        yield f"{label}: {truncate(text, MAX_SHOWN)}"
    if len(unique) > MAX_LISTED:
        yield f"{label}: {len(unique) - MAX_LISTED} more."


def note_mark_remarks(marks: Iterable[str]) -> Iterator[str]:
    """Yield a remark that lists the footnote marks, such as ` [2]`, if there are any."""
    if unique := list(dict.fromkeys(marks)):
        yield f"Footnote marks, written as ` [2]`: {truncate(', '.join(unique), MAX_SHOWN)}."


def letter_remarks(text: str) -> Iterator[str]:
    """Yield remarks on letters of a text that are not as they should be, or cannot be seen."""
    if words := find_damage(text):
        yield f"The file seems to have been saved with a wrong encoding: {words}"
    if words := find_invisible(text):
        yield f"The text has invisible characters, which count like others, as in: {words}"
