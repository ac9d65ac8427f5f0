"""A phrase is reckoned from an anchor that has a date, unless it tells its year or `reasoning` does without one.

Passes: `phrase: Sunday` with `anchor: source:zerohedge-whatsapp`, whose date is known.
Fails:  `phrase: Sunday` or `phrase: Jan. 23` alone, or with an anchor that nobody dates and without `reasoning`.
"""

from collections.abc import Iterator

from dossier.check.dates import anchor_date, has_year, iter_dates
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "missing-date-anchor"


def check(graph: Graph) -> Iterator[Finding]:
    for one in iter_dates(graph):
        basis = one.basis
        if basis is None or basis.phrase is None or basis.reasoning is not None:
            continue
        if basis.anchor is None:
            if not has_year(basis.phrase):
                message = f"`{basis.phrase}` needs an `anchor` to be reckoned from, or a `reasoning`"
                yield Finding(one.record.location(*one.path, "basis", "phrase"), ID, message)
        elif basis.anchor in graph.dossier.by_key and anchor_date(graph, basis) is None:
            message = f"`{basis.anchor}` has no date to reckon `{basis.phrase}` from: name another, or add `reasoning`"
            yield Finding(one.record.location(*one.path, "basis", "anchor"), ID, message)
