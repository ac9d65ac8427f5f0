"""Corrections must be listed oldest first, and a withdrawal must not be older than any of them.

Passes: corrections of `2019-03-04` and `2019-05-06`, then a withdrawal of `2019-05-06`.
Fails:  a correction of `2019-03-04` below one of `2019-05-06`, or a withdrawal before either.
"""

from collections.abc import Iterator
from itertools import pairwise

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.record import iter_revisions

ID = "wrong-revision-order"


def check(graph: Graph) -> Iterator[Finding]:
    for item in graph.dossier.all_items:
        for (_, earlier), (path, later) in pairwise(iter_revisions(item)):
            if later.date < earlier.date:
                message = f"{later.date} comes after {earlier.date}; list the oldest first, a withdrawal last"
                yield Finding(item.location(*path, "date"), ID, message)
