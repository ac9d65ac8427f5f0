"""The weekday that a phrase names is the weekday of the date.

Passes: `phrase: Sunday` with `date: 2019-01-27`.
Fails:  `phrase: Sunday` with `date: 2019-01-28`: that is a Monday.
"""

from collections.abc import Iterator

from dossier.check.dates import iter_dates
from dossier.detect.dates import weekday_in
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "wrong-weekday"


def check(graph: Graph) -> Iterator[Finding]:
    for one in iter_dates(graph):
        named = weekday_in(one.basis.phrase) if one.basis and one.basis.phrase else None
        if named is not None and one.date.weekday not in (None, named):
            message = f"{one.date} is a {one.date.weekday}, not a {named}"
            yield Finding(one.record.location(*one.path, "date"), ID, message)
