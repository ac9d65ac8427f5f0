"""Mentions: the quotations, quantities, dates and names found in a source's text, and how each is accounted for."""

from typing import Literal, NamedTuple, get_args

MentionKind = Literal["quotation", "quantity", "date", "name"]
MENTION_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
CoverageState = Literal["covered", "exempt", "excluded", "open"]
"""Covered: cited by a record. Exempt: no record needed. Excluded: not in the evidence. Open: still to do."""
COVERAGE_STATES: tuple[CoverageState, ...] = get_args(CoverageState)


class Mention(NamedTuple):
    """A mention in the source text `file`: `text` is its words, `start` and `end` their span in code points.

    The span of a quotation is that of the words between its quotation marks.
    """

    file: str
    start: int
    end: int
    kind: MentionKind
    text: str


class CoverageItem(NamedTuple):
    """A mention in the text of a source, and its state.

    `exemption` is the index in `Dossier.exemptions_for(source)` of the exemption that names it. The mention is `open`
    even so while the exemption's note is still to be written.
    """

    source: str
    mention: Mention
    state: CoverageState
    exemption: int | None = None
