"""Who counted must be named in or near a passage of the number, or in its attribution, unless a basis says why.

Passes: `counted_by: port-officials` for `567 had gone, officials said`, or with `via: [port-officials]`; a publisher of
    the passage's source, or of a source in `via`.
Fails:  `counted_by: nils-aker` for the same passage, without a `counted_by_basis` that names him.
"""

from collections.abc import Iterator

from dossier.check.names import is_named
from dossier.check.passages import cited_span, surrounding_lines
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.record import Record

ID = "counter-unnamed"


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        counter = graph.dossier.by_key.get(f"actor:{number.counted_by}")
        citations = [citation for citation in graph.evidence_of(number) if citation.is_found]
        if counter is None or not citations or is_named(counter, graph.plain_text(number.counted_by_basis or "")):
            continue
        if not any(_has_counter(graph, citation, counter) for citation in citations):
            message = f"no passage or attribution names `{counter.id}`; correct it, or say why in `counted_by_basis`"
            if number.counted_by_basis is not None:
                message = f"`counted_by_basis` must name {counter.label}"
            yield Finding(number.location("counted_by"), ID, message)


def _has_counter(graph: Graph, citation: Citation, counter: Record) -> bool:
    if counter in graph.parties_of(citation):
        return True
    near = surrounding_lines(cited_span(graph, citation.span), lines_before=1)
    return is_named(counter, near.words)
