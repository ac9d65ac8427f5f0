"""A passage must have words, and its source a text.

Passes: a passage of a source whose `text` is in `seeds/`.
Fails:  a passage of `cnn-report`, known only second-hand: cite the text that relays it, with `via: [cnn-report]`.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-invalid"


def check(graph: Graph) -> Iterator[Finding]:
    sources = {source.id: source for source in graph.dossier.sources}
    for citation in citations_with(graph, "invalid"):
        source = sources.get(citation.passage.source)
        if source is not None and source.text is None:
            message = f"{source.id} has no text; cite a text that relays it, with `via: [{source.id}]`"
            yield Finding(citation.location("source"), ID, message)
        elif source is not None and source.text in graph.dossier.source_texts:
            yield passage_finding(citation, ID, "the passage has no words; fill in `exact`")
