"""A phrase without a year must have an `anchor` with a date, or a `reasoning`.

Passes: `phrase: Sunday` with `anchor: source:zerohedge-whatsapp`, whose date is known.
Fails:  `phrase: Sunday` or `phrase: Jan. 23` alone, or with an anchor that has no date, without `reasoning`.
"""

from collections.abc import Iterator

from dossier.check.dated_values import anchor_date, iter_dates
from dossier.check.phrases import has_year
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "missing-date-anchor"


def check(graph: Graph) -> Iterator[Finding]:
    for dated in iter_dates(graph):
        basis, phrase = dated.basis, dated.phrase
        if basis is None or phrase is None or basis.reasoning is not None:
            continue
        if basis.anchor is None:
            if not has_year(graph, dated):
                message = f"`{phrase}` has no year; add an `anchor` or `reasoning`"
                yield Finding(dated.location("basis", "phrase"), ID, message)
        elif basis.anchor in graph.dossier.by_key and anchor_date(graph, basis) is None:
            message = f"`{basis.anchor}` has no date; use another anchor for `{phrase}` or add `reasoning`"
            yield Finding(dated.location("basis", "anchor"), ID, message)
