"""A date is one that its phrase can mean, reckoned from its anchor.

Passes: `date: 2019-01-27` for `phrase: Sunday` in a text of Wednesday 2019-01-30.
Fails:  `date: 2019-01-20` for the same; `date: 2018-01-27` for `phrase: January 27, 2019`; or a phrase that a program
    cannot reckon, without `reasoning`.
"""

from collections.abc import Iterator

from dossier.check.dates import DatedValue, anchor_date, has_year, iter_dates
from dossier.detect.dates import weekday_in
from dossier.detect.relative_dates import resolve_relative_date
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "date-mismatch"


def check(graph: Graph) -> Iterator[Finding]:
    for one in iter_dates(graph):
        if one.basis is None or one.basis.phrase is None or _weekday_speaks(one):
            continue
        anchor = one.date if has_year(one.basis.phrase) else anchor_date(graph, one.basis)
        if anchor is None:
            continue
        meant = resolve_relative_date(one.basis.phrase, anchor)
        if meant is None and one.basis.reasoning is None:
            message = f"`{one.basis.phrase}` cannot be reckoned by a program: add `reasoning`"
            yield Finding(one.record.location(*one.path, "basis", "phrase"), ID, message)
        elif meant is not None and not meant.overlaps(one.date):
            reckoned = "" if anchor is one.date else f", reckoned from {anchor},"
            message = f"`{one.basis.phrase}`{reckoned} is {meant}, not {one.date}"
            yield Finding(one.record.location(*one.path, "date"), ID, message)


def _weekday_speaks(one: DatedValue) -> bool:
    named = weekday_in(one.basis.phrase) if one.basis and one.basis.phrase else None
    return named is not None and one.date.weekday not in (None, named)
