"""A passage neither begins nor ends inside a word or a figure.

Passes: `exact: 567 defectors`.
Fails:  `exact: 67 defectors`, where the text says `567 defectors`.
"""

from collections.abc import Iterator

from generator.check.verdicts import citations, finding
from generator.link import Graph
from generator.model.citation import Citation
from generator.model.finding import Finding

ID = "passage-cut"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations(graph, "cut"):
        yield finding(citation, ID, f"these words begin or end inside a word or a figure{_whole(graph, citation)}")


def _whole(graph: Graph, citation: Citation) -> str:
    span = citation.verdict.span
    if span is None:
        return ""
    text = graph.dossier.seeds[span.file].text
    start = text.rfind(" ", 0, span.start) + 1
    end = text.find(" ", span.end)
    return f": the text says `{' '.join(text[start : end if end >= 0 else len(text)].split())}`"
