"""References to a record, in the fields and the prose of an entry, and the same with another id.

What refers to what is the model's to say: a field marked as a reference, or as prose with its cross-links.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dossier.editor.formatter import formatted
from dossier.editor.new_record import refuse_taken
from dossier.editor.transaction import Change
from dossier.editor.yaml.edit_values import edited, with_list
from dossier.graph.graph import target_of
from dossier.graph.markup import prose_links
from dossier.graph.urls import READER_PAGES
from dossier.io.files import read_content
from dossier.load.pages import page_texts
from dossier.model.base import FieldPath, Prose, RefersTo, leaves, parts
from dossier.model.document import Entry
from dossier.model.dossier import Dossier
from dossier.model.errors import RefusedError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record
from dossier.text.suggest import propose


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


FORMERLY = "formerly"


class Renamed(NamedTuple):
    """A file that changes, and at how many places in it."""

    change: Change
    places: int


def rename(kind: type[Record], old: str, new: str, root: Path, dossier: Dossier) -> tuple[Renamed, ...]:
    """What it takes to give a record another id, its own file first. `dossier` is one that could be read whole.

    Raises RefusedError where there is no such record, the new id is taken, or a file cannot be changed in its place.
    """
    root = root.resolve()
    renaming = Renaming(kind.singular, old, new)
    record = _record(kind, renaming, root, dossier)
    entries = [record, *(entry for entry in dossier.entries if entry is not record)]
    if places := [str(entry.at(*path)) for entry in entries for path in clashes(entry, renaming, dossier)]:
        raise RefusedError(f"`{new}` would mean two records at {places[0]}: choose another id")
    changed = (
        _renamed(entry, record, tuple(references(entry, renaming, dossier)), renaming, root) for entry in entries
    )
    return (*(one for one in changed if one), *_pages(kind, renaming, root))


def _record(kind: type[Record], renaming: Renaming, root: Path, dossier: Dossier) -> Record:
    """The record to be renamed."""
    ids = {record.id: record for record in dossier.addressed if isinstance(record, kind)}
    if renaming.old not in ids:
        raise RefusedError(f"`{renaming.old}` is no {renaming.kind}{propose(renaming.old, sorted(ids))}")
    record = ids[renaming.old]
    refuse_taken(kind, renaming.new, dossier, besides=record)
    if (root / record.path).is_symlink():
        raise RefusedError(f"{record.path} is a symbolic link: rename the file itself")
    return record


def _renamed(
    entry: Entry, record: Record, referring: tuple[Reference, ...], renaming: Renaming, root: Path
) -> Renamed | None:
    """The entry's file with the new id; None where nothing in it changes."""
    if entry is not record and not referring:
        return None
    before = read_content(root / entry.path, root, entry.path)
    if isinstance(before, Finding):
        raise RefusedError(str(before))
    edits = {one.path: renaming.in_prose if one.in_prose else renaming.in_field for one in referring}
    after = edited(before, entry.path, edits)
    path = entry.path
    if entry is record:
        path = f"{path.removesuffix(f'{renaming.old}.yml')}{renaming.new}.yml"
        after = _with_former(after, record, renaming)
    if formatted(before, entry.path, type(entry)) == before:
        after = formatted(after, entry.path, type(entry))
    return Renamed(Change(entry.path, path, before.encode(), after.encode()), sum(one.links for one in referring))


def _with_former(text: str, record: Record, renaming: Renaming) -> str:
    """The record with its old id among its former ones; of a draft nobody has seen the old address."""
    former = tuple(id for id in record.formerly if id != renaming.new)
    former = former if record.is_draft else (*former, renaming.old)
    return text if former == record.formerly else with_list(text, record.path, FORMERLY, former)


def _pages(kind: type[Record], renaming: Renaming, root: Path) -> Iterator[Renamed]:
    """The hand-written pages that link to the record's page, or to the page of its text."""
    folders = [kind.plural, *([READER_PAGES] if kind is Source else [])]
    link = re.compile(rf"(?<=[(/\s\"'<])((?:{'|'.join(folders)})/){renaming.old}(?=\.(?:md|html)\b)")
    for path, text in page_texts(root):
        after, places = link.subn(rf"\g<1>{renaming.new}", text)
        if places:
            yield Renamed(Change(path, path, text.encode(), after.encode()), places)
