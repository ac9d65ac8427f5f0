"""Renamed records between two states of a dossier, and items with their references updated to the new ids."""

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.graph.markup import find_cross_links
from dossier.model.base import FieldPath, ProseField, Ref
from dossier.model.content_item import ContentFile, ContentItem
from dossier.model.dossier import Dossier
from dossier.model.marks import find_marks
from dossier.model.passage import Passage

Renames = Mapping[str, str]
"""The new key of each renamed record by its old key: `actor:guaido` to `actor:juan-guaido`."""


def find_renames(base: Dossier, head: Dossier) -> Renames:
    """Return the records of `head` that list, in `formerly`, the id of a record of `base`."""
    base_keys = {record.key for record in base.records_with_pages}
    head_keys = {record.key for record in head.records_with_pages}
    renames = {}
    for record in head.records_with_pages:
        for former_id in record.formerly:
            old_key = f"{record.singular}:{former_id}"
            if old_key in base_keys - head_keys and record.key not in base_keys:
                renames[old_key] = record.key
    return renames


def with_renamed_ids(renames: Renames, item: ContentItem) -> ContentItem:
    """Return the item with each reference and cross-link to a renamed record updated."""
    updated_texts = dict(_updated_texts(renames, item)) if renames else {}
    if not updated_texts:
        return item
    data = item.written_values()
    for path, text in updated_texts.items():
        parent: Any = data
        for step in path[:-1]:
            parent = parent[step]
        parent[path[-1]] = text
    return type(item).parse(data, ContentFile(item.id, item.path))


def _updated_texts(renames: Renames, item: ContentItem) -> Iterator[tuple[FieldPath, str]]:
    """Yield the path and the new text of each field that refers to a renamed record."""
    for path, mark, text in item.marked_fields:
        updated = text
        if isinstance(mark, ProseField):
            updated = rename_prose(renames, text)
        elif isinstance(mark, Ref):
            updated = _update_reference(renames, text, mark.kinds)
        if updated != text:
            yield path, updated


def rename_key(renames: Renames, key: str) -> str:
    """Return the new key of a record."""
    return renames.get(key, key)


def rename_passage(renames: Renames, passage: Passage) -> Passage:
    """Return a passage with the new ids of its source and attribution."""
    source = _update_reference(renames, passage.source, ("source",))
    via = tuple(_update_reference(renames, link, ("source", "actor")) for link in passage.via)
    return passage.model_copy(update={"source": source, "via": via})


def rename_prose(renames: Renames, text: str) -> str:
    """Return prose with the new keys in its cross-links and marks."""
    for mark in reversed(list(find_marks(text))):
        if mark.key is not None and mark.key in renames:
            label = f"#{mark.label}" if mark.label else ""
            text = f"{text[: mark.start]}[^{renames[mark.key]}{label}]{text[mark.end :]}"
    for link in reversed(list(find_cross_links(text))):
        if link.key in renames:
            words = f"|{link.words}" if link.words else ""
            text = f"{text[: link.start]}[[{renames[link.key]}{words}]]{text[link.end :]}"
    return text


def _update_reference(renames: Renames, text: str, kinds: tuple[str, ...]) -> str:
    if not kinds:
        return renames.get(text, text)
    for kind in kinds:
        if f"{kind}:{text}" in renames:
            return renames[f"{kind}:{text}"].partition(":")[2]
    return text
