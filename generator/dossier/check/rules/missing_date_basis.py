"""A date must be given in full in a passage, or `basis` must say how it is known.

Passes: `date: 2019-01-27` with a passage `January 27, 2019`; or 2019-01-23 with `basis: {phrase: Jan. 23, anchor: …}`.
Fails:  `date: 2019-01-23` with a passage `Jan. 23` and no `basis`: the year is the editor's.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.check.dated_values import DatedValue, iter_dates
from dossier.check.passages import ReadableText, first_of_each, readable_evidence, unread_languages
from dossier.detect.date_mentions import DateGroup
from dossier.detect.limits import dates_within
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "missing-date-basis"


def check(graph: Graph) -> Iterator[Finding]:
    unread: dict[str, list[Finding]] = {}
    for dated in iter_dates(graph):
        if dated.basis is None:
            if not _is_given_in_full(graph, dated):
                message = f"no passage gives {dated.date} in full; add `basis` with `phrase` and `anchor`"
                if languages := unread_languages(graph, dated.record):
                    words = ", ".join(languages)
                    message = f"dates in `{words}` are not read; add `basis` with `phrase` and `reasoning`"
                    unread.setdefault(words, []).append(Finding(dated.location("date"), ID, message))
                else:
                    yield Finding(dated.location("date"), ID, message)
        elif not (dated.basis.phrase or dated.basis.reasoning):
            yield Finding(dated.location("basis"), ID, "`basis` needs a `phrase` or `reasoning`")
    yield from first_of_each(unread, "date")


def _is_given_in_full(graph: Graph, dated: DatedValue) -> bool:
    date = Edtf.parse(re.sub("[?~%]", "", dated.date.text))  # A doubt of the editor's claims less than the passage.
    is_doubted = date != dated.date
    return any(
        date in _readings(text, group, is_doubted=is_doubted)
        for text in readable_evidence(graph, dated.record)
        for group in text.detectors.find_date_groups(text.text)
        if group.has_year
    )


def _readings(text: ReadableText, group: DateGroup, *, is_doubted: bool) -> Sequence[Edtf]:
    """Return the dates that an expression gives with the words before it, such as "before" and "around"."""
    detectors, first = text.detectors, group.mentions[0]
    dates = detectors.dates.dates_given(group)
    before = text.text[max(0, first.start - 80) : first.start]
    if detectors.is_about(before, False) and not is_doubted:
        return ()
    limit = (
        detectors.limit_before(before, first) if len(group.mentions) == 1 and not (first.days or first.part) else None
    )
    within = dates_within(limit, dates[0]) if limit and len(dates) == 1 else ()
    return within or dates
