"""A list names each record once.

Passes: `about: [event:border-clashes, actor:colombia]`.
Fails:  `about: [event:border-clashes, event:border-clashes]`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "duplicate-reference"


def check(graph: Graph) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for link in graph.references:
        if link.in_prose or not isinstance(link.path[-1], int):
            continue
        place = (link.record.key, link.path[:-1], link.target)
        if place in seen:
            yield Finding(link.location, ID, f"`{link.written}` stands twice in this list: keep one")
        seen.add(place)
