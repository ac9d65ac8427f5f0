"""Rename a record: change its id in its file, in all fields and prose that refer to it, and in hand-written pages.

References are found by the markers of the model's fields: a reference, or prose with cross-links and marks.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dossier.editor.formatter import format_text
from dossier.editor.new_record import require_free_id
from dossier.editor.transaction import FileChange
from dossier.editor.yaml.edit_values import Edit, edit_values, set_list
from dossier.graph.graph import resolve_reference
from dossier.graph.markup import find_cross_links
from dossier.graph.urls import TEXT_PAGES
from dossier.io.files import read_content
from dossier.load.loader import read_pages
from dossier.model.base import FieldPath, ProseField, Ref, list_marked_fields, list_parts
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.marks import find_marks
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean

FORMERLY = "formerly"


class Rename(NamedTuple):
    """The kind of a record, its old id and its new one."""

    kind: str
    old: str
    new: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.old}"

    def in_prose(self, prose: str) -> str:
        """Replace the id in every cross-link and mark of some prose, also where YAML wraps a link over two lines."""
        in_links = re.sub(rf"(\[\[\s*{self.kind}:){self.old}(?=\s*(?:\||\]\]))", rf"\g<1>{self.new}", prose)
        return re.sub(rf"(\[\^{self.kind}:){self.old}(?=[#\]])", rf"\g<1>{self.new}", in_links)

    def in_field(self, reference: str) -> str:
        """Replace the id in a reference, as `eva-holm` or `actor:eva-holm`."""
        return f"{reference.removesuffix(self.old)}{self.new}"


class ReferringField(NamedTuple):
    """A field of an entry that refers to the record, and how often it does."""

    path: FieldPath
    in_prose: bool
    links: int = 1


def find_referring_fields(entry: ContentItem, rename: Rename, dossier: Dossier) -> Iterator[ReferringField]:
    """Yield every field of an entry that refers to the record, also in a withdrawn entry."""
    for path, mark, text in list_marked_fields(list_parts(entry)):
        if isinstance(mark, ProseField):
            links = [*(link.key for link in find_cross_links(text)), *(mark.key for mark in find_marks(text))]
            count = links.count(rename.key)
            if count:
                yield ReferringField(path, in_prose=True, links=count)
        elif isinstance(mark, Ref) and resolve_reference(text, mark.kinds, dossier) == rename.key:
            yield ReferringField(path, in_prose=False)


def ambiguous_after_rename(entry: ContentItem, rename: Rename, dossier: Dossier) -> Iterator[FieldPath]:
    """Yield each field in which the new id would be ambiguous: one that takes ids of several kinds, as `via` does."""
    keys = {record.key for record in dossier.records_with_pages}
    for path, mark, text in list_marked_fields(list_parts(entry)):
        if isinstance(mark, Ref) and len(mark.kinds) > 1 and rename.kind in mark.kinds:
            others = {f"{kind}:{rename.new}" for kind in mark.kinds if kind != rename.kind} & keys
            is_renamed = text == rename.old and resolve_reference(text, mark.kinds, dossier) == rename.key
            if text == rename.new or (is_renamed and (others or rename.new == UNIDENTIFIED)):
                yield path


class RenamedFile(NamedTuple):
    """A file that changes, and the number of references changed in it."""

    change: FileChange
    references: int


def rename_record(kind: type[Record], old: str, new: str, root: Path, dossier: Dossier) -> tuple[RenamedFile, ...]:
    """Return the changes that give a record another id, its own file first. All files of `dossier` must be readable.

    Raises UserError where there is no such record, the new id is taken, or a file cannot be edited in place.
    """
    root = root.resolve()
    rename = Rename(kind.singular, old, new)
    record = _find_record(kind, rename, root, dossier)
    entries = [record, *(entry for entry in dossier.all_items if entry is not record)]
    for entry in entries:
        for path in ambiguous_after_rename(entry, rename, dossier):
            raise UserError(f"`{new}` would mean two records at {entry.location(*path)}: choose another id")
    files: list[RenamedFile] = []
    for entry in entries:
        referring = tuple(find_referring_fields(entry, rename, dossier))
        if entry is record or referring:
            files.append(_rename_in_entry(entry, record, referring, rename, root))
    return (*files, *_rename_in_pages(kind, rename, root))


def _find_record(kind: type[Record], rename: Rename, root: Path, dossier: Dossier) -> Record:
    """Return the record to rename. Raises UserError where it cannot be renamed."""
    ids = {record.id: record for record in dossier.records_with_pages if isinstance(record, kind)}
    if rename.old not in ids:
        raise UserError(f"no {rename.kind} `{rename.old}`{did_you_mean(rename.old, sorted(ids))}")
    record = ids[rename.old]
    require_free_id(kind, rename.new, dossier, except_for=record)
    if (root / record.path).is_symlink():
        raise UserError(f"{record.path} is a symbolic link: rename the file itself")
    return record


def _rename_in_entry(
    entry: ContentItem, record: Record, referring: tuple[ReferringField, ...], rename: Rename, root: Path
) -> RenamedFile:
    """Return an entry's file with the new id. The file of `record` itself is moved and lists the old id."""
    path, edit = entry.path, partial(_add_former_id, record, rename) if entry is record else str
    if entry is record:
        path = f"{path.removesuffix(f'{rename.old}.yml')}{rename.new}.yml"
    edits = {field.path: rename.in_prose if field.in_prose else rename.in_field for field in referring}
    before, after = edit_entry(entry, edits, root, edit)
    change = FileChange(entry.path, path, before.encode(), after.encode())
    return RenamedFile(change, sum(field.links for field in referring))


def edit_entry(
    entry: ContentItem, edits: Mapping[FieldPath, Edit], root: Path, edit_text: Edit = str
) -> tuple[str, str]:
    """Return the text of an entry's file, and the text with its values and then the whole edited.

    A formatted file stays formatted. Raises UserError where the file cannot be read or edited in place.
    """
    before = read_content(root / entry.path, root, entry.path)
    if isinstance(before, Finding):
        raise UserError(str(before))
    after = edit_text(edit_values(before, entry.path, edits))
    if format_text(before, entry.path, type(entry)) == before:
        after = format_text(after, entry.path, type(entry))
    return before, after


def _add_former_id(record: Record, rename: Rename, text: str) -> str:
    """Add the old id to the record's former ids; not for a draft, whose address was never published."""
    former = tuple(id for id in record.formerly if id != rename.new)
    former = former if record.is_draft else (*former, rename.old)
    return text if former == record.formerly else set_list(text, record.path, FORMERLY, former)


def _rename_in_pages(kind: type[Record], rename: Rename, root: Path) -> Iterator[RenamedFile]:
    """Yield the hand-written pages that link to the record's page, or to that of its source text."""
    folders = [kind.plural, TEXT_PAGES] if kind is Source else [kind.plural]
    link = re.compile(rf"(?<=[(/\s\"'<])((?:{'|'.join(folders)})/){rename.old}(?=\.(?:md|html)\b)")
    for path, text in read_pages(root):
        after, count = link.subn(rf"\g<1>{rename.new}", text)
        if count:
            yield RenamedFile(FileChange(path, path, text.encode(), after.encode()), count)
