"""An identifier in `same_as` must be on one record only, and there once.

Passes: `same_as: [wikidata:Q717, geonames:3625428]` in one place.
Fails:  `same_as: [wikidata:Q717]` in two records: what is the same as a third thing is the same; or twice in one, as
    `wikidata:Q717` and as its address.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.identifiers import Identifier, identifiers_of

ID = "duplicate-identifier"


def check(graph: Graph) -> Iterator[Finding]:
    first_keys: dict[Identifier, str] = {}
    for record in sorted(graph.dossier.records, key=lambda record: record.path):
        identifiers = identifiers_of(record)
        for index, identifier in enumerate(identifiers):
            first_key = first_keys.setdefault(identifier, record.key)
            if first_key != record.key:
                message = f"`{first_key}` is the same as `{identifier}` too; merge the records, or correct one of them"
                yield Finding(record.location("same_as", index), ID, message)
            elif identifier in identifiers[:index]:
                message = f"duplicate identifier `{identifier}`; remove one"
                yield Finding(record.location("same_as", index), ID, message)
