"""Every source in an attribution must be one that the passage's source is based on, according to `rests_on`.

Passes: `via: [cnn-report]` in a passage of a source with `rests_on: [cnn-report]`.
Fails:  the same `via` where `rests_on` does not lead to it.
"""

from collections.abc import Iterator

from dossier.check.passages import sources_in_doubt
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "undeclared-attribution"


def check(graph: Graph) -> Iterator[Finding]:
    in_doubt = sources_in_doubt(graph)
    for citation in graph.citations:
        source = citation.passage.source
        if source not in graph.upstream_sources:
            continue
        declared = {source, *graph.upstream_sources[source]}
        if declared & in_doubt:
            continue
        for index, party in enumerate(citation.passage.via):
            if party in graph.upstream_sources and party not in declared:
                message = f"`{source}` is not based on `{party}`; add that to its `rests_on`, or remove it here"
                yield Finding(citation.location("via", index), ID, message)
