"""The weekday that a phrase names must be the weekday of the date.

Passes: `phrase: Sunday` with `date: 2019-01-27`.
Fails:  `phrase: Sunday` with `date: 2019-01-28`, which is a Monday.
"""

from collections.abc import Iterator

from dossier.check.dated_values import iter_dates
from dossier.check.phrases import phrase_detectors
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "wrong-weekday"


def check(graph: Graph) -> Iterator[Finding]:
    for dated in iter_dates(graph):
        detectors = phrase_detectors(graph, dated)
        weekdays = detectors.weekdays_in(dated.phrase) if detectors and dated.phrase else ()
        if len(weekdays) == 1 and dated.date.weekday not in (None, *weekdays):
            message = f"{dated.date} is a {dated.date.weekday}, not a {weekdays[0]}; correct the date or the phrase"
            yield Finding(dated.location("date"), ID, message)
