"""A passage must appear once in its source, or be selected by `prefix` and `suffix`.

Passes: `exact: in the video` with `prefix: "Silva said "`.
Fails:  `exact: Maduro` alone, which appears many times.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-ambiguous"
MAX_LISTED_PLACES = 5


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "ambiguous"):
        candidates = citation.result.candidates
        places = format_locations(graph, candidates[:MAX_LISTED_PLACES])
        if len(candidates) > MAX_LISTED_PLACES:
            places += f" and {len(candidates) - MAX_LISTED_PLACES} more"
        message = f"matches {len(candidates)} places ({places}); add `prefix` or `suffix`"
        yield passage_finding(citation, ID, message)
