"""A source whose text is held has `sha256` and `rights`; one not held has no `original` and no `excluded` regions.

Passes: `text`, `sha256` and `rights` together; or none of them.
Fails:  `text` without `sha256`: a changed byte would go unseen.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "source-text-fields"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        for name in ("sha256", "rights"):
            if source.has_text and getattr(source, name) is None:
                yield Finding(source.location("text"), ID, f"the text is held, but `{name}` is missing")
        for name in ("sha256", "rights", "excluded", "original"):
            if not source.has_text and getattr(source, name):
                yield Finding(source.location(name), ID, f"`{name}` needs `text`: this source's text is not held")
