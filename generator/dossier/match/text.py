"""A seed's text with its excluded regions, prepared for finding passages in it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from dossier.match.fold import WAYS, Folded, fold
from dossier.match.scan import places
from dossier.match.space import Squeezed, squeezed, trim
from dossier.model.passage import Excluded
from dossier.model.source import Region


@dataclass(frozen=True)
class Text:
    """A seed: the name of its file, its content as decoded, and the regions that are excluded from citing."""

    file: str
    content: str
    regions: tuple[Region, ...] = ()

    @cached_property
    def squeezed(self) -> Squeezed:
        """The content with every run of white space as one space."""
        return squeezed(self.content)

    @cached_property
    def folded(self) -> Folded:
        """The content without anything in which a passage may merely differ."""
        return fold(self.content, WAYS)

    @cached_property
    def excluded(self) -> tuple[Excluded | None, ...]:
        """Where the regions stand; None for one that does not."""
        return tuple(self._stretch(region) for region in self.regions)

    def barred(self, start: int, end: int, may_cite: Collection[str]) -> Excluded | None:
        """Give the first excluded region that a stretch touches and that may not be cited."""
        for region in self.excluded:
            if region and region.start < end and start < region.end and region.kind not in may_cite:
                return region
        return None

    def _stretch(self, region: Region) -> Excluded | None:
        """Give the stretch from the region's first words to the end of its last, the next ones at or after them.

        White space is as tolerant as in a passage. None when either is missing, or the first stand more than once.
        """
        view, first, last = self.squeezed, trim(region.starts), trim(region.ends)
        if not first or not last:
            return None
        found = list(islice(places(first, view.chars), 2))
        end = view.chars.find(last, found[0]) if len(found) == 1 else -1
        if end < 0:
            return None
        return Excluded(*view.span(found[0], end + len(last)), region.kind, region.reason)
