"""Names as the detectors of every language return them."""

from typing import NamedTuple


class NameMention(NamedTuple):
    """A name as `text[start:end]` of its text (code points, end-exclusive)."""

    start: int
    end: int
    text: str
