"""A disagreement must have at least two positions.

Passes: a question with two answers, each based on records.
Fails:  a question with only one answer.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "single-position"


def check(graph: Graph) -> Iterator[Finding]:
    for disagreement in graph.dossier.disagreements:
        if len(disagreement.positions) < 2:
            message = "fewer than two positions; add the other answer"
            yield Finding(disagreement.location("positions"), ID, message)
