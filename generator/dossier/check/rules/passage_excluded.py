"""A passage must lie outside the regions that its source excludes; readers' comments may be cited as such.

Passes: a number with `status: reader comment` that cites a region of reader comments.
Fails:  an event that cites an advertisement, or a reader's figure with `status: reported`.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-excluded"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "excluded"):
        message = f"in a region not used as evidence ({citation.result.region}); cite other words"
        yield passage_finding(citation, ID, message)
