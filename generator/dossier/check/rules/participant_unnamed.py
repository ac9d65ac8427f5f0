"""A participant of an event must be named in a passage of the event, unless its `basis` says who it is there.

Passes: `actor: rolf-brandt`, where a passage of the event has `Mr Brandt`; `actor: port-officials` for `officials`;
    an actor who is a party of a passage's attribution.
Fails:  an actor that no passage of the event has, by any spelling, and without a `basis`.
"""

from collections.abc import Iterator

from dossier.check.names import is_named
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "participant-unnamed"


def check(graph: Graph) -> Iterator[Finding]:
    for event in graph.dossier.events:
        evidence = [citation for citation in graph.evidence_of(event) if citation.is_found]
        text = "\n".join(map(graph.passage_text, evidence))
        parties = {party for citation in evidence for party in citation.passage.via}
        for index, participant in enumerate(event.participants):
            actor = graph.dossier.by_key.get(f"actor:{participant.actor}")
            basis = graph.plain_text(participant.basis or "")
            if actor is None or participant.actor in parties:
                continue
            if not is_named(actor, text) and not is_named(actor, basis):
                message = (
                    f"no passage of this event names `{participant.actor}`; cite one that does, or say why in `basis`"
                )
                yield Finding(event.location("participants", index, "actor"), ID, message)
