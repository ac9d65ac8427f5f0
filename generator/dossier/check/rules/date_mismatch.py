"""A date must be one that its phrase can mean, relative to its anchor.

Passes: `date: 2019-01-27` for `phrase: Sunday` in a text of Wednesday 2019-01-30.
Fails:  `date: 2019-01-20` for the same; `date: 2018-01-27` for `phrase: January 27, 2019`; or a phrase that cannot be
    resolved automatically, without `reasoning`.
"""

from collections.abc import Iterator

from dossier.check.dated_values import anchor_date, has_year, iter_dates
from dossier.detect.relative_dates import resolve_relative_date
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "date-mismatch"


def check(graph: Graph) -> Iterator[Finding]:
    for dated in iter_dates(graph):
        if dated.basis is None or dated.phrase is None:
            continue
        anchor = None if has_year(dated.phrase) else anchor_date(graph, dated.basis)
        if anchor is None and not has_year(dated.phrase):
            continue
        meant = resolve_relative_date(dated.phrase, anchor or dated.date)
        if meant is None:
            if dated.basis.reasoning is None:
                message = f"`{dated.phrase}` cannot be resolved automatically; add `reasoning`"
                yield Finding(dated.location("basis", "phrase"), ID, message)
        elif not meant.overlaps(dated.date):
            relative = f", relative to {anchor}," if anchor else ""
            message = f"`{dated.phrase}`{relative} is {meant}, not {dated.date}"
            yield Finding(dated.location("date"), ID, message)
