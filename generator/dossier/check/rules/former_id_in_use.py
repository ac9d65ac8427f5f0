"""A former id is no present id of its kind.

Passes: in `actors/juan-guaido.yml`, `formerly: [guaido]`, and no `actors/guaido.yml`.
Fails:  the same beside `actors/guaido.yml`: one address cannot be two pages.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "former-id-in-use"


def check(graph: Graph) -> Iterator[Finding]:
    present = {record.key for record in graph.dossier.records_with_pages} | graph.dossier.unreadable_keys
    for record in graph.dossier.records_with_pages:
        for at, old in enumerate(record.formerly):
            if old == record.id:
                yield Finding(record.location("formerly", at), ID, f"`{old}` is the id it still has: take it out")
            elif f"{record.singular}:{old}" in present:
                message = f"`{old}` is the id of another {record.singular}: its address cannot lead here too"
                yield Finding(record.location("formerly", at), ID, message)
