"""A date in figures in a summary, title, question or position must be given in its record's evidence.

Passes: `On January 23, 2019 the dockers left`, where the record, a linked record or a passage has that date.
Fails:  `On January 24, 2019 the dockers left`.
"""

import re
from collections.abc import Iterator
from string import digits

from dossier.check.dated_values import iter_dates
from dossier.check.prose import iter_prose, supporting_records, supporting_texts
from dossier.detect.dates import DateMention, find_dates
from dossier.detect.relative_dates import resolve_relative_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.content_item import ContentItem
from dossier.model.finding import Finding

ID = "prose-date-unsupported"
DIGIT = re.compile("[0-9]")


def check(graph: Graph) -> Iterator[Finding]:
    dates: dict[str, list[Edtf]] = {}
    for dated in iter_dates(graph):
        dates.setdefault(dated.record.key, []).append(dated.date)
    for prose in iter_prose(graph, digits):
        for mention in find_dates(prose.text):
            if DIGIT.search(mention.text) and not _is_supported(mention, prose.record, graph, dates):
                message = f"`{mention.text}` is not a date in this record, its passages or those of linked records"
                yield Finding(prose.location(mention.text), ID, message)


def _is_supported(mention: DateMention, item: ContentItem, graph: Graph, dates: dict[str, list[Edtf]]) -> bool:
    """Return whether the mention can mean a date of the records or their sources, or a passage gives the same."""
    records = supporting_records(graph, item)
    keys = [record.key for record in records]
    keys += [f"source:{citation.passage.source}" for record in records for citation in graph.evidence_of(record)]
    for date in (date for key in keys for date in dates.get(key, ())):
        meant = resolve_relative_date(mention.text, date)
        if meant is not None and meant.overlaps(date):
            return True
    return any(
        _gives_same_day(evidence, mention) for text in supporting_texts(graph, item) for evidence in find_dates(text)
    )


def _gives_same_day(evidence: DateMention, mention: DateMention) -> bool:
    """Return whether a passage gives the same day or month; it may leave the year to the record's `basis`."""
    has_fitting_year = evidence.year is None or evidence.year == mention.year
    return has_fitting_year and (evidence.month, evidence.day) == (mention.month, mention.day)
