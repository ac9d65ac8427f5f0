"""The `words` of a number must appear in each of its passages.

Passes: `words: hundreds` with a passage `hundreds of willing defectors`.
Fails:  `words: dozens` with the same passage.
"""

from collections.abc import Iterator

from dossier.check.passages import cited_span, contains_words, direct_citations
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "number-words-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        if number.words is None:
            continue
        for citation in direct_citations(graph, number):
            if not contains_words(number.words, cited_span(graph, citation.span)):
                line = citation.location("exact").line
                message = f"`{collapse_whitespace(number.words)}` does not appear in the passage on line {line}"
                yield Finding(number.location("words"), ID, message)
