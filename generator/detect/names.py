"""Capitalised names in English text."""

from typing import NamedTuple


class NameMention(NamedTuple):
    """A name: `start` and `end` count code points, end-exclusive."""

    start: int
    end: int
    text: str


def find_names(text: str) -> list[NameMention]:
    """Every capitalised name of `text`, in order."""
    return []
