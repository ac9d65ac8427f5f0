"""An attribution must lead away from the passage's source, as `rests_on` does, and only its end may be `unidentified`.

Passes: `via: [cnn-report, unidentified]`.
Fails:  `via: [unidentified, cnn-report]`; a `via` that names the passage's own source or its publisher, or that leaves
    out or swaps sources which `rests_on` puts one behind the other, or puts a publisher before its source.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED

ID = "wrong-attribution-order"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in graph.citations:
        via, relayed_by = citation.passage.via, citation.passage.source
        source = graph.dossier.by_key.get(f"source:{relayed_by}")
        publisher = source.publisher if isinstance(source, Source) else None
        for index, party in enumerate(via):
            if party == citation.passage.source:
                message = f"`{party}` is the passage's own source; remove it from `via`"
            elif party == publisher and graph.party_key(party) == f"actor:{party}":
                message = f"`{party}` publishes the passage's own source; remove it from `via`"
            elif index + 1 < len(via) and _publishes(graph, party, via[index + 1]):
                message = f"`{party}` publishes `{via[index + 1]}`; write it after that, nearest to the passage first"
            elif party == UNIDENTIFIED and index + 1 < len(via):
                message = f"`{party}` must come last in `via`"
            elif citation.passage.via_basis is None and (source_id := _source_published(graph, citation, party)):
                message = f"`{party}` publishes `{source_id}`, on which the source is based: write that instead"
            elif wrong_order := _wrong_order(graph, citation.passage.source, party, relayed_by):
                message = wrong_order
            else:
                relayed_by = party if party in graph.upstream_sources else relayed_by
                continue
            yield Finding(citation.location("via", index), ID, message)


def _publishes(graph: Graph, party: str, source_id: str) -> bool:
    """Return whether a party is the actor that publishes a source."""
    source = graph.dossier.by_key.get(f"source:{source_id}")
    return isinstance(source, Source) and source.publisher == party and graph.party_key(party) == f"actor:{party}"


def _source_published(graph: Graph, citation: Citation, party: str) -> str:
    """Return a source on which a passage's source is based, if the party is the outlet that published it; else ""."""
    outlet = graph.dossier.by_key.get(graph.party_key(party) or "")
    if not isinstance(outlet, Actor) or outlet.kind != "outlet":
        return ""
    upstream = sorted(graph.upstream_sources.get(citation.passage.source, ()))
    return next((source_id for source_id in upstream if _publishes(graph, party, source_id)), "")


def _wrong_order(graph: Graph, source_id: str, party: str, relayed_by: str) -> str:
    """Return what is wrong if a source does not come directly after the one that passed it on; "" if nothing is."""
    if party not in graph.upstream_sources.get(relayed_by, ()):
        if relayed_by in graph.upstream_sources.get(party, ()):
            return f"`{party}` is based on `{relayed_by}`; write it before that"
        is_after_another = relayed_by != source_id and party in graph.upstream_sources.get(source_id, ())
        return f"`{relayed_by}` is not based on `{party}`; correct one of them" if is_after_another else ""
    source = graph.dossier.by_key.get(f"source:{relayed_by}")
    if not isinstance(source, Source):
        return ""
    between = [other for other in source.rests_on if party in graph.upstream_sources.get(other, ())]
    if party in source.rests_on or not between:
        return ""
    return f"`{relayed_by}` has `{party}` through `{between[0]}`; write that before it"
