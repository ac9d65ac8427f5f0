"""A quote's speaker must be named near its words and end its attribution, unless `speaker_basis` explains why not.

Passes: the speaker `Silva` for words of a paragraph that ends in `Silva said in the video`.
Fails:  a speaker named neither in the line of the words nor in the two lines before it; or an attribution that ends
    with another person.
"""

from collections.abc import Iterator

from dossier.check.passages import cited_span, direct_citations, surrounding_lines
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
        if not isinstance(speaker, Actor) or quote.speaker_basis is not None:
            continue
        others = sorted(_last_persons(graph, quote) - {speaker.id})
        if others:
            message = (
                f"the attribution ends with `{others[0]}`, not `{speaker.id}`; correct one, or add `speaker_basis`"
            )
            yield Finding(quote.location("speaker"), ID, message)
        elif not _is_named_nearby(graph, quote, speaker):
            message = f"`{speaker.id}` is not named near the quote; explain in `speaker_basis`"
            yield Finding(quote.location("speaker"), ID, message)


def _last_persons(graph: Graph, quote: Quote) -> set[str]:
    """Return the ids of the persons who are last in the attributions of the quote's own passages."""
    last_links = {citation.passage.via[-1] for citation in direct_citations(graph, quote) if citation.passage.via}
    actors = (graph.dossier.by_key.get(f"actor:{link}") for link in last_links)
    return {actor.id for actor in actors if isinstance(actor, Actor) and actor.kind == "person"}


def _is_named_nearby(graph: Graph, quote: Quote, speaker: Actor) -> bool:
    for citation in direct_citations(graph, quote):
        lines = SearchableText("", surrounding_lines(cited_span(graph, citation.span), LINES_BEFORE).words)
        if any(occurs(name, lines) for name in (speaker.name, *speaker.aliases)):
            return True
    return False
