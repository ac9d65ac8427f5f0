"""What a report is made with beside the findings."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding


class ReportStyle(NamedTuple):
    """`lines_of` gives the lines of a file by its path as findings have it, none where it cannot be read.

    `colours` is for a terminal alone; `rules` are the texts of all rules.
    """

    lines_of: Callable[[str], Sequence[str]] = lambda path: ()
    colours: bool = False
    rules: Sequence[RuleDoc] = ()


PLAIN = ReportStyle()
"""Without excerpts, without colours."""

Report = Callable[[Sequence[Finding], ReportStyle], str]
