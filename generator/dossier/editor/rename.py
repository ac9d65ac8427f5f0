"""References to a record, in the fields and the prose of an entry, and the same with another id.

What refers to what is the model's to say: a field marked as a reference, or as prose with its cross-links.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dossier.editor.formatter import format_text
from dossier.editor.new_record import require_free_id
from dossier.editor.transaction import FileChange
from dossier.editor.yaml.edit_values import edit_values, set_list
from dossier.graph.graph import resolve_reference
from dossier.graph.markup import find_cross_links
from dossier.graph.urls import TEXT_PAGES
from dossier.io.files import read_content
from dossier.load.pages import read_pages
from dossier.model.base import FieldPath, ProseField, Ref, iter_marked_fields, iter_parts
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean


class Rename(NamedTuple):
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


class RenamedItem(NamedTuple):
    """A text of an entry that refers to the record, and how often it does."""

    path: FieldPath
    in_prose: bool
    links: int = 1


def with_new_references(entry: ContentItem, renaming: Rename, dossier: Dossier) -> Iterator[RenamedItem]:
    """Every text of an entry that refers to the record; of a withdrawn one too."""
    for path, mark, text in iter_marked_fields(iter_parts(entry)):
        if isinstance(mark, ProseField):
            links = sum(link.key == renaming.key for link in find_cross_links(text))
            if links:
                yield RenamedItem(path, in_prose=True, links=links)
        elif isinstance(mark, Ref) and resolve_reference(text, mark.kinds, dossier) == renaming.key:
            yield RenamedItem(path, in_prose=False)


def ambiguous_after_rename(entry: ContentItem, renaming: Rename, dossier: Dossier) -> Iterator[FieldPath]:
    """Each field that takes ids of several kinds, as a chain does, in which the new id would mean two records."""
    keys = {record.key for record in dossier.records_with_pages}
    for path, mark, text in iter_marked_fields(iter_parts(entry)):
        if isinstance(mark, Ref) and len(mark.kinds) > 1 and renaming.kind in mark.kinds:
            others = {f"{kind}:{renaming.new}" for kind in mark.kinds if kind != renaming.kind} & keys
            renamed = text == renaming.old and resolve_reference(text, mark.kinds, dossier) == renaming.key
            if text == renaming.new or (renamed and (others or renaming.new == UNIDENTIFIED)):
                yield path


FORMERLY = "formerly"


class RenameResult(NamedTuple):
    """A file that changes, and at how many places in it."""

    change: FileChange
    places: int


def rename_record(kind: type[Record], old: str, new: str, root: Path, dossier: Dossier) -> tuple[RenameResult, ...]:
    """What it takes to give a record another id, its own file first. `dossier` is one that could be read whole.

    Raises RefusedError where there is no such record, the new id is taken, or a file cannot be changed in its place.
    """
    root = root.resolve()
    renaming = Rename(kind.singular, old, new)
    record = _record(kind, renaming, root, dossier)
    entries = [record, *(entry for entry in dossier.all_items if entry is not record)]
    if places := [
        str(entry.location(*path)) for entry in entries for path in ambiguous_after_rename(entry, renaming, dossier)
    ]:
        raise UserError(f"`{new}` would mean two records at {places[0]}: choose another id")
    changed = (
        _renamed(entry, record, tuple(with_new_references(entry, renaming, dossier)), renaming, root)
        for entry in entries
    )
    return (*(one for one in changed if one), *_pages(kind, renaming, root))


def _record(kind: type[Record], renaming: Rename, root: Path, dossier: Dossier) -> Record:
    """The record to be renamed."""
    ids = {record.id: record for record in dossier.records_with_pages if isinstance(record, kind)}
    if renaming.old not in ids:
        raise UserError(f"`{renaming.old}` is no {renaming.kind}{did_you_mean(renaming.old, sorted(ids))}")
    record = ids[renaming.old]
    require_free_id(kind, renaming.new, dossier, besides=record)
    if (root / record.path).is_symlink():
        raise UserError(f"{record.path} is a symbolic link: rename the file itself")
    return record


def _renamed(
    entry: ContentItem, record: Record, referring: tuple[RenamedItem, ...], renaming: Rename, root: Path
) -> RenameResult | None:
    """The entry's file with the new id; None where nothing in it changes."""
    if entry is not record and not referring:
        return None
    before = read_content(root / entry.path, root, entry.path)
    if isinstance(before, Finding):
        raise UserError(str(before))
    edits = {one.path: renaming.in_prose if one.in_prose else renaming.in_field for one in referring}
    after = edit_values(before, entry.path, edits)
    path = entry.path
    if entry is record:
        path = f"{path.removesuffix(f'{renaming.old}.yml')}{renaming.new}.yml"
        after = _with_former(after, record, renaming)
    if format_text(before, entry.path, type(entry)) == before:
        after = format_text(after, entry.path, type(entry))
    return RenameResult(
        FileChange(entry.path, path, before.encode(), after.encode()), sum(one.links for one in referring)
    )


def _with_former(text: str, record: Record, renaming: Rename) -> str:
    """The record with its old id among its former ones; of a draft nobody has seen the old address."""
    former = tuple(id for id in record.formerly if id != renaming.new)
    former = former if record.is_draft else (*former, renaming.old)
    return text if former == record.formerly else set_list(text, record.path, FORMERLY, former)


def _pages(kind: type[Record], renaming: Rename, root: Path) -> Iterator[RenameResult]:
    """The hand-written pages that link to the record's page, or to the page of its text."""
    folders = [kind.plural, *([TEXT_PAGES] if kind is Source else [])]
    link = re.compile(rf"(?<=[(/\s\"'<])((?:{'|'.join(folders)})/){renaming.old}(?=\.(?:md|html)\b)")
    for path, text in read_pages(root):
        after, places = link.subn(rf"\g<1>{renaming.new}", text)
        if places:
            yield RenameResult(FileChange(path, path, text.encode(), after.encode()), places)
