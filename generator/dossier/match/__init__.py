"""Find a passage in a text: exact verdicts, and the nearest text as a hint."""

from dossier.match.find import everywhere, match, stands
from dossier.match.normalize import plain_marks
from dossier.match.resolve import Found, find_all, texts_of
from dossier.match.searchable_text import Text
from dossier.match.suggest import Change, changes, first_unlike

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
