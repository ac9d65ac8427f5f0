"""A text in `seeds/` belongs to one source.

Passes: five sources with a text each.
Fails:  two sources that name the same `text`: their passages would count as two documents.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "shared-source-text"


def check(graph: Graph) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for source in graph.dossier.sources:
        if source.text is None:
            continue
        if source.text in first:
            yield Finding(source.location("text"), ID, f"`{source.text}` is already the text of `{first[source.text]}`")
        first.setdefault(source.text, source.id)
