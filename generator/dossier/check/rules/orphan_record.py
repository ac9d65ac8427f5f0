"""Another record must refer to each actor, place and source; any other record may refer to one itself instead.

Passes: an actor named as the speaker of a quote; an event whose summary links to a place.
Fails:  a place to which no record refers, even if its summary links to one; an event that links to its source only.
"""

from collections.abc import Iterator

from dossier.graph import Graph, Reference
from dossier.model.finding import Finding

ID = "orphan-record"
KINDS_NEEDING_A_REFERENCE = ("actor", "place", "source")
"""The kinds that other records share, so that references of their own do not connect them."""


def check(graph: Graph) -> Iterator[Finding]:
    references = [
        reference for reference in graph.references if reference.record.key not in graph.dossier.withdrawn_keys
    ]
    referenced = {reference.target for reference in references if reference.target != reference.record.key}
    referring = {reference.record.key for reference in references if not reference.target.startswith("source:")}
    in_doubt = {kind for reference in graph.unresolved_references for kind in _kinds(reference)}
    for record in graph.dossier.records:
        if record.singular in in_doubt:
            continue  # A reference that leads nowhere may mean this record.
        is_connected = record.key in referring and record.singular not in KINDS_NEEDING_A_REFERENCE
        if record.key not in referenced and not is_connected and not graph.dossier.may_be_unread(record.id):
            message = f"no record refers to `{record.key}`; link it from the records it belongs to"
            yield Finding(record.location(), ID, message)


def _kinds(reference: Reference) -> tuple[str, ...]:
    """Return the kinds of record that a reference may lead to."""
    return reference.kinds or (reference.target.partition(":")[0],)
