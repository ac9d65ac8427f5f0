"""A record does not refer to itself in its fields.

Passes: in `actors/juan-guaido.yml`, `relations: [{type: opposes, to: nicolas-maduro, …}]`.
Fails:  in `actors/juan-guaido.yml`, `to: juan-guaido`, or `[[actor:juan-guaido]]` in its summary.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "self-reference"


def check(graph: Graph) -> Iterator[Finding]:
    for link in graph.references:
        if link.target == link.record.key and link.path[-1:] != ("source",) and "via" not in link.path:
            yield Finding(link.location, ID, f"`{link.written}` is this very record: take it out")
