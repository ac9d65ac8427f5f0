"""Cross-links in an editor's prose: `[[actor:juan-guaido]]` and `[[actor:juan-guaido|Guaidó]]`."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

KEY = re.compile(r"[a-z]+:[a-z0-9]+(-[a-z0-9]+)*")
LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")


class ProseLink(NamedTuple):
    """A cross-link: the record's key, the words shown (None: the record's label), and where it stands in the prose."""

    key: str
    words: str | None
    start: int
    end: int


def as_read(prose: str, labels: Mapping[str, str]) -> str:
    """Prose as it is read, without marks: each cross-link as its words, else as the label of the record of its key."""

    def words(found: re.Match[str]) -> str:
        return (found[2] or "").strip() or labels.get(" ".join(found[1].split()), found[1])

    return (LINK.sub(words, prose) if "[[" in prose else prose).replace("*", "").replace("`", "")


def prose_links(prose: str) -> Iterator[ProseLink]:
    """Every cross-link of `prose`, in order."""
    at = prose.find("[[")
    while at >= 0:
        found = LINK.match(prose, at)
        if found:
            words = found[2].strip() if found[2] else ""
            yield ProseLink(" ".join(found[1].split()), words or None, found.start(), found.end())
        at = prose.find("[[", found.end() if found else at + 1)
