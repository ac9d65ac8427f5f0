"""A list of passages must cite the same words of a source only once.

Passes: two passages from one sentence that start or end at different words.
Fails:  the same `exact` twice under one `passages`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "duplicate-passage"


def check(graph: Graph) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for citation in graph.citations:
        if not citation.is_found:
            continue
        place = (citation.record.key, citation.path[:-1], citation.span)
        if place in seen:
            yield Finding(citation.location("exact"), ID, "duplicate passage in this list; remove one")
        seen.add(place)
