"""A seed's text, prepared for finding passages in it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.match.fold import WAYS, Folded, fold
from generator.match.space import Squeezed, squeezed


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
