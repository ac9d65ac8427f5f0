"""A text in `seeds/` must belong to one source only.

Passes: five sources with a text each.
Fails:  two sources with the same `text`: its passages would count as evidence from two sources.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "shared-source-text"


def check(graph: Graph) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for source in graph.dossier.sources:
        if source.text is None:
            continue
        owner = owners.setdefault(source.text, source.id)
        if owner != source.id:
            message = f"`{source.text}` is already the text of `{owner}`; keep it in one source"
            yield Finding(source.location("text"), ID, message)
