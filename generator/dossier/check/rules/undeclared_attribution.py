"""Every source in a chain is one that the passage's source rests on, as its record declares.

Passes: `via: [cnn-report]` in a passage of a source with `rests_on: [cnn-report]`.
Fails:  the same `via` where `rests_on` does not lead to it.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "undeclared-attribution"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in graph.citations:
        source = citation.passage.source
        if any(f"source:{name}" in graph.dossier.unreadable_keys for name in graph.upstream_sources.get(source, ())):
            continue  # What these rest on is not known.
        for at, name in enumerate(citation.passage.via):
            if (
                name in graph.upstream_sources
                and name != source
                and name not in graph.upstream_sources.get(source, (name,))
            ):
                message = (
                    f"`{source}` does not rest on `{name}`: name it in its `rests_on`, or take it out of the chain"
                )
                yield Finding(citation.location("via", at), ID, message)
