"""A passage must not start or end inside a word or a figure.

Passes: `exact: 567 defectors`.
Fails:  `exact: 67 defectors`, where the text says `567 defectors`.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "passage-cut"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "cut"):
        whole_words = collapse_whitespace(citation.result.nearest or "")
        yield passage_finding(citation, ID, f"starts or ends mid-word; the text reads `{whole_words}`")
