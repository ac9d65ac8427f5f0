"""A record belongs to the story: another one refers to it, or it refers to another beside its sources.

Passes: an actor that a quote names as its speaker.
Fails:  a place that no event, number or text names.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "orphan-record"
SHARED = ("actor", "place", "source")


def check(graph: Graph) -> Iterator[Finding]:
    if graph.dossier.unreadable_keys:  # What these refer to is not known.
        return
    links = [link for link in graph.references if link.record.key not in graph.dossier.withdrawn_keys]
    named = {link.target for link in links if link.target != link.record.key}
    refer = {link.record.key for link in links if not link.target.startswith("source:")}
    for record in graph.dossier.records:
        if record.key not in named and (record.singular in SHARED or record.key not in refer):
            yield Finding(
                record.location(), ID, f"nothing refers to `{record.key}`: link it from the records it belongs to"
            )
