"""A passage lies outside the regions that its source excludes; readers' comments may be cited as such.

Passes: a number of status `reader comment` that cites a region of reader comments.
Fails:  an event that cites an advertisement, or a reader's figure of status `reported`.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-excluded"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "excluded"):
        yield passage_finding(
            citation, ID, f"these words stand in a region left out of the evidence ({citation.result.region})"
        )
