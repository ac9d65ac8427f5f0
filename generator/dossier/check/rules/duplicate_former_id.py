"""A former id must be listed only once within its kind.

Passes: `formerly: [guaido]` in one actor.
Fails:  `formerly: [guaido]` in two actors, or twice in one: an old address can lead to one page only.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "duplicate-former-id"


def check(graph: Graph) -> Iterator[Finding]:
    first_paths: dict[tuple[str, str], str] = {}
    for record in sorted(graph.dossier.records_with_pages, key=lambda record: record.path):
        for index, former_id in enumerate(record.formerly):
            first_path = first_paths.setdefault((record.plural, former_id), record.path)
            if first_path != record.path or former_id in record.formerly[:index]:
                message = f"`{former_id}` is already a former id in {first_path}; remove one"
                yield Finding(record.location("formerly", index), ID, message)
