"""A date, weekday or time in a statement must be given in its own evidence: its day, month, year, hour and minute.

Passes: `On January 23, 2019 the dockers left`, where the record, a linked record or a passage of the statement has it.
Fails:  `On January 24, 2019 the dockers left`, or `On Friday` for a Thursday. The day on which a source was published
    counts only for a statement about its publication.
"""

from collections.abc import Iterator

from dossier.check.prose import iter_prose, unreadable_languages
from dossier.check.prose_support import unsupported_dates, unsupported_times
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "prose-date-unsupported"


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph):
        for words in unsupported_dates(graph, prose):
            message = f"`{words}` is not a date in this statement's passages, its record or records it links"
            if languages := unreadable_languages(graph, prose):
                message = f"`{words}`: dates in `{', '.join(languages)}` are not read; link a record that has the date"
            yield Finding(prose.location(words), ID, message)
        for words in unsupported_times(graph, prose):
            message = f"`{words}` is not a time of day in this statement's passages or in those of records it links"
            yield Finding(prose.location(words), ID, message)
