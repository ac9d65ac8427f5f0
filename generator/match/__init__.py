"""Find a passage in a text: exact verdicts, and the nearest text as a hint."""

from generator.match.difference import Change, changes
from generator.match.evidence import Found, find_all, texts_of
from generator.match.find import everywhere, match, stands
from generator.match.fold import plain_marks
from generator.match.nearest import first_unlike
from generator.match.text import Text

__all__ = [
    "Change",
    "Found",
    "Text",
    "changes",
    "everywhere",
    "find_all",
    "first_unlike",
    "match",
    "plain_marks",
    "stands",
    "texts_of",
]
