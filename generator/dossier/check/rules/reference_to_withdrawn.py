"""Nothing refers to a record that was withdrawn.

Passes: a notice of withdrawal that names the record which took its place.
Fails:  a disagreement that `rests_on` a withdrawn number, or `[[number:…]]` of one in a summary.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "reference-to-withdrawn"


def check(graph: Graph) -> Iterator[Finding]:
    withdrawn = {record.key: record.withdrawn for record in graph.dossier.withdrawn}
    for link in graph.references:
        notice = withdrawn.get(link.target)
        if notice and link.target != link.record.key:
            message = f"`{link.written}` was withdrawn on {notice.date}: name what took its place, or take this out"
            yield Finding(link.location, ID, message)
