"""The statements of prose and the evidence that each may draw on, for the rules about prose."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dossier.check.passages import ReadableText
from dossier.detect.languages import detectors_for, reads_words, source_detectors
from dossier.graph import Graph, Statement
from dossier.graph.markup import find_cross_links
from dossier.model.base import Author
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.kinds.source import Source
from dossier.model.record import Record


class ProseItem(NamedTuple):
    """A statement, or a title without marks, as readers see it: without markup, cross-links as their words.

    `citations` are the passages that it may draw on: its own, or those of the whole record for a title and for a
    statement by the editor. `linked` are the records that it links to or cites, whose passages it may use too.
    """

    statement: Statement
    text: str
    citations: tuple[Citation, ...]
    linked: tuple[Record, ...]

    def location(self, words: str) -> Location:
        """Return the location of these words in the statement."""
        return self.statement.location(words)


def iter_prose(graph: Graph, by: Author = "source", characters: str = "") -> Iterator[ProseItem]:
    """Yield the statements on the word of sources or of the editor that have evidence and any of these characters.

    Without `characters`, all of them. A title without marks counts as on the word of its record's sources.
    """
    for prose in _prose_items(graph, by):
        if not characters or any(character in prose.statement.markup for character in characters):
            yield prose


@lru_cache(maxsize=4)  # Six rules ask for them.
def _prose_items(graph: Graph, by: Author) -> tuple[ProseItem, ...]:
    return tuple(
        prose
        for item in (graph.dossier.settings, *graph.dossier.records)
        for statement in (*graph.statements_of(item), *graph.unmarked_titles_of(item))
        if statement.is_prose and statement.by == by
        for prose in [_prose_item(graph, item, statement)]
        if prose.citations or by == "editor"
    )


def _prose_item(graph: Graph, item: ContentItem, statement: Statement) -> ProseItem:
    citations = statement.citations if statement.by == "source" else _all_citations(graph, item)
    return ProseItem(statement, graph.statement_text(statement), citations, tuple(_linked_records(graph, statement)))


def prose_texts(graph: Graph, prose: ProseItem) -> list[str]:
    """Return the texts of the passages that may support a statement: its own, and those of the records it links."""
    own = [text for citation in prose.citations for text in _passage_texts(graph, citation)]
    return [*own, *(text for record in prose.linked for text in _evidence_texts(graph, record))]


def _passage_texts(graph: Graph, citation: Citation) -> Iterator[str]:
    """Yield the words of a passage, and their translation."""
    yield graph.passage_text(citation)
    if citation.passage.translation is not None:
        yield citation.passage.translation.text


def _evidence_texts(graph: Graph, record: Record) -> tuple[str, ...]:
    """Return the texts of the passages of a record, which many statements link to."""
    known = _texts_by_record(graph)
    if record.key not in known:
        found = (citation for citation in graph.evidence_of(record) if citation.is_found)
        known[record.key] = tuple(text for citation in found for text in _passage_texts(graph, citation))
    return known[record.key]


@lru_cache(maxsize=4)
def _texts_by_record(graph: Graph) -> dict[str, tuple[str, ...]]:
    return {}


class ReadablePassage(NamedTuple):
    """A passage, and its words or their translation, in a language whose figures and dates are read."""

    citation: Citation
    text: ReadableText


def readable_passages(graph: Graph, prose: ProseItem) -> Iterator[ReadablePassage]:
    """Yield the passages that may support a statement, and their translations, in each language that is read."""
    for citation in prose.citations:
        yield from _read_passage(graph, citation)
    known = _readable_by_record(graph)
    for record in prose.linked:
        if record.key not in known:
            found = (citation for citation in graph.evidence_of(record) if citation.is_found)
            known[record.key] = tuple(passage for citation in found for passage in _read_passage(graph, citation))
        yield from known[record.key]


def _read_passage(graph: Graph, citation: Citation) -> Iterator[ReadablePassage]:
    if detectors := source_detectors(graph.dossier, graph.source_of(citation)):
        yield ReadablePassage(citation, ReadableText(graph.passage_text(citation), detectors))
    translation = citation.passage.translation
    if translation and (detectors := detectors_for(translation.language or graph.dossier.settings.language)):
        yield ReadablePassage(citation, ReadableText(translation.text, detectors))


@lru_cache(maxsize=4)
def _readable_by_record(graph: Graph) -> dict[str, tuple[ReadablePassage, ...]]:
    return {}


def readable_texts(graph: Graph, prose: ProseItem) -> list[ReadableText]:
    """Return the texts of `readable_passages`."""
    return [passage.text for passage in readable_passages(graph, prose)]


def has_unread_words(graph: Graph, prose: ProseItem) -> bool:
    """Return whether verbs and nouns of a passage of the statement are in a language in which these are not read."""
    return not all(reads_words(graph.dossier, graph.source_of(citation)) for citation in prose.citations)


def unreadable_languages(graph: Graph, prose: ProseItem) -> tuple[str, ...]:
    """Return the languages of the statement's passages without a translation whose figures and dates are not read."""
    untranslated = (citation.passage for citation in prose.citations if citation.passage.translation is None)
    keys = dict.fromkeys(f"source:{passage.source}" for passage in untranslated)
    sources = [graph.dossier.by_key.get(key) for key in keys]
    unread = (
        source for source in sources if isinstance(source, Source) and not source_detectors(graph.dossier, source)
    )
    return tuple(dict.fromkeys(graph.dossier.language_of(source) for source in unread))


def _all_citations(graph: Graph, item: ContentItem) -> tuple[Citation, ...]:
    if not isinstance(item, Record):
        return ()
    return tuple(citation for citation in graph.evidence_of(item) if citation.is_found)


def _linked_records(graph: Graph, statement: Statement) -> Iterator[Record]:
    """Yield the records that a statement links to, then those that its marks name as a whole."""
    keys = [link.key for link in find_cross_links(statement.markup)]
    keys += [mark.key for mark in statement.marks if mark.key is not None and mark.label is None]
    for key in dict.fromkeys(keys):
        if key in graph.dossier.by_key:
            yield graph.dossier.by_key[key]
