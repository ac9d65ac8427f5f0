"""Cross-links in an editor's prose: `[[actor:juan-guaido]]` and `[[actor:juan-guaido|Guaidó]]`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

KEY = re.compile(r"[a-z]+:[a-z0-9]+(-[a-z0-9]+)*")
LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")


class ProseLink(NamedTuple):
    """A cross-link: the record's key, the words shown (None: the record's label), and where it stands in the prose."""

    key: str
    words: str | None
    start: int
    end: int


def prose_links(prose: str) -> Iterator[ProseLink]:
    """Every cross-link of `prose`, in order."""
    at = prose.find("[[")
    while at >= 0:
        found = LINK.match(prose, at)
        if found:
            words = found[2].strip() if found[2] else ""
            yield ProseLink(" ".join(found[1].split()), words or None, found.start(), found.end())
        at = prose.find("[[", found.end() if found else at + 1)
