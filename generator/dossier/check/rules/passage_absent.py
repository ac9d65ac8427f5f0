"""A passage stands in its source letter for letter; only white space may run differently.

Passes: `exact: 567 Venezuelan soldiers` where the text says so.
Fails:  `exact: 576 Venezuelan soldiers`: the nearest text is shown, with what is unlike.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-absent"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "absent"):
        verdict = citation.result
        near = f"; the nearest is at {format_locations(graph, verdict.candidates)}" if verdict.candidates else ""
        hint = f": {verdict.diff}" if verdict.diff else ""
        message = f"these words do not stand in {citation.passage.source}{near}{hint}"
        yield passage_finding(citation, ID, message)
