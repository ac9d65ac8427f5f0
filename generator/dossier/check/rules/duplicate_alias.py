"""A record must list each spelling only once.

Passes: `aliases: [Nicolas Maduro, Nicolás Maduro]`: they differ in an accent.
Fails:  `aliases: [Maduro, Maduro]`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.base import VerbatimField
from dossier.model.finding import Finding

ID = "duplicate-alias"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        seen: set[str] = set()
        for path, mark, spelling in record.marked_fields:
            if isinstance(mark, VerbatimField):
                if spelling in seen:
                    yield Finding(record.location(*path), ID, f"duplicate alias `{spelling}`; remove one")
                seen.add(spelling)
