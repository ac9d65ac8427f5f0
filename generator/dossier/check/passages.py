"""Findings from verdicts: what the rules about passages share."""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.match import first_unlike
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.passage import Span, VerdictName


def citations(graph: Graph, verdict: VerdictName) -> Iterator[Citation]:
    """The citations with this verdict whose source is held."""
    held = {source.id for source in graph.dossier.sources if source.text in graph.dossier.seeds}
    return (one for one in graph.citations if one.verdict.name == verdict and one.passage.source in held)


def finding(citation: Citation, rule: str, message: str) -> Finding:
    """A finding at the first words that the nearest text has otherwise, else at the passage.

    Its detail has the verdict's figures, for programs.
    """
    verdict = citation.verdict
    detail: dict[str, object] = {"verdict": rule}
    if verdict.span is not None:
        detail |= {"start": verdict.span.start, "end": verdict.span.end}
    if verdict.places:
        detail["places"] = [place._asdict() for place in verdict.places]
    if verdict.differs:
        detail["differs"] = list(verdict.differs)
    if verdict.nearest is not None:
        detail["nearest"] = verdict.nearest
    unlike = first_unlike(citation.passage.exact, verdict.nearest) if verdict.nearest else ""
    return Finding(citation.at("exact", words=unlike), rule, message, detail)


def places(graph: Graph, spans: tuple[Span, ...]) -> str:
    """Places as a message names them: file, line and column."""
    return ", ".join(str(graph.dossier.seeds[span.file].at(span.start)) for span in spans)
