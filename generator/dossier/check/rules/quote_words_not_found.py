"""The words of a quote stand in its passages, letter for letter: each piece whole in one of them.

Passes: `words: [first piece, second piece]`, each piece in a passage; other passages may tell when and to whom.
Fails:  words that the text has otherwise, or that no passage of the quote cites.
"""

from collections.abc import Iterable, Iterator

from dossier.check.helpers import cited_span, direct_citations, normalize_words, passages_resolved
from dossier.graph import Graph
from dossier.match import SearchableText, find_passage, first_difference, occurs
from dossier.model.finding import Finding

ID = "quote-words-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        if not passages_resolved(graph, quote):
            continue
        cited = [SearchableText("", cited_span(graph, one.span).words) for one in direct_citations(graph, quote)]
        for at, piece in enumerate(quote.words):
            if not any(occurs(piece, text) for text in cited):
                message = f"`{normalize_words(piece)}` stands in no passage of this quote: quote it letter for letter"
                yield Finding(quote.location("words", at, words=_unlike(piece, cited)), ID, message)


def _unlike(piece: str, cited: Iterable[SearchableText]) -> str:
    """The first words of a piece that the passages have otherwise; empty where they have nothing like it."""
    nearest = next((found for text in cited if (found := find_passage(piece, None, None, text).nearest)), "")
    return first_difference(piece, nearest)
