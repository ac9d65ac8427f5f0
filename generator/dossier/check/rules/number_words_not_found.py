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
        lines = [
            str(citation.location("exact").line)
            for citation in direct_citations(graph, number)
            if not contains_words(number.words, cited_span(graph, citation.span))
        ]
        if lines:
            plural = "s" if len(lines) > 1 else ""
            place = f"the passage{plural} on line{plural} {' and '.join(lines)}"
            message = f"`{collapse_whitespace(number.words)}` does not appear in {place}; write the words as they do"
            yield Finding(number.location("words"), ID, message)
