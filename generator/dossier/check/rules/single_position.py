"""A disagreement has two positions at least.

Passes: a question with two answers, each on its records.
Fails:  a question with one answer: nobody differs.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "single-position"


def check(graph: Graph) -> Iterator[Finding]:
    for disagreement in graph.dossier.disagreements:
        if len(disagreement.positions) < 2:
            yield Finding(
                disagreement.location("positions"),
                ID,
                "a disagreement has two positions at least: add the other answer",
            )
