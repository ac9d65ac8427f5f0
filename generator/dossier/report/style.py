"""What a report is made with beside the findings."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.model.docs import RuleText
from dossier.model.finding import Finding


class Looks(NamedTuple):
    """`lines_of` gives the lines of a file by its path as findings have it, none where it cannot be read.

    `colours` is for a terminal alone; `rules` are the texts of all rules.
    """

    lines_of: Callable[[str], Sequence[str]] = lambda path: ()
    colours: bool = False
    rules: Sequence[RuleText] = ()


PLAIN = Looks()
"""Without excerpts, without colours."""

Report = Callable[[Sequence[Finding], Looks], str]
