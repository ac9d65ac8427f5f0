"""Passages as rules see them: which were not found, the findings about these, and the text around the others."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.detect.detectors import Detectors
from dossier.detect.languages import reads_words, source_detectors
from dossier.graph import Graph
from dossier.match import SearchableText, first_difference, occurs
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.source import Source
from dossier.model.passage import Span, Verdict
from dossier.model.record import Record
from dossier.text.wording import pluralize

CREDIT_LINES = 3
"""The lines at the beginning and the end of a text in which it may credit somebody."""


def citations_with(graph: Graph, verdict: Verdict) -> Iterator[Citation]:
    """Yield the citations with this verdict."""
    return (citation for citation in graph.citations if citation.result.verdict == verdict)


def lacks_passages(record: Record) -> bool:
    """Return whether the record has no passage, but needs one: it is no disagreement, and no source with a text."""
    has_other_evidence = isinstance(record, Disagreement) or (isinstance(record, Source) and record.has_text)
    return not record.passages and not has_other_evidence


def passage_finding(citation: Citation, rule: str, message: str) -> Finding:
    """Return a finding at the first words that differ from the closest text, else at the passage.

    Its detail, for programs, has the offsets and texts of the match result.
    """
    result = citation.result
    detail: dict[str, object] = {"verdict": rule}
    if result.span is not None:
        detail |= {"start": result.span.start, "end": result.span.end}
    if result.candidates:
        detail["places"] = [span._asdict() for span in result.candidates]
    if result.differences:
        detail["differs"] = list(result.differences)
    if result.nearest is not None:
        detail["nearest"] = result.nearest
    differing_words = first_difference(citation.passage.exact, result.nearest) if result.nearest else ""
    return Finding(citation.location("exact", words=differing_words), rule, message, detail)


def format_locations(graph: Graph, spans: tuple[Span, ...]) -> str:
    """Return the locations of spans as `file:line:column`, separated by commas."""
    return ", ".join(str(graph.dossier.source_texts[span.file].location(span.start)) for span in spans)


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
    return [citation for citation in graph.citations_in(record, "passages") if citation.is_found]


def read_citations(graph: Graph, record: Record) -> list[Citation]:
    """Return the direct citations whose texts are in a language of which verbs and nouns are read."""
    citations = direct_citations(graph, record)
    return [citation for citation in citations if reads_words(graph.dossier, graph.source_of(citation))]


def is_from_recording(graph: Graph, citation: Citation) -> bool:
    """Return whether a passage is from the subtitles of a recording, in which all words are said."""
    return graph.dossier.source_texts[citation.span.file].is_recording


def cited_span(graph: Graph, span: Span) -> TextSpan:
    """Return a span together with the text it is a part of."""
    return TextSpan(graph.dossier.source_texts[span.file].text, span.start, span.end)


def surrounding_lines(span: TextSpan, lines_before: int = 0) -> TextSpan:
    """Return the span extended to whole lines, and by `lines_before` non-empty lines before it."""
    start = span.text.rfind("\n", 0, span.start) + 1
    for _ in range(lines_before):
        end_of_previous = len(span.text[:start].rstrip())
        start = span.text.rfind("\n", 0, end_of_previous) + 1
    end = span.text.find("\n", span.end)
    return TextSpan(span.text, start, len(span.text) if end < 0 else end)


@lru_cache(maxsize=64)  # Each text is asked for once per passage.
def first_and_last_lines(text: str) -> str:
    """Return the lines at the beginning and the end of a text in which it may credit somebody."""
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n".join((*lines[:CREDIT_LINES], *lines[-CREDIT_LINES:]))


def evidence_texts(graph: Graph, record: Record) -> Iterator[str]:
    """Yield the texts that may state a date of the record: its passages and, for a source, its whole text."""
    for citation in graph.citations_of(record):
        if citation.is_found:
            yield graph.passage_text(citation)
    text = graph.dossier.source_texts.get(record.text or "") if isinstance(record, Source) else None
    if text is not None:
        yield text.text


class ReadableText(NamedTuple):
    """A text, and the detectors for its language."""

    text: str
    detectors: Detectors


def readable_evidence(graph: Graph, record: Record) -> Iterator[ReadableText]:
    """Yield the texts that may state a date of the record, and are read: its passages, and the text of a source."""
    for citation in graph.citations_of(record):
        detectors = source_detectors(graph.dossier, graph.source_of(citation)) if citation.is_found else None
        if detectors is not None:
            yield ReadableText(graph.passage_text(citation), detectors)
    text = graph.dossier.source_texts.get(record.text or "") if isinstance(record, Source) else None
    if text is not None and (detectors := source_detectors(graph.dossier, record)):
        yield ReadableText(text.text, detectors)


def unread_languages(graph: Graph, record: Record) -> tuple[str, ...]:
    """Return the languages of the record's passages, or of a source's own text, whose dates are not read."""
    keys = [f"source:{citation.passage.source}" for citation in graph.citations_of(record)]
    sources = [graph.dossier.by_key.get(key) for key in dict.fromkeys((*keys, record.key))]
    unread = (
        source for source in sources if isinstance(source, Source) and not source_detectors(graph.dossier, source)
    )
    return tuple(dict.fromkeys(graph.dossier.language_of(source) for source in unread))


def first_of_each(findings: Mapping[str, Sequence[Finding]], noun: str) -> Iterator[Finding]:
    """Yield the first finding about each language or source, with the number of the others in its message."""
    for group in findings.values():
        first, *others = {finding.location: finding for finding in group}.values()
        more = f", and to {pluralize(len(others), f'more {noun}')}" if others else ""
        yield first._replace(message=f"{first.message}{more}")


def sources_in_doubt(graph: Graph) -> set[str]:
    """Return the ids of the sources with a reference in `rests_on` that leads to no record."""
    return {
        reference.record.id
        for reference in graph.unresolved_references
        if isinstance(reference.record, Source) and reference.path[0] == "rests_on"
    }


def contains_words(words: str, span: TextSpan) -> bool:
    """Return whether a number's `words` appear in a span, ignoring case."""
    return occurs(words.casefold(), SearchableText("", span.words.casefold()))
