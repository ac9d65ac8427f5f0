"""A list must name each record only once.

Passes: `about: [event:border-clashes, actor:colombia]`.
Fails:  `about: [event:border-clashes, event:border-clashes]`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "duplicate-reference"


def check(graph: Graph) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for reference in graph.references:
        if reference.in_prose or not isinstance(reference.path[-1], int):
            continue
        place = (reference.record.key, reference.path[:-1], reference.target)
        if place in seen:
            message = f"duplicate reference `{reference.written}` in this list; remove one"
            yield Finding(reference.location, ID, message)
        seen.add(place)
