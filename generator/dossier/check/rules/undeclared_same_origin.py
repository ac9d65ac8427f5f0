"""Positions that all rest on one origin say so in `same_origin`, and only they do.

Passes: two readings of one CNN report, with `same_origin` telling how they came to differ.
Fails:  the same without `same_origin`, or `same_origin` where the positions have independent origins.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.graph.origins import count_origins
from dossier.model.finding import Finding
from dossier.model.kinds.disagreement import Disagreement

ID = "undeclared-same-origin"


def check(graph: Graph) -> Iterator[Finding]:
    for disagreement in graph.dossier.disagreements:
        origins = _origins(graph, disagreement)
        if origins == 1 and disagreement.same_origin is None:
            message = "all positions rest on one origin: say in `same_origin` how they came to differ"
            yield Finding(disagreement.location("positions"), ID, message)
        elif origins > 1 and disagreement.same_origin is not None:
            message = f"the positions rest on {origins} independent origins: take `same_origin` out"
            yield Finding(disagreement.location("same_origin"), ID, message)


def _origins(graph: Graph, disagreement: Disagreement) -> int:
    """How many origins stand behind the positions; 0 where a record or passage is missing, which other rules name."""
    cited = [
        one for one in graph.evidence_of(disagreement) if one.record is not disagreement or one.path[0] == "positions"
    ]
    known = all(key in graph.dossier.by_key for position in disagreement.positions for key in position.rests_on)
    if (
        len(disagreement.positions) < 2
        or not known
        or graph.dossier.unreadable_keys
        or not all(one.is_found for one in cited)
    ):
        return 0
    return len(count_origins(cited, graph.upstream_sources).origins)
