"""A date must be given in full in a passage, or `basis` must say how it is known.

Passes: `date: 2019-01-27` with a passage `January 27, 2019`; or 2019-01-23 with `basis: {phrase: Jan. 23, anchor: …}`.
Fails:  `date: 2019-01-23` with a passage `Jan. 23` and no `basis`: the year is the editor's.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.check.dated_values import DatedValue, iter_dates
from dossier.check.passages import evidence_texts, first_of_each, unread_languages
from dossier.detect.dates import DateGroup, find_date_groups
from dossier.detect.relative_dates import dates_given
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
    return any(
        date in (*(dates := dates_given(group)), *_open_periods(text, group, dates))
        for text in evidence_texts(graph, dated.record, readable=True)
        for group in find_date_groups(text)
        if group.has_year
    )


_SINCE = re.compile(r"\b(?:(?P<since>since|from)|until|till|by|up to) $", re.IGNORECASE)


def _open_periods(text: str, group: DateGroup, dates: Sequence[Edtf]) -> Iterator[Edtf]:
    """Yield the periods that begin or end with a date after "since" or "until"."""
    cue = _SINCE.search(text[max(0, group.mentions[0].start - 8) : group.mentions[0].start])
    for date in dates:
        if cue is not None and not re.search(r"[/\[{]", date.text):
            yield Edtf.parse(f"{date}/.." if cue["since"] else f"../{date}")
