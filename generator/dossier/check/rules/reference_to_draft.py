"""A record that readers see must not refer to a draft, which they do not see.

Passes: a draft that refers to a published record.
Fails:  a published quote whose `speaker` is a draft.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "reference-to-draft"


def check(graph: Graph) -> Iterator[Finding]:
    drafts = {record.key for record in graph.dossier.records if record.is_draft}
    for reference in graph.references:
        if reference.target in drafts and not reference.record.is_draft:
            message = f"`{reference.written}` is a draft; publish it, or make this record a draft"
            yield Finding(reference.location, ID, message)
