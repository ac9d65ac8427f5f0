"""The markup of prose: `*em*`, `**strong**`, `` `code` ``, and cross-links such as `[[actor:juan-guaido|Guaidó]]`."""

import re
from collections.abc import Mapping
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from dossier.model.marks import MAX_TEXTS, find_marks, split_statements, strip_marks

MAX_PLAIN_TEXTS = 2**13
"""How many texts are kept without markup, those of a thousand records. More would save less time than memory."""
KEY = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")
LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")
INLINE = re.compile(
    LINK.pattern
    + r"|`(?P<code>[^`\n]{1,300})`"
    + r"|\*(?<![\w*]\*)\*(?P<strong>[^*\s](?:[^*]{0,300}[^*\s])?)\*\*(?![\w*])"
    + r"|\*(?<![\w*]\*)(?P<em>[^*\s](?:[^*]{0,300}[^*\s])?)\*(?![\w*])"
)
"""All markup of prose: a cross-link (groups 1 and 2), `code`, `strong`, `em`. Each begins with its character, not with
what must not be before it, because that is several times as fast."""


class CrossLink(NamedTuple):
    """A cross-link in prose, from `start` to `end`: the record's key, and its words (None: the record's label)."""

    key: str
    words: str | None
    start: int
    end: int


def strip_markup(prose: str, labels: Mapping[str, str]) -> str:
    """Return prose without markup and marks, each cross-link as its words or its record's label (`labels`: by key)."""

    def plain(match: re.Match[str]) -> str:
        key = match[1]
        if key is not None:
            return (match[2] or "").strip() or labels.get(" ".join(key.split()), key)
        return match["code"] or strip_markup(match["strong"] or match["em"], labels)

    unmarked = strip_marks(prose)
    return markup_pattern(unmarked).sub(plain, unmarked)


def markup_pattern(prose: str) -> re.Pattern[str]:
    """Return the pattern of all markup of `prose`: that of links, which is three times as fast, if it has no other."""
    return INLINE if "*" in prose or "`" in prose else LINK


@lru_cache(maxsize=MAX_TEXTS)
def find_cross_links(prose: str) -> tuple[CrossLink, ...]:
    """Return every cross-link of `prose`, in order."""
    return tuple(
        CrossLink(intern(" ".join(match[1].split())), (match[2] or "").strip() or None, *match.span())
        for match in LINK.finditer(prose)
    )


def forget_parts() -> None:
    """Empty the caches of what is in texts, which take 30 MiB in a dossier of 5,000 records.

    Once a graph is built, little of it is asked for again, unless the dossier changes.
    """
    for function in (find_cross_links, find_marks, split_statements):
        function.cache_clear()
