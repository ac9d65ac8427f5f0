"""Findings about passages that were not found, for the rules about passages."""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.match import first_difference
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.passage import Span, Verdict


def citations_with(graph: Graph, verdict: Verdict) -> Iterator[Citation]:
    """Yield the citations with this verdict."""
    return (citation for citation in graph.citations if citation.result.verdict == verdict)


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
