"""A record must not refer to a withdrawn record.

Passes: a notice of withdrawal that names the record's replacement.
Fails:  a disagreement that `rests_on` a withdrawn number, or `[[number:…]]` of one in a summary.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "reference-to-withdrawn"


def check(graph: Graph) -> Iterator[Finding]:
    withdrawals = {record.key: record.withdrawn for record in graph.dossier.withdrawn}
    for reference in graph.references:
        withdrawal = withdrawals.get(reference.target)
        if withdrawal and reference.target != reference.record.key:
            message = f"`{reference.written}` was withdrawn on {withdrawal.date}; replace or remove this reference"
            yield Finding(reference.location, ID, message)
