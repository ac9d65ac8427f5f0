"""No source rests on itself, directly or through others.

Passes: a blog that rests on a report that rests on an interview.
Fails:  two reports that each name the other in `rests_on`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "circular-sources"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        for at, name in enumerate(source.rests_on):
            if name != source.id and source.id in graph.upstream_sources.get(name, ()):
                yield Finding(
                    source.location("rests_on", at),
                    ID,
                    f"`{name}` rests on `{source.id}` in its turn: break the circle",
                )
