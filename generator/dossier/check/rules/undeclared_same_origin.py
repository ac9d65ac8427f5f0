"""Positions that all come from one origin must say so in `same_origin`, and only they may.

Passes: two readings of one CNN report, with `same_origin` explaining how they came to differ; what two people say whom
    one report quotes.
Fails:  the same without `same_origin`, or `same_origin` where the positions have independent origins.
"""

from collections.abc import Iterator, Sequence

from dossier.graph import Graph, Statement
from dossier.model.finding import Finding

ID = "undeclared-same-origin"


def check(graph: Graph) -> Iterator[Finding]:
    for disagreement in graph.dossier.disagreements:
        statements = graph.statements_in(disagreement, "positions")
        if len(disagreement.positions) < 2 or not all(statement.citations for statement in statements):
            continue
        evidence = (citation for statement in statements for citation in statement.citations)
        origins = len(graph.count_origins(evidence).origins)
        if origins == 1 and disagreement.same_origin is None and not _quote_different_actors(graph, statements):
            message = (
                "all positions come from one origin; say in `same_origin` how they came to differ, or in `via` whom "
                "the report quotes"
            )
            yield Finding(disagreement.location("positions"), ID, message)
        elif origins > 1 and disagreement.same_origin is not None:
            message = f"the positions come from {origins} independent origins; remove `same_origin`"
            yield Finding(disagreement.location("same_origin"), ID, message)


def _quote_different_actors(graph: Graph, statements: Sequence[Statement]) -> bool:
    """Return whether each position is in the words of other actors than the others are."""
    speakers: dict[int | str, set[str]] = {}
    for statement in statements:
        last = {citation.passage.via[-1:] for citation in statement.citations}
        if not all(via and f"actor:{via[0]}" == graph.party_key(via[0]) for via in last):
            return False
        speakers.setdefault(statement.path[1], set()).update(via[0] for via in last)
    everyone = [speaker for group in speakers.values() for speaker in group]
    return len(everyone) == len(set(everyone))
