"""The text around a citation: what rules about figures, dates and speakers read."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.record import Record


class TextSpan(NamedTuple):
    """A stretch of a seed: `text[start:end]` of the whole text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def direct_citations(graph: Graph, record: Record) -> list[Citation]:
    """The found citations of the record's own `passages`, without those of its roles and relations."""
    return [one for one in graph.citations_of(record) if one.is_found and one.path[0] == "passages"]


def passages_resolved(graph: Graph, record: Record) -> bool:
    """Whether every passage of the record was found, and its own text read: where not, another rule has spoken."""
    return all(one.is_found for one in graph.citations_of(record)) and not _is_unread(graph, record)


def texts_loaded(graph: Graph) -> bool:
    """Whether the text of every source was read: where one was not, another rule has spoken."""
    broken = any(key.startswith("source:") for key in graph.dossier.unreadable_keys)
    return not broken and not any(_is_unread(graph, source) for source in graph.dossier.sources)


def _is_unread(graph: Graph, record: Record) -> bool:
    return isinstance(record, Source) and record.has_text and record.text not in graph.dossier.source_texts


def cited_span(graph: Graph, span: Span) -> TextSpan:
    """A cited stretch within its whole text."""
    return TextSpan(graph.dossier.source_texts[span.file].text, span.start, span.end)


def surrounding_lines(stretch: TextSpan, lines_before: int = 0) -> TextSpan:
    """The whole line or lines of the stretch, with so many lines of text before."""
    start = stretch.text.rfind("\n", 0, stretch.start) + 1
    for _ in range(lines_before):
        before = len(stretch.text[:start].rstrip())
        start = stretch.text.rfind("\n", 0, before) + 1
    end = stretch.text.find("\n", stretch.end)
    return TextSpan(stretch.text, start, len(stretch.text) if end < 0 else end)


def evidence_texts(graph: Graph, record: Record) -> Iterator[str]:
    """The words that a date may rest on: the record's passages, and for a source that is held its whole text."""
    yield from (cited_span(graph, one.span).words for one in graph.citations_of(record) if one.is_found)
    if isinstance(record, Source) and record.text is not None and record.text in graph.dossier.source_texts:
        yield graph.dossier.source_texts[record.text].text


def contains_words(words: str, cited: TextSpan) -> bool:
    """Whether a number's `words` stand in a cited stretch, in upper or lower case."""
    return occurs(words.casefold(), SearchableText("", cited.words.casefold()))


def normalize_words(text: str) -> str:
    """White space runs as one space each."""
    return " ".join(text.split())
