"""The first words of an excluded region must appear exactly once in the text, its last words at or after them.

Passes: `starts: Trending on HotAir Videos`, `ends: December 15, 2024`.
Fails:  `starts: Advertisement`, which appears many times.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "excluded-region-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        for index, region in enumerate(graph.resolution.regions.get(source.id, ())):
            if region is None:
                message = "`starts` must appear exactly once in the text, and `ends` after it"
                yield Finding(source.location("excluded", index, "starts"), ID, message)
