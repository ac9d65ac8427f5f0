"""What an editor tells in a source's stead, and what that may rest on: what the rules about prose share."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.check.helpers import passages_resolved
from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.kinds.source import Source
from dossier.model.record import Record

FIELDS = frozenset({"summary", "title", "question", "positions", "lead"})
"""The fields that say what sources tell; an assessment, a reasoning or a note is the editor's own voice."""


class ProseItem(NamedTuple):
    """A field of prose as it is read, cross-links as their words."""

    record: ContentItem
    path: FieldPath
    prose: str

    def at(self, words: str) -> Location:
        """The place of these words in it."""
        return self.record.location(*self.path, words=words)


def iter_prose(graph: Graph, having: str) -> Iterator[ProseItem]:
    """The prose that tells what sources say and has one of the characters `having`.

    Of records whose ground is known alone: where a passage or a name leads nowhere, another rule has spoken.
    """
    for record in graph.dossier.all_items:
        for path, _, text in record.prose_fields:
            if path[0] in FIELDS and any(char in text for char in having) and _is_known(graph, record):
                yield ProseItem(record, path, graph.plain_text(text))


def _is_known(graph: Graph, record: ContentItem) -> bool:
    found = not isinstance(record, Record) or passages_resolved(graph, record)
    return found and all(key in graph.dossier.by_key for key in graph.references_from(record))


def supporting_records(graph: Graph, entry: ContentItem) -> tuple[Record, ...]:
    """The record and those it names: what these rest on, its prose may tell."""
    named = (graph.dossier.by_key[key] for key in graph.references_from(entry))
    return (entry, *named) if isinstance(entry, Record) else tuple(named)


def supporting_texts(graph: Graph, record: ContentItem) -> list[str]:
    """The words of the passages that a record's prose may rest on; a source tells of its whole text."""
    found = [
        graph.passage_text(one)
        for ground in supporting_records(graph, record)
        for one in graph.evidence_of(ground)
        if one.is_found
    ]
    own = graph.dossier.source_texts.get(record.text or "") if isinstance(record, Source) else None
    return [*found, own.text] if own else found
