"""The coverage of a dossier in figures: for each source and kind of mention, how many are in each state."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dossier.model.mention import MENTION_KINDS, STATES, Covered, MentionKind


class Tally(NamedTuple):
    """How many mentions of a kind stand in a source's text, and in which state they are."""

    source: str
    kind: MentionKind
    counts: Mapping[str, int]
    """By state, and `found` for all of them."""


def tallies(coverage: Sequence[Covered]) -> tuple[Tally, ...]:
    """A tally for each source and kind, sources in their order; kinds that a text has none of included."""
    counted = Counter((one.source, one.mention.kind, one.state) for one in coverage)
    return tuple(
        Tally(source, kind, _counts({state: counted[source, kind, state] for state in STATES}))
        for source in dict.fromkeys(one.source for one in coverage)
        for kind in MENTION_KINDS
    )


def _counts(states: Mapping[str, int]) -> Mapping[str, int]:
    return {"found": sum(states.values()), **states}
