"""A source must not be based on itself, directly or through others.

Passes: a blog based on a report that is based on an interview.
Fails:  two reports that each name the other in `rests_on`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "circular-sources"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        for index, name in enumerate(source.rests_on):
            if name != source.id and source.id in graph.upstream_sources.get(name, ()):
                message = f"`{name}` is itself based on `{source.id}`; remove one from `rests_on`"
                yield Finding(source.location("rests_on", index), ID, message)
