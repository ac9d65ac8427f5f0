"""A label must be unique within its record.

Passes: two passages with `label: officials` and `label: press`.
Fails:  two passages with `label: officials`, also where one of them is under a role.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "duplicate-label"


def check(graph: Graph) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for citation in graph.citations:
        label = citation.passage.label
        if label is None:
            continue
        if (citation.record.key, label) in seen:
            message = f"another passage of this record has the label `{label}`; choose a different one"
            yield Finding(citation.location("label"), ID, message)
        seen.add((citation.record.key, label))
