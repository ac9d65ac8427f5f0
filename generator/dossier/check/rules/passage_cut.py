"""A passage neither begins nor ends inside a word or a figure.

Passes: `exact: 567 defectors`.
Fails:  `exact: 67 defectors`, where the text says `567 defectors`.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-cut"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "cut"):
        says = " ".join((citation.result.nearest or "").split())
        yield passage_finding(
            citation, ID, f"these words begin or end inside a word or a figure: the text says `{says}`"
        )
