"""A passage stands once in its source, or `prefix` and `suffix` pick one of its places.

Passes: `exact: in the video` with `prefix: "Silva said "`.
Fails:  `exact: Maduro` alone, which stands many times.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-ambiguous"
SHOWN = 5


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "ambiguous"):
        found = citation.result.candidates
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        where = format_locations(graph, found[:SHOWN]) + more
        yield passage_finding(
            citation, ID, f"these words stand {len(found)} times ({where}): pick one by `prefix` or `suffix`"
        )
