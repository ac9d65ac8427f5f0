"""A former id is claimed once within its kind.

Passes: `formerly: [guaido]` in one actor.
Fails:  `formerly: [guaido]` in two actors, or twice in one: an old address leads to one page.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "duplicate-former-id"


def check(graph: Graph) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for record in sorted(graph.dossier.records_with_pages, key=lambda one: one.path):
        for at, old in enumerate(record.formerly):
            claimed = first.setdefault((record.plural, old), record.path)
            if claimed != record.path or old in record.formerly[:at]:
                yield Finding(record.location("formerly", at), ID, f"`{old}` is already claimed by {claimed}: keep one")
