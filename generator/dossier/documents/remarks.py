"""Remarks that list texts of a document, such as those that were left out; all readers list them alike."""

from collections.abc import Iterable, Iterator

from dossier.text.wording import truncate

MAX_LISTED = 60
"""The most remarks of one kind that a draft lists; the others are counted."""
MAX_SHOWN = 160
"""The most characters of a text that a remark shows."""


def list_texts(label: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield a remark `label: text` for each different text; of many, the first ones and the number of the others."""
    unique = list(dict.fromkeys(texts))
    for text in unique[:MAX_LISTED]:
        yield f"{label}: {truncate(text, MAX_SHOWN)}"
    if len(unique) > MAX_LISTED:
        yield f"{label}: {len(unique) - MAX_LISTED} more."
