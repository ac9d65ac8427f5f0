"""Words with a meaning of their own that rules compare in one language: that of the dossier and of a passage."""

from dossier.check.passages import direct_citations
from dossier.detect.content_words import ContentWords
from dossier.detect.languages import prose_detectors, source_detectors
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.record import Record


def prose_content(graph: Graph) -> ContentWords | None:
    """Return what reads the words of the dossier's language; None in English, which has rules of its own."""
    detectors = prose_detectors(graph.dossier)
    return detectors.content if detectors else None


def is_in_own_language(graph: Graph, citation: Citation) -> bool:
    """Return whether a passage is in the dossier's language, and its words are read."""
    detectors, content = source_detectors(graph.dossier, graph.source_of(citation)), prose_content(graph)
    return content is not None and detectors is not None and detectors.content is content


def citations_in_own_language(graph: Graph, record: Record) -> list[Citation]:
    """Return the record's own passages in the dossier's language."""
    return [citation for citation in direct_citations(graph, record) if is_in_own_language(graph, citation)]
