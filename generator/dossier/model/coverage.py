"""A mention: something in a source's text that a record ought to rest on, and what accounts for it."""

from typing import Literal, NamedTuple, get_args

MentionKind = Literal["quotation", "quantity", "date", "name"]
MENTION_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
CoverageState = Literal["recorded", "exempt", "excluded", "open"]
COVERAGE_STATES: tuple[CoverageState, ...] = get_args(CoverageState)


class Mention(NamedTuple):
    """A quotation, quantity, calendar expression or name of the seed `file`: `start` and `end` in code points.

    A quotation's stretch is the words between its marks.
    """

    file: str
    start: int
    end: int
    kind: MentionKind
    text: str


class CoverageItem(NamedTuple):
    """A mention of a source's text, what accounts for it, and the position of the exemption where one does."""

    source: str
    mention: Mention
    state: CoverageState
    exemption: int | None = None
