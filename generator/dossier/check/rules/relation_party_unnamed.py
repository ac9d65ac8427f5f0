"""A passage of a relation must name both actors, unless its `basis` explains how the relationship follows.

Passes: `type: leads`, `to: port-officials`, where a passage has `Eva Holm heads the port officials`.
Fails:  the same `to`, where no passage names them. The actor itself may also be named in the line around the passage,
    be a party to its attribution, or publish its source.
"""

from collections.abc import Iterator

from dossier.check.names import is_named
from dossier.check.passages import cited_span, surrounding_lines
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor

ID = "relation-party-unnamed"


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for index, relation in enumerate(actor.relations):
            basis = graph.plain_text(relation.basis or "")
            citations = [citation for citation in graph.citations_in(actor, "relations", index) if citation.is_found]
            other = graph.dossier.by_key.get(f"actor:{relation.to}")
            if other is None or other is actor or not citations:
                continue
            if not any(is_named(other, text) for text in (*map(graph.passage_text, citations), basis)):
                message = (
                    f"no passage of this relation names `{relation.to}`; cite one that does, or name it in `basis`"
                )
                yield Finding(actor.location("relations", index, "to"), ID, message)
            elif not basis and not any(_is_named_nearby(graph, actor, citation) for citation in citations):
                message = f"no passage of this relation names `{actor.id}`; cite one that does, or name it in `basis`"
                yield Finding(actor.location("relations", index, "type"), ID, message)


def _is_named_nearby(graph: Graph, actor: Actor, citation: Citation) -> bool:
    """Return whether the actor is named in the line of a passage, or passed its words on."""
    line = surrounding_lines(cited_span(graph, citation.span)).words
    return is_named(actor, line) or actor in graph.parties_of(citation)
