"""The text around citations, for the rules about figures, dates, quotes and speakers."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.record import Record


class TextSpan(NamedTuple):
    """A span of a source text: `text[start:end]` of the whole text, in code points."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def direct_citations(graph: Graph, record: Record) -> list[Citation]:
    """Return the found citations of the record's own `passages`, without those of its roles and relations."""
    return [citation for citation in graph.citations_of(record) if citation.is_found and citation.path[0] == "passages"]


def cited_span(graph: Graph, span: Span) -> TextSpan:
    """Return a span together with the text it is a part of."""
    return TextSpan(graph.dossier.source_texts[span.file].text, span.start, span.end)


def surrounding_lines(span: TextSpan, lines_before: int = 0) -> TextSpan:
    """Return the span extended to whole lines, and by so many non-empty lines before it."""
    start = span.text.rfind("\n", 0, span.start) + 1
    for _ in range(lines_before):
        end_of_previous = len(span.text[:start].rstrip())
        start = span.text.rfind("\n", 0, end_of_previous) + 1
    end = span.text.find("\n", span.end)
    return TextSpan(span.text, start, len(span.text) if end < 0 else end)


def evidence_texts(graph: Graph, record: Record) -> Iterator[str]:
    """Yield the texts that may state a date of the record: its passages and, for a source, its whole text."""
    for citation in graph.citations_of(record):
        if citation.is_found:
            yield graph.passage_text(citation)
    if isinstance(record, Source) and record.text is not None and record.text in graph.dossier.source_texts:
        yield graph.dossier.source_texts[record.text].text


def contains_words(words: str, span: TextSpan) -> bool:
    """Return whether a number's `words` appear in a span, ignoring case."""
    return occurs(words.casefold(), SearchableText("", span.words.casefold()))
