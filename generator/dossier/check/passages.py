"""Findings from verdicts: what the rules about passages share."""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.match import first_difference
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.passage import Span, Verdict


def citations_with(graph: Graph, verdict: Verdict) -> Iterator[Citation]:
    """The citations with this verdict whose source is held."""
    held = {source.id for source in graph.dossier.sources if source.text in graph.dossier.source_texts}
    return (one for one in graph.citations if one.result.verdict == verdict and one.passage.source in held)


def passage_finding(citation: Citation, rule: str, message: str) -> Finding:
    """A finding at the first words that the nearest text has otherwise, else at the passage.

    Its detail has the verdict's figures, for programs.
    """
    verdict = citation.result
    detail: dict[str, object] = {"verdict": rule}
    if verdict.span is not None:
        detail |= {"start": verdict.span.start, "end": verdict.span.end}
    if verdict.candidates:
        detail["places"] = [place._asdict() for place in verdict.candidates]
    if verdict.differences:
        detail["differs"] = list(verdict.differences)
    if verdict.nearest is not None:
        detail["nearest"] = verdict.nearest
    unlike = first_difference(citation.passage.exact, verdict.nearest) if verdict.nearest else ""
    return Finding(citation.location("exact", words=unlike), rule, message, detail)


def format_locations(graph: Graph, spans: tuple[Span, ...]) -> str:
    """Places as a message names them: file, line and column."""
    return ", ".join(str(graph.dossier.source_texts[span.file].location(span.start)) for span in spans)
