"""A chain runs away from the document held: it does not come back to it, and only its end may be unidentified.

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
        for at, name in enumerate(via):
            if name == citation.passage.source:
                yield Finding(
                    citation.location("via", at), ID, f"`{name}` is the passage's own source: a chain starts behind it"
                )
            elif name == UNIDENTIFIED and at + 1 < len(via):
                yield Finding(citation.location("via", at), ID, f"`{name}` ends a chain: nothing follows it")
