"""A seed's text with its excluded regions, prepared for finding passages in it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from generator.match.fold import WAYS, Folded, fold
from generator.match.scan import places
from generator.match.space import Squeezed, squeezed, trim


class Region(NamedTuple):
    """A stretch of a seed that no record may cite: offsets in code points, end-exclusive, with what it is and why."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True)
class Text:
    """A seed: the name of its file, its content as decoded, and the regions that are excluded from citing."""

    file: str
    content: str
    excluded: tuple[Region, ...] = ()

    @cached_property
    def squeezed(self) -> Squeezed:
        """The content with every run of white space as one space."""
        return squeezed(self.content)

    @cached_property
    def folded(self) -> Folded:
        """The content without anything in which a passage may merely differ."""
        return fold(self.content, WAYS)

    def barred(self, start: int, end: int, may_cite: Collection[str]) -> Region | None:
        """Give the first excluded region that a stretch touches and that may not be cited."""
        for region in self.excluded:
            if region.start < end and start < region.end and region.kind not in may_cite:
                return region
        return None


def resolve_region(starts: str, ends: str, content: str) -> tuple[int, int] | None:
    """Give the offsets from `starts` to the end of the first `ends` at or after it, end-exclusive, in code points.

    White space is as tolerant as in a passage. None when either is missing, or `starts` stands more than once.
    """
    view, first, last = squeezed(content), trim(starts), trim(ends)
    if not first or not last:
        return None
    found = list(islice(places(first, view.chars), 2))
    if len(found) != 1:
        return None
    end = view.chars.find(last, found[0])
    return None if end < 0 else view.span(found[0], end + len(last))
