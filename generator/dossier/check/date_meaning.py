"""What the phrase of a date means, with the words around it: "before March 9", "will vote on Monday"."""

from dossier.check.date_context import is_approximate, knows_tenses, limit_of, looks_ahead, may_look_either_way
from dossier.check.dated_values import DatedValue, anchor_date
from dossier.check.phrases import counts_from_another_day, has_year, phrase_detectors
from dossier.detect.limits import dates_within
from dossier.edtf.parse import Edtf
from dossier.graph import Graph


def phrase_meaning(graph: Graph, dated: DatedValue) -> Edtf | None:
    """Return the day or days that the phrase means; None if it does not say, or counts from a day that is not known.

    The words around it count too: "before", and "will", after which "Monday" is the coming one.
    """
    meant = plain_meaning(graph, dated)
    return next(iter(within_limit(graph, dated, meant)), meant) if meant else None


def plain_meaning(graph: Graph, dated: DatedValue, *, by_default: bool = False) -> Edtf | None:
    """Return what a phrase means without a limit such as "before"; `by_default` leaves out the choice of the editor."""
    phrase, basis, detectors = dated.phrase, dated.basis, phrase_detectors(graph, dated)
    if phrase is None or basis is None or detectors is None:
        return None
    has_own_year = has_year(graph, dated)
    anchor = None if has_own_year else anchor_date(graph, basis)
    if anchor is None and not has_own_year:
        return None
    if counts_from_another_day(graph, dated) and str(basis.anchor).startswith("source:"):
        return None
    meant = detectors.dates.resolve(phrase, anchor or dated.date)
    coming = detectors.dates.resolve_coming_weekday(phrase, anchor) if anchor else None
    if coming and meant and coming != meant and not knows_tenses(graph, dated):
        days = {str(part.earliest) for date in (coming, meant) for part in date.parts}
        return Edtf.parse(f"[{','.join(sorted(days))}]")
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
