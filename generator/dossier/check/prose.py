"""The prose of records and the evidence it may draw on, for the rules about prose."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.kinds.source import Source
from dossier.model.record import Record

REPORTING_FIELDS = frozenset({"summary", "title", "question", "positions", "lead"})
"""The fields that report what sources say; an assessment, a reasoning or a note is the editor's own voice."""


class ProseItem(NamedTuple):
    """A prose field as readers see it: without markup, cross-links as their words."""

    record: ContentItem
    path: FieldPath
    text: str

    def location(self, words: str) -> Location:
        """Return the location of these words in the field."""
        return self.record.location(*self.path, words=words)


def iter_prose(graph: Graph, characters: str) -> Iterator[ProseItem]:
    """Yield the prose that reports what sources say, if it has any of these characters."""
    for record in graph.dossier.all_items:
        for path, _, text in record.prose_fields:
            if path[0] in REPORTING_FIELDS and any(character in text for character in characters):
                yield ProseItem(record, path, graph.plain_text(text))


def supporting_records(graph: Graph, item: ContentItem) -> tuple[Record, ...]:
    """Return the records whose evidence may support an item's prose: itself and those it refers to."""
    by_key = graph.dossier.by_key
    referenced = tuple(by_key[key] for key in graph.references_from(item) if key in by_key)
    return (item, *referenced) if isinstance(item, Record) else referenced


def supporting_texts(graph: Graph, item: ContentItem) -> list[str]:
    """Return the texts that may support an item's prose: the passages of those records, a source's whole text."""
    texts = [
        graph.passage_text(citation)
        for record in supporting_records(graph, item)
        for citation in graph.evidence_of(record)
        if citation.is_found
    ]
    own_text = graph.dossier.source_texts.get(item.text or "") if isinstance(item, Source) else None
    return [*texts, own_text.text] if own_text else texts
