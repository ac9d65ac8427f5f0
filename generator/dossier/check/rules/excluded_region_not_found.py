"""The first words of an excluded region stand once in the text, its last words at or after them.

Passes: `starts: Trending on HotAir Videos`, `ends: December 15, 2024`.
Fails:  `starts: Advertisement`, which stands many times.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "excluded-region-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        for at, stretch in enumerate(graph.regions.get(source.id, ())):
            if stretch is None:
                message = "`starts` does not stand exactly once in the text, or `ends` does not follow it"
                yield Finding(source.location("excluded", at, "starts"), ID, message)
