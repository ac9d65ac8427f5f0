"""A correction or withdrawal must not be dated before the first source text was published.

Passes: a correction of `2019-03-04` where the first source is of `2019-01-27`.
Fails:  a correction of `2018-03-04` there: a mistyped year. Dates in the future are not checked.
"""

from collections.abc import Iterator
from datetime import date

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.record import iter_revisions

ID = "revision-too-early"


def check(graph: Graph) -> Iterator[Finding]:
    first_day = _first_publication(graph)
    if first_day is None:
        return
    for item in graph.dossier.all_items:
        for path, revision in iter_revisions(item):
            if revision.date.earliest and revision.date.earliest < first_day:
                message = f"{revision.date} is before the first source was published ({first_day}); check the year"
                yield Finding(item.location(*path, "date"), ID, message)


def _first_publication(graph: Graph) -> date | None:
    """Return the day the first source text was published; None if a publication has no known day."""
    sources = [record for record in graph.dossier.records_with_pages if isinstance(record, Source)]
    publications = [source.published for source in sources if source.has_text]
    days = [publication.date.earliest if publication else None for publication in publications]
    known_days = [day for day in days if day is not None]
    return min(known_days) if known_days and len(known_days) == len(days) else None
