"""References to a record, in the fields and the prose of an entry, and the same with another id.

What refers to what is the model's to say: a field marked as a reference, or as prose with its cross-links.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.link.graph import target_of
from dossier.link.prose import prose_links
from dossier.model.base import FieldPath, Prose, RefersTo, leaves, parts
from dossier.model.dossier import Dossier
from dossier.model.entry import Entry
from dossier.model.passage import UNIDENTIFIED


class Renaming(NamedTuple):
    """A kind, and the old and the new id of its record."""

    kind: str
    old: str
    new: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.old}"

    def in_prose(self, prose: str) -> str:
        """Prose with every cross-link to the record leading to its new id; also as YAML has it on several lines."""
        return re.sub(rf"(\[\[\s*{self.kind}:){self.old}(?=\s*(?:\||\]\]))", rf"\g<1>{self.new}", prose)

    def in_field(self, written: str) -> str:
        """A reference as a field writes it, with its kind or bare."""
        return f"{written.removesuffix(self.old)}{self.new}"


class Reference(NamedTuple):
    """A text of an entry that refers to the record, and how often it does."""

    path: FieldPath
    in_prose: bool
    links: int = 1


def references(entry: Entry, renaming: Renaming, dossier: Dossier) -> Iterator[Reference]:
    """Every text of an entry that refers to the record; of a withdrawn one too."""
    for path, mark, text in leaves(parts(entry)):
        if isinstance(mark, Prose):
            links = sum(link.key == renaming.key for link in prose_links(text))
            if links:
                yield Reference(path, in_prose=True, links=links)
        elif isinstance(mark, RefersTo) and target_of(text, mark.kinds, dossier) == renaming.key:
            yield Reference(path, in_prose=False)


def clashes(entry: Entry, renaming: Renaming, dossier: Dossier) -> Iterator[FieldPath]:
    """Each field that takes ids of several kinds, as a chain does, in which the new id would mean two records."""
    keys = {record.key for record in dossier.addressed}
    for path, mark, text in leaves(parts(entry)):
        if isinstance(mark, RefersTo) and len(mark.kinds) > 1 and renaming.kind in mark.kinds:
            others = {f"{kind}:{renaming.new}" for kind in mark.kinds if kind != renaming.kind} & keys
            renamed = text == renaming.old and target_of(text, mark.kinds, dossier) == renaming.key
            if text == renaming.new or (renamed and (others or renaming.new == UNIDENTIFIED)):
                yield path
