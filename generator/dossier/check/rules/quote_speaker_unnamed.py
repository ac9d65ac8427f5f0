"""A quote's speaker is named at the words or right before them and ends their chain, or `speaker_basis` says why.

Passes: a speaker `Silva` for words of a paragraph that ends in `Silva said in the video`, by a chain that ends in him.
Fails:  a speaker whom neither the line of the words nor the two lines before it name; a chain that ends in another
person.
"""

from collections.abc import Iterator

from dossier.check.helpers import cited_span, direct_citations, passages_resolved, surrounding_lines
from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.quote import Quote

ID = "quote-speaker-unnamed"
LINES_BEFORE = 2


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        speaker = graph.dossier.by_key.get(f"actor:{quote.speaker}")
        if not isinstance(speaker, Actor) or quote.speaker_basis is not None or not passages_resolved(graph, quote):
            continue
        others = sorted(_persons_at_the_end(graph, quote) - {speaker.id})
        if others:
            message = f"the chain ends in `{others[0]}`, not in `{speaker.id}`: mend one, or say why in `speaker_basis`"
            yield Finding(quote.location("speaker"), ID, message)
            continue
        around = [
            surrounding_lines(cited_span(graph, one.span), LINES_BEFORE).words for one in direct_citations(graph, quote)
        ]
        if not any(
            occurs(name, SearchableText("", text)) for text in around for name in (speaker.name, *speaker.aliases)
        ):
            message = f"`{quote.speaker}` is not named at the words or right before them: say why in `speaker_basis`"
            yield Finding(quote.location("speaker"), ID, message)


def _persons_at_the_end(graph: Graph, quote: Quote) -> set[str]:
    """The persons in whom the chains of a quote's own passages end."""
    last = {one.passage.via[-1] for one in direct_citations(graph, quote) if one.passage.via}
    actors = (graph.dossier.by_key.get(f"actor:{link}") for link in last)
    return {one.id for one in actors if isinstance(one, Actor) and one.kind == "person"}
