"""Positions that all come from one origin must say so in `same_origin`, and only they may.

Passes: two readings of one CNN report, with `same_origin` explaining how they came to differ.
Fails:  the same without `same_origin`, or `same_origin` where the positions have independent origins.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "undeclared-same-origin"


def check(graph: Graph) -> Iterator[Finding]:
    for disagreement in graph.dossier.disagreements:
        statements = graph.statements_in(disagreement, "positions")
        if len(disagreement.positions) < 2 or not all(statement.citations for statement in statements):
            continue
        evidence = (citation for statement in statements for citation in statement.citations)
        origins = len(graph.count_origins(evidence).origins)
        if origins == 1 and disagreement.same_origin is None:
            message = (
                "all positions come from one origin; say in `same_origin` how they came to differ, or that one "
                "report quotes several people"
            )
            yield Finding(disagreement.location("positions"), ID, message)
        elif origins > 1 and disagreement.same_origin is not None:
            message = f"the positions come from {origins} independent origins; remove `same_origin`"
            yield Finding(disagreement.location("same_origin"), ID, message)
