"""Nothing is corrected or withdrawn before the first of the dossier's documents appeared.

Passes: a correction of `2019-03-04` where the first document is of `2019-01-27`.
Fails:  a correction of `2018-03-04` there: a year mistyped. No rule knows today, so none refuses a day to come.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.source import Source
from dossier.model.revision import iter_revisions

ID = "revision-too-early"


def check(graph: Graph) -> Iterator[Finding]:
    sources = (one for one in graph.dossier.records_with_pages if isinstance(one, Source))
    published = [source.published for source in sources if source.has_text]
    days = [one.date.earliest for one in published if one is not None and one.date.earliest is not None]
    if len(days) < len(published) or not days or graph.dossier.unreadable_keys:
        return  # One that nobody dates, or that cannot be read, may be the first.
    for entry in graph.dossier.all_items:
        for path, revision in iter_revisions(entry):
            if revision.date.earliest and revision.date.earliest < min(days):
                message = f"{revision.date} is before {min(days)}, when the first document appeared: check the year"
                yield Finding(entry.location(*path, "date"), ID, message)
