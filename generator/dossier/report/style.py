"""The style of a report: its source lines, colours and rule documentation."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding


class ReportStyle(NamedTuple):
    """`lines_of` returns the lines of a file by its path in findings, or none if it cannot be read.

    `colours` adds terminal colours; `rules` documents all rules.
    """

    lines_of: Callable[[str], Sequence[str]] = lambda path: ()
    colours: bool = False
    rules: Sequence[RuleDoc] = ()


PLAIN = ReportStyle()
"""No excerpts, no colours."""

Report = Callable[[Sequence[Finding], ReportStyle], str]
