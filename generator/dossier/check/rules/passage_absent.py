"""A passage stands in its source letter for letter; only white space may run differently.

Passes: `exact: 567 Venezuelan soldiers` where the text says so.
Fails:  `exact: 576 Venezuelan soldiers`: the nearest text is shown, with what is unlike.
"""

from collections.abc import Iterator

from dossier.check.passages import citations, finding, places
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-absent"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations(graph, "absent"):
        verdict = citation.verdict
        near = f"; the nearest is at {places(graph, verdict.places)}" if verdict.places else ""
        hint = f": {verdict.hint}" if verdict.hint else ""
        message = f"these words do not stand in {citation.passage.source}{near}{hint}"
        yield finding(citation, ID, message)
