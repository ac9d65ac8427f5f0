"""A passage has words, and its source's text is held.

Passes: a passage of a source whose `text` is in `seeds/`.
Fails:  a passage of `cnn-report`, which no one here has read: cite the text that relays it, with `via: [cnn-report]`.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-invalid"


def check(graph: Graph) -> Iterator[Finding]:
    sources = {source.id: source for source in graph.dossier.sources}
    for citation in graph.citations:
        source = sources.get(citation.passage.source)
        if citation.result.verdict != "invalid" or source is None:
            continue
        if source.text is None:
            message = f"the text of {source.id} is not held: cite the text that relays it, with `via: [{source.id}]`"
            yield Finding(citation.location("source"), ID, message)
        elif source.text in graph.dossier.source_texts:
            yield Finding(citation.location("exact"), ID, "the passage has no words", {"verdict": ID})
