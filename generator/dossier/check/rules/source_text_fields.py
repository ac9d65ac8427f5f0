"""A source with a `text` must state its `sha256` and `rights`; one without must have no fields about a text.

Passes: `text`, `sha256` and `rights` together; or none of them.
Fails:  `text` without `sha256`: a change to the text would go unnoticed.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "source-text-fields"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        if source.has_text:
            for name in ("sha256", "rights"):
                if getattr(source, name) is None:
                    yield Finding(source.location("text"), ID, f"`text` needs `{name}`; add it")
        else:
            for name in ("sha256", "rights", "excluded", "original"):
                if getattr(source, name):
                    yield Finding(source.location(name), ID, f"`{name}` needs `text`; add that or remove this")
