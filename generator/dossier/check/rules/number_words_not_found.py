"""The `words` of a number stand in each of its passages.

Passes: `words: hundreds` with a passage `hundreds of willing defectors`.
Fails:  `words: dozens` with the same passage.
"""

from collections.abc import Iterator

from dossier.check.helpers import cited_words, own_citations, squeezed, words_stand
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "number-words-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        for citation in own_citations(graph, number) if number.words else ():
            words = number.words or ""
            if not words_stand(words, cited_words(graph, citation.span)):
                message = f"`{squeezed(words)}` does not stand in the passage in line {citation.at('exact').line}"
                yield Finding(number.at("words"), ID, message)
