"""A date is printed whole in a passage, or `basis` says how it is known.

Passes: `date: 2019-01-27` resting on `January 27, 2019`; or 2019-01-23 with `basis: {phrase: Jan. 23, anchor: …}`.
Fails:  `date: 2019-01-23` resting on `Jan. 23`, without `basis`: the year is the editor's.
"""

from collections.abc import Iterator

from dossier.check.dates import DatedValue, iter_dates
from dossier.check.helpers import evidence_texts, passages_resolved
from dossier.detect.dates import find_dates
from dossier.detect.relative_dates import resolve_relative_date
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "missing-date-basis"


def check(graph: Graph) -> Iterator[Finding]:
    for one in iter_dates(graph):
        if one.basis is None:
            if not _printed(graph, one) and passages_resolved(graph, one.record):
                message = f"{one.date} is not printed whole in a passage: add `basis` with `phrase` and `anchor`"
                yield Finding(one.record.location(*one.path, "date"), ID, message)
        elif not (one.basis.phrase or one.basis.reasoning):
            yield Finding(one.record.location(*one.path, "basis"), ID, "a basis has a `phrase` or a `reasoning`")


def _printed(graph: Graph, one: DatedValue) -> bool:
    return any(
        mention.year is not None and resolve_relative_date(mention.text, one.date) == one.date
        for text in evidence_texts(graph, one.record)
        for mention in find_dates(text)
    )
