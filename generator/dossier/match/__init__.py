"""Find a passage in a text: exact verdicts, and the nearest text as a hint."""

from dossier.match.difference import Change, changes
from dossier.match.evidence import Found, find_all, texts_of
from dossier.match.find import everywhere, match, stands
from dossier.match.fold import plain_marks
from dossier.match.nearest import first_unlike
from dossier.match.text import Text

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
