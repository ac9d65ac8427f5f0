"""A text to search: its white space collapsed, its places by the words that stand there."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from dossier.match.normalize import NORMALIZATIONS, NormalizedText, normalize
from dossier.model.kinds.source import Region
from dossier.model.passage import ExcludedRegion
from dossier.text.whitespace import CollapsedText, collapse_whitespace, collapse_with_offsets

_MANY = 256


class PassageQuery(NamedTuple):
    """The words of a passage and of its context, trimmed. No context is the empty string."""

    exact: str
    prefix: str
    suffix: str


def build_query(exact: str, prefix: str | None, suffix: str | None) -> PassageQuery:
    """Trim the words to look for."""
    return PassageQuery(
        collapse_whitespace(exact), collapse_whitespace(prefix or ""), collapse_whitespace(suffix or "")
    )


def find_occurrences(needle: str, chars: str) -> Iterator[int]:
    """Yield every offset at which the needle stands, also where places overlap."""
    count, at = 0, chars.find(needle)
    while at >= 0:
        count += 1
        if count > _MANY and len(needle) > _MANY:
            yield from _overlapping(needle, chars, at)
            return
        yield at
        at = chars.find(needle, at + 1)


def has_context(chars: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Say whether the context stands right before and right after, with or without white space at the seams."""
    before = start - (chars[start - 1 : start] == " ")
    after = end + (chars[end : end + 1] == " ")
    return chars.endswith(prefix, 0, before) and chars.startswith(suffix, after)


def _overlapping(needle: str, chars: str, start: int) -> Iterator[int]:
    """Find as Knuth, Morris and Pratt do: long words that overlap themselves would take `str.find` hours."""
    borders = _kmp_table(needle)
    held = 0
    for at in range(start, len(chars)):
        while held and (held == len(needle) or needle[held] != chars[at]):
            held = borders[held - 1]
        held += needle[held] == chars[at]
        if held == len(needle):
            yield at + 1 - held


def _kmp_table(needle: str) -> list[int]:
    """Give, for each beginning of the needle, the length of the longest shorter one that it ends with."""
    borders, held = [0], 0
    for char in needle[1:]:
        while held and needle[held] != char:
            held = borders[held - 1]
        held += needle[held] == char
        borders.append(held)
    return borders


@dataclass(frozen=True)
class SearchableText:
    """A seed: the name of its file, its content as decoded, and the regions that are excluded from citing."""

    file: str
    content: str
    regions: tuple[Region, ...] = ()

    @cached_property
    def collapsed(self) -> CollapsedText:
        """The content with every run of white space as one space."""
        return collapse_with_offsets(self.content)

    @cached_property
    def normalized(self) -> NormalizedText:
        """The content without anything in which a passage may merely differ."""
        return normalize(self.content, NORMALIZATIONS)

    @cached_property
    def excluded(self) -> tuple[ExcludedRegion | None, ...]:
        """Where the regions stand; None for one that does not."""
        return tuple(self._stretch(region) for region in self.regions)

    def excluded_region_at(self, start: int, end: int, may_cite: Collection[str]) -> ExcludedRegion | None:
        """Give the first excluded region that a stretch touches and that may not be cited."""
        for region in self.excluded:
            if region and region.start < end and start < region.end and region.kind not in may_cite:
                return region
        return None

    def _stretch(self, region: Region) -> ExcludedRegion | None:
        """Give the stretch from the region's first words to the end of its last, the next ones at or after them.

        White space is as tolerant as in a passage. None when either is missing, or the first stand more than once.
        """
        view, first, last = self.collapsed, collapse_whitespace(region.starts), collapse_whitespace(region.ends)
        if not first or not last:
            return None
        found = list(islice(find_occurrences(first, view.chars), 2))
        end = view.chars.find(last, found[0]) if len(found) == 1 else -1
        if end < 0:
            return None
        return ExcludedRegion(*view.original_span(found[0], end + len(last)), region.kind, region.reason)
