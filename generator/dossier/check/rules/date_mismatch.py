"""A date must be one that its phrase can mean, and `phrase` and `reasoning` together must give each day in it.

Passes: `date: 2019-01-27` for `phrase: Sunday` in a text of Wednesday 2019-01-30; for `last week` with a `reasoning`.
Fails:  `date: 2019-01-20` for the same; `date: 2018-01-27` for `phrase: January 27, 2019`; one day for a phrase that
    leaves several, without `reasoning`; `date: ../2019-01-28` where the reasoning names only 27 January 2019; some
    day of a period, `[2019-03-03..2019-03-05]`, for `from 3 to 5 March 2019`; `2019-03-09` for `before March 9` or
    `around March 9`; the past Monday for `will vote on Monday`; a period that begins and ends with one day,
    `2019-03-09/2019-03-09`.
"""

import re
from collections.abc import Iterator

from dossier.check.date_meaning import lacks_doubt, phrase_meaning
from dossier.check.date_support import (
    contradicts,
    is_ambiguous,
    is_meant,
    unexplained_parts,
    ungiven_time,
)
from dossier.check.dated_values import DatedValue, anchor_date, iter_dates
from dossier.check.phrases import counts_from_another_day, foreign_languages, has_year
from dossier.edtf.format import format_edtf
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "date-mismatch"
_SAME_ENDS = re.compile(r"(?P<end>[^/]*[0-9][^/]*)/(?P=end)")


def check(graph: Graph) -> Iterator[Finding]:
    for dated in iter_dates(graph):
        if single := _SAME_ENDS.fullmatch(dated.date.text):
            message = f"the period begins and ends with {single['end']}: write `{single['end']}`, or correct one end"
            yield Finding(dated.location("date"), ID, message)
        elif dated.basis is not None:
            yield from _check_basis(graph, dated)


def _check_basis(graph: Graph, dated: DatedValue) -> Iterator[Finding]:
    basis, phrase = dated.basis, dated.phrase
    if basis is None:
        return
    meant = phrase_meaning(graph, dated)
    if meant is not None and contradicts(graph, dated, meant):
        anchor = None if has_year(graph, dated) else anchor_date(graph, basis)
        relative = f", relative to {format_edtf(anchor)}," if anchor else ""
        is_quoted = meant.is_one_of or meant.is_all_of
        instead = "" if len(meant.parts) > 1 else f': write `"{meant}"`' if is_quoted else f": write `{meant}`"
        message = f"`{phrase}`{relative} means {format_edtf(meant)}, not {format_edtf(dated.date)}{instead}"
        yield Finding(dated.location("date"), ID, message)
    elif time := ungiven_time(graph, dated):
        yield Finding(dated.location("date"), ID, f"neither a passage nor `reasoning` has the time of day {time}")
    elif basis.reasoning is not None:
        if unexplained := unexplained_parts(graph, dated, meant):
            dates = " and ".join(format_edtf(Edtf.parse(part)) for part in unexplained)
            message = f"`basis` does not say how {dates} is known: correct it, or name it in `reasoning`"
            yield Finding(dated.location("date"), ID, message)
    elif phrase is not None and (message := _doubt(graph, dated, phrase, meant)):
        yield Finding(dated.location("basis", "phrase"), ID, message)


def _doubt(graph: Graph, dated: DatedValue, phrase: str, meant: Edtf | None) -> str:
    """Return why the phrase alone does not give the date, so that it takes reasoning; "" if it does."""
    if languages := foreign_languages(graph, dated):
        return f"`{phrase}` is in `{', '.join(languages)}`, in which dates are not read: add `reasoning`"
    if meant is not None:
        verb = "can mean" if is_ambiguous(meant) else "means"
        if lacks_doubt(graph, dated, meant):
            return f"`{phrase}` is approximate: write `{meant}~`, or explain the exact date in `reasoning`"
        reason = f"`{phrase}` {verb} {format_edtf(meant)}; say in `reasoning` why it is {dated.date}"
        return "" if is_meant(graph, dated, meant) else reason
    if not has_year(graph, dated) and (dated.basis is None or anchor_date(graph, dated.basis) is None):
        return ""  # It lacks an anchor, for which there is another rule.
    if counts_from_another_day(graph, dated):
        return f"`{phrase}` counts from a day in the text: anchor it to that event, or add `reasoning`"
    return f"`{phrase}` cannot be resolved automatically; add `reasoning`"
