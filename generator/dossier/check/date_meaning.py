"""What the phrase of a date means, with the words around it: "before March 9", "will vote on Monday"."""

from dossier.check.date_context import is_approximate, limit_of, looks_ahead, may_look_either_way
from dossier.check.dated_values import DatedValue, anchor_date, has_year
from dossier.check.passages import evidence_texts, unread_languages
from dossier.detect.en.date_limits import dates_within
from dossier.detect.en.relative_dates import counts_from_another_day, resolve_coming_weekday, resolve_relative_date
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.text.whitespace import collapse_whitespace


def foreign_languages(graph: Graph, dated: DatedValue) -> tuple[str, ...]:
    """Return the languages that a phrase may be in, if it is not in a text whose dates are read."""
    languages = unread_languages(graph, dated.record)
    if not languages or dated.phrase is None:
        return ()
    phrase = collapse_whitespace(dated.phrase)
    texts = evidence_texts(graph, dated.record, readable=True)
    return () if any(occurs(phrase, SearchableText("", text)) for text in texts) else languages


def phrase_meaning(graph: Graph, dated: DatedValue) -> Edtf | None:
    """Return the day or days that the phrase means; None if it does not say, or counts from a day that is not known.

    The words around it count too: "before", and "will", after which "Monday" is the coming one.
    """
    meant = plain_meaning(graph, dated)
    return next(iter(within_limit(graph, dated, meant)), meant) if meant else None


def plain_meaning(graph: Graph, dated: DatedValue, *, by_default: bool = False) -> Edtf | None:
    """Return what a phrase means without a limit such as "before"; `by_default` leaves out the choice of the editor."""
    phrase, basis = dated.phrase, dated.basis
    if phrase is None or basis is None or foreign_languages(graph, dated):
        return None
    anchor = None if has_year(phrase) else anchor_date(graph, basis)
    if anchor is None and not has_year(phrase):
        return None
    if counts_from_another_day(phrase) and str(basis.anchor).startswith("source:"):
        return None
    meant = resolve_relative_date(phrase, anchor or dated.date)
    coming = resolve_coming_weekday(phrase, anchor) if anchor else None
    if coming is None or coming == meant or (meant is not None and not may_look_either_way(graph, dated)):
        return meant
    if basis.reasoning and not by_default:
        return next((day for day in (coming, meant) if day and day.overlaps(dated.date)), coming)
    return coming if looks_ahead(graph, dated) else meant


def within_limit(graph: Graph, dated: DatedValue, date: Edtf) -> tuple[Edtf, ...]:
    """Return what "before", "since" and the like leave of a date; none if no such word is before it."""
    limit = limit_of(graph, dated)
    return dates_within(limit, date) if limit else ()


def lacks_doubt(graph: Graph, dated: DatedValue, meant: Edtf | None) -> bool:
    """Return whether a date is written as exact that its phrase makes approximate: "around March 9"."""
    is_exact = meant is not None and dated.date.text == meant.text
    return is_exact and is_approximate(graph, dated) and limit_of(graph, dated) is None
