"""A passage must appear in its source letter for letter; only white space may differ.

Passes: `exact: 567 Venezuelan soldiers` where the text says so.
Fails:  `exact: 576 Venezuelan soldiers`: the closest match is shown, with the differences.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-absent"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "absent"):
        message = f"not found in {citation.passage.source}"
        if citation.result.candidates:
            message += f"; closest match: {format_locations(graph, citation.result.candidates)}"
        else:
            message += "; quote the exact words of the text"
        if citation.result.diff:
            message += f": {citation.result.diff}"
        yield passage_finding(citation, ID, message)
