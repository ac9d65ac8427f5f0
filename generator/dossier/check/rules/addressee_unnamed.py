"""Whom a quote was said to must be named in or near its passages, or in its attribution, or a basis names them.

Passes: `addressed_to: [eva-holm]` for `Brandt asked Holm`, or where the line before names her; an outlet that publishes
    the source; a party of the attribution other than the speaker.
Fails:  somebody whom neither the lines of the passages nor the ones before or after name; the speaker.
"""

from collections.abc import Iterator

from dossier.check.names import is_named
from dossier.check.passages import cited_span, direct_citations, surrounding_lines
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.quote import Quote

ID = "addressee-unnamed"


def check(graph: Graph) -> Iterator[Finding]:
    for quote in graph.dossier.quotes:
        citations = direct_citations(graph, quote)
        for index, actor_id in enumerate(quote.addressed_to):
            addressee = graph.dossier.by_key.get(f"actor:{actor_id}")
            if not isinstance(addressee, Actor) or not citations:
                continue
            message = _find_problem(graph, quote, addressee, citations)
            if message:
                yield Finding(quote.location("addressed_to", index), ID, message)


def _find_problem(graph: Graph, quote: Quote, addressee: Actor, citations: list[Citation]) -> str:
    if is_named(addressee, graph.plain_text(quote.addressed_to_basis or "")):
        return ""
    if addressee.id == quote.speaker:
        return f"`{addressee.id}` is the speaker; correct one, or name whom they spoke to in `addressed_to_basis`"
    if any(_names(graph, citation, addressee) for citation in citations) or not _has_evidence(graph, addressee):
        return ""
    return f"no passage or line near it names `{addressee.id}`; correct it, or name them in `addressed_to_basis`"


def _has_evidence(graph: Graph, addressee: Actor) -> bool:
    """Return whether the passages of an actor's own record name it; if none does, its name is the mistake."""
    own = [citation for citation in graph.citations_of(addressee) if citation.is_found]
    return addressee.unnamed or any(is_named(addressee, graph.passage_text(citation)) for citation in own)


def _names(graph: Graph, citation: Citation, addressee: Actor) -> bool:
    """Return whether a passage, its lines or those next to them, or its attribution, name the addressee."""
    if addressee in graph.parties_of(citation):
        return True
    near = surrounding_lines(cited_span(graph, citation.span), lines_before=1)
    following = near.text[near.end :].lstrip().partition("\n")[0]
    return is_named(addressee, near.words) or is_named(addressee, following)
