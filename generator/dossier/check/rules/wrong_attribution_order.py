"""An attribution must lead away from the passage's source, and only its end may be `unidentified`.

Passes: `via: [cnn-report, unidentified]`.
Fails:  `via: [unidentified, cnn-report]`, or a `via` that names the passage's own source.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.passage import UNIDENTIFIED

ID = "wrong-attribution-order"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in graph.citations:
        via = citation.passage.via
        for index, party in enumerate(via):
            if party == citation.passage.source:
                message = f"`{party}` is the passage's own source; remove it from `via`"
            elif party == UNIDENTIFIED and index + 1 < len(via):
                message = f"`{party}` must come last in `via`"
            else:
                continue
            yield Finding(citation.location("via", index), ID, message)
