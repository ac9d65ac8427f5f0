"""The `words` of a number stand in each of its passages.

Passes: `words: hundreds` with a passage `hundreds of willing defectors`.
Fails:  `words: dozens` with the same passage.
"""

from collections.abc import Iterator

from dossier.check.helpers import cited_span, contains_words, direct_citations, normalize_words
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "number-words-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        for citation in direct_citations(graph, number) if number.words else ():
            words = number.words or ""
            if not contains_words(words, cited_span(graph, citation.span)):
                message = f"`{normalize_words(words)}` does not stand in the passage in line {citation.location('exact').line}"
                yield Finding(number.location("words"), ID, message)
