"""An id in an attribution must not belong to both a source and an actor.

Passes: `via: [cnn-report]` with the actor `cnn` and the source `cnn-report`.
Fails:  `via: [cnn]` with both an actor and a source `cnn`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "ambiguous-reference"


def check(graph: Graph) -> Iterator[Finding]:
    for reference in graph.references:
        keys = [f"{kind}:{reference.written}" for kind in reference.kinds]
        matching = [key for key in keys if key in graph.dossier.by_key]
        if len(matching) > 1:
            message = f"`{reference.written}` could be {' or '.join(matching)}; rename one of them"
            yield Finding(reference.location, ID, message)
