"""A date must be one that its phrase can mean, relative to its anchor; `reasoning` decides between several readings.

Passes: `date: 2019-01-27` for `phrase: Sunday` in a text of Wednesday 2019-01-30.
Fails:  `date: 2019-01-20` for the same; `date: 2018-01-27` for `phrase: January 27, 2019`; and, without `reasoning`, a
    phrase that cannot be resolved, or one day for a phrase that leaves several, such as `last week`.
"""

from collections.abc import Iterator

from dossier.check.dated_values import DatedValue, anchor_date, has_year, iter_dates
from dossier.check.passages import evidence_texts, unread_languages
from dossier.detect.relative_dates import counts_from_another_day, is_end_of_distance, resolve_relative_date
from dossier.edtf.format import format_edtf
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "date-mismatch"
MAX_DAYS = 3
"""The longest period of which one day needs no reasoning: a weekend."""


def check(graph: Graph) -> Iterator[Finding]:
    for dated in iter_dates(graph):
        if dated.basis is None or dated.phrase is None:
            continue
        if languages := _unread_languages(graph, dated):
            if dated.basis.reasoning is None:
                message = (
                    f"`{dated.phrase}` is in `{', '.join(languages)}`, in which dates are not read: add `reasoning`"
                )
                yield Finding(dated.location("basis", "phrase"), ID, message)
            continue
        anchor = None if has_year(dated.phrase) else anchor_date(graph, dated.basis)
        if anchor is None and not has_year(dated.phrase):
            continue
        if counts_from_another_day(dated.phrase) and str(dated.basis.anchor).startswith("source:"):
            if dated.basis.reasoning is None:
                message = f"`{dated.phrase}` counts from a day in the text: anchor it to that event, or add `reasoning`"
                yield Finding(dated.location("basis", "phrase"), ID, message)
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
        elif dated.basis.reasoning is None:
            yield from _doubts(dated, meant)


def _unread_languages(graph: Graph, dated: DatedValue) -> tuple[str, ...]:
    """Return the languages that a phrase may be in, if it is not in a text whose dates are read."""
    languages = unread_languages(graph, dated.record)
    if not languages:
        return ()
    phrase = collapse_whitespace(dated.phrase or "")
    texts = evidence_texts(graph, dated.record, readable=True)
    return () if any(occurs(phrase, SearchableText("", text)) for text in texts) else languages


def _doubts(dated: DatedValue, meant: Edtf) -> Iterator[Finding]:
    """Yield a finding if the phrase alone does not give the date, so that it takes reasoning."""
    phrase = dated.phrase or ""
    if _is_whole_period(meant, dated.date):
        return
    if meant.is_one_of and len(meant.parts) > 1 and meant != dated.date:
        message = f"`{phrase}` can mean {format_edtf(meant)}; say in `reasoning` why it is {dated.date}"
        yield Finding(dated.location("basis", "phrase"), ID, message)
    elif _is_one_of_many(meant, dated.date) and not is_end_of_distance(phrase, meant, dated.date):
        message = f"`{phrase}` is {format_edtf(meant)}; say in `reasoning` why it is {dated.date}"
        yield Finding(dated.location("basis", "phrase"), ID, message)


def _is_whole_period(meant: Edtf, date: Edtf) -> bool:
    """Return whether the date is one of the periods that are meant, such as the week before."""
    return not date.is_day and any((part.earliest, part.latest) == (date.earliest, date.latest) for part in meant.parts)


def _is_one_of_many(meant: Edtf, date: Edtf) -> bool:
    """Return whether the date is shorter than a period of more than a few days."""
    if None in (meant.earliest, meant.latest, date.earliest, date.latest) or meant.is_all_of:
        return False
    length, chosen = ((part.latest - part.earliest).days + 1 for part in (meant, date) if part.latest and part.earliest)
    return chosen < length and length > MAX_DAYS
