"""A record under another id: its file, every reference to it, and the old id kept, so that its old address leads on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dossier.edit.changes import Change
from dossier.edit.form import formatted
from dossier.edit.inplace import edited, with_list
from dossier.edit.new import refuse_taken
from dossier.edit.references import Reference, Renaming, clashes, references
from dossier.edit.refused import RefusedError
from dossier.link.address import READER_PAGES
from dossier.load.files import read_content
from dossier.load.nearest import propose
from dossier.load.pages import page_texts
from dossier.model.dossier import Dossier
from dossier.model.entry import Entry
from dossier.model.finding import Finding
from dossier.model.record import Record
from dossier.model.source import Source

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
