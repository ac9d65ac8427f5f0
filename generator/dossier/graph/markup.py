"""An editor's prose: `*em*`, `**strong**`, `` `code` ``, and cross-links as `[[actor:juan-guaido|Guaidó]]`."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

KEY = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")
LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")

INLINE = re.compile(  # Each begins with its own character, so that a search goes from one of these to the next.
    LINK.pattern
    + r"|`(?P<code>[^`\n]{1,300})`"
    + r"|\*(?<![\w*]\*)\*(?P<strong>[^*\s](?:[^*]{0,300}[^*\s])?)\*\*(?![\w*])"
    + r"|\*(?<![\w*]\*)(?P<em>[^*\s](?:[^*]{0,300}[^*\s])?)\*(?![\w*])"
)
"""All that prose may use: a cross-link (groups 1 and 2), `code`, `strong`, `em`."""


class CrossLink(NamedTuple):
    """A cross-link: the record's key, the words shown (None: the record's label), and where it stands in the prose."""

    key: str
    words: str | None
    start: int
    end: int


def strip_markup(prose: str, labels: Mapping[str, str]) -> str:
    """Prose as it is read, without marks: each cross-link as its words, else as the label of the record of its key."""

    def read(found: re.Match[str]) -> str:
        key = found[1]
        if key is not None:
            return (found[2] or "").strip() or labels.get(" ".join(key.split()), key)
        return found["code"] or strip_markup(found["strong"] or found["em"], labels)

    return INLINE.sub(read, prose)


def find_cross_links(prose: str) -> Iterator[CrossLink]:
    """Every cross-link of `prose`, in order."""
    for found in LINK.finditer(prose):
        yield CrossLink(" ".join(found[1].split()), (found[2] or "").strip() or None, *found.span())
