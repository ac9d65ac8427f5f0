"""Each piece of a quote's `words` must appear, letter for letter, in one of its passages.

Passes: `words: [first piece, second piece]`, each piece in a passage; other passages may say when and to whom.
Fails:  words that differ from the text, or that none of the quote's passages contains.
"""

from collections.abc import Iterable, Iterator

from dossier.check.passages import direct_citations
from dossier.graph import Graph
from dossier.match import SearchableText, find_passage, first_difference, occurs
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "quote-words-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        passages = [SearchableText("", graph.passage_text(citation)) for citation in direct_citations(graph, quote)]
        for index, piece in enumerate(quote.words):
            if not any(occurs(piece, passage) for passage in passages):
                message = (
                    f"`{collapse_whitespace(piece)}` does not appear in this quote's passages; quote the exact words"
                )
                location = quote.location("words", index, words=_differing_words(piece, passages))
                yield Finding(location, ID, message)


def _differing_words(piece: str, passages: Iterable[SearchableText]) -> str:
    """Return the first words of a piece that differ from the passages; "" where they have nothing like it."""
    closest = (find_passage(piece, None, None, passage).nearest for passage in passages)
    return first_difference(piece, next((text for text in closest if text), ""))
