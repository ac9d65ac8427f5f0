"""A dispute has two positions at least.

Passes: a question with two answers, each on its records.
Fails:  a question with one answer: nobody differs.
"""

from collections.abc import Iterator

from dossier.link import Graph
from dossier.model.finding import Finding

ID = "dispute-positions"


def check(graph: Graph) -> Iterator[Finding]:
    for dispute in graph.dossier.disputes:
        if len(dispute.positions) < 2:
            yield Finding(dispute.at("positions"), ID, "a dispute has two positions at least: add the other answer")
