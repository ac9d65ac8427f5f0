"""A former id must not be the current id of a record of its kind.

Passes: in `actors/juan-guaido.yml`, `formerly: [guaido]`, and no `actors/guaido.yml`.
Fails:  the same when `actors/guaido.yml` exists: one address cannot be two pages.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "former-id-in-use"


def check(graph: Graph) -> Iterator[Finding]:
    current_keys = {record.key for record in graph.dossier.records_with_pages} | graph.dossier.unreadable_keys
    for record in graph.dossier.records_with_pages:
        for index, former_id in enumerate(record.formerly):
            if former_id == record.id:
                message = f"`{former_id}` is still this record's id; remove it"
            elif f"{record.singular}:{former_id}" in current_keys:
                message = f"`{former_id}` is the id of another {record.singular}; remove it"
            else:
                continue
            yield Finding(record.location("formerly", index), ID, message)
