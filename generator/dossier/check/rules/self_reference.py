"""A record must not refer to itself.

Passes: in `actors/juan-guaido.yml`, `relations: [{type: opposes, to: nicolas-maduro, …}]`.
Fails:  in `actors/juan-guaido.yml`, `to: juan-guaido`, or `[[actor:juan-guaido]]` in its summary.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "self-reference"


def check(graph: Graph) -> Iterator[Finding]:
    for reference in graph.references:
        is_in_passage = reference.path[-1:] == ("source",) or "via" in reference.path
        if reference.target == reference.record.key and not is_in_passage:
            yield Finding(reference.location, ID, f"`{reference.written}` refers to itself; remove it")
