"""An id in a chain means one record: no source and actor named in `via` share it.

Passes: `via: [cnn-report]` with the actor `cnn` and the source `cnn-report`.
Fails:  `via: [cnn]` with both an actor and a source of the id `cnn`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "ambiguous-reference"


def check(graph: Graph) -> Iterator[Finding]:
    for link in (one for one in graph.references if len(one.kinds) > 1):
        meant = [f"{kind}:{link.written}" for kind in link.kinds if f"{kind}:{link.written}" in graph.dossier.by_key]
        if len(meant) > 1:
            message = f"`{link.written}` is both {' and '.join(meant)}: rename one"
            yield Finding(link.location, ID, message)
