"""A date that a summary, title, question or position tells in figures is one that its record rests on.

Passes: `On January 23, 2019 the dockers left`, where the record, one that it names, or a passage has that date.
Fails:  `On January 24, 2019 the dockers left`.
"""

import re
from collections.abc import Iterator
from string import digits

from dossier.check.dates import iter_dates
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
    dated: dict[str, list[Edtf]] = {}
    for one in iter_dates(graph):
        dated.setdefault(one.record.key, []).append(one.date)
    for told in iter_prose(graph, digits):
        for mention in find_dates(told.prose):
            if DIGIT.search(mention.text) and not _rests(graph, told.record, mention, dated):
                message = f"`{mention.text}` is no date of this record, of those it names, or of their passages"
                yield Finding(told.at(mention.text), ID, message)


def _rests(graph: Graph, record: ContentItem, mention: DateMention, dated: dict[str, list[Edtf]]) -> bool:
    """Whether a date of the records or of their sources can be meant, or a passage prints the same."""
    records = supporting_records(graph, record)
    sources = [f"source:{one.passage.source}" for ground in records for one in graph.evidence_of(ground)]
    held = (date for key in (*(one.key for one in records), *sources) for date in dated.get(key, ()))
    return any((days := resolve_relative_date(mention.text, date)) and days.overlaps(date) for date in held) or any(
        _prints(printed, mention) for text in supporting_texts(graph, record) for printed in find_dates(text)
    )


def _prints(printed: DateMention, mention: DateMention) -> bool:
    """Whether a passage prints the same day or month; its year may be the editor's, as a basis says."""
    years = printed.year is None or printed.year == mention.year
    return years and (printed.month, printed.day) == (mention.month, mention.day)
