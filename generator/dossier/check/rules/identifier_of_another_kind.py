"""An identifier in `same_as` must be of a scheme that has what the record is about.

Passes: an ORCID for a person, a GeoNames identifier for a place, a DOI for a source; one of Wikidata for any of them.
Fails:  an ORCID for an organization, which only persons have; an LEI for a person; a DOI for a place.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.identifiers import identifiers_of
from dossier.model.kinds.actor import Actor
from dossier.model.record import Record

ID = "identifier-of-another-kind"


def check(graph: Graph) -> Iterator[Finding]:
    for record in graph.dossier.records:
        kind = _kind_of(record)
        for index, identifier in enumerate(identifiers_of(record)):
            if kind not in identifier.scheme.kinds:
                kinds = " or ".join(map(_with_article, identifier.scheme.kinds))
                message = f"`{identifier}` is the identifier of {kinds}, and `{record.key}` is {_with_article(kind)}"
                yield Finding(record.location("same_as", index), ID, message)


def _kind_of(record: Record) -> str:
    """Return what the record is about, in the words of the table of schemes."""
    if isinstance(record, Actor):
        return "person" if record.kind == "person" else "organization"
    return record.singular


def _with_article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
