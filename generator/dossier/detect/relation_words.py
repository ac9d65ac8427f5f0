"""Words by which the texts of a language say how two actors are related."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.detect.simple_words import without_accents
from dossier.model.kinds.actor import RelationType


@dataclass(frozen=True, eq=False)
class RelationWords:
    """The patterns of one language, for texts without accents."""

    beginnings: Mapping[RelationType, re.Pattern[str]]
    """The beginnings of the words for each type."""
    denied: re.Pattern[str]
    """What takes back a word right after it: "no longer recognised"."""
    denied_after: re.Pattern[str] | None
    """What takes back a word, from its beginning to the end of it: "unterstützt ihn nicht"."""
    directed: Mapping[RelationType, str]
    """What is between two names if the first is, or does, it to the second."""


def relation_words(
    beginnings: Mapping[RelationType, str],
    denied: str,
    directed: Mapping[RelationType, str],
    *,
    denied_after: str = "",
) -> RelationWords:
    """Return the words of a language; the beginnings of a type are separated by spaces, and `_` is a space in one."""
    return RelationWords(
        {relation_type: _any_of(text.split()) for relation_type, text in beginnings.items()},
        re.compile(without_accents(denied), re.IGNORECASE),
        re.compile(without_accents(denied_after), re.IGNORECASE) if denied_after else None,
        {relation_type: without_accents(pattern) for relation_type, pattern in directed.items()},
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    beginnings = "|".join(without_accents(word).replace("_", " ") for word in words)
    return re.compile(rf"(?<!\w)(?:{beginnings})", re.IGNORECASE)
