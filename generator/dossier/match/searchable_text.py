"""Searching in a source's text: the text with its derived forms, and the search for words in context."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from dossier.match.normalize import NORMALIZATIONS, NormalizedText, normalize
from dossier.model.kinds.source import Region
from dossier.model.passage import ExcludedRegion
from dossier.text.spans import Bounds, spans_overlap
from dossier.text.whitespace import CollapsedText, collapse_whitespace, collapse_with_offsets

_MAX_SIMPLE = 256
"""Needles longer than this that occur more often than this are searched for by `_find_overlapping`."""


class PassageQuery(NamedTuple):
    """The words of a passage and its context, white space collapsed. No context is the empty string."""

    exact: str
    prefix: str
    suffix: str


def build_query(exact: str, prefix: str | None, suffix: str | None) -> PassageQuery:
    """Collapse the white space of the words to look for."""
    return PassageQuery(
        collapse_whitespace(exact), collapse_whitespace(prefix or ""), collapse_whitespace(suffix or "")
    )


def find_occurrences(needle: str, chars: str) -> Iterator[int]:
    """Yield every offset at which the needle occurs, overlapping occurrences included."""
    count, offset = 0, chars.find(needle)
    while offset >= 0:
        count += 1
        if count > _MAX_SIMPLE and len(needle) > _MAX_SIMPLE:
            yield from _find_overlapping(needle, chars, offset)
            return
        yield offset
        offset = chars.find(needle, offset + 1)


def has_context(chars: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Return whether the context is directly before `start` and after `end`, with or without a space between."""
    before = start - (chars[start - 1 : start] == " ")
    after = end + (chars[end : end + 1] == " ")
    return chars.endswith(prefix, 0, before) and chars.startswith(suffix, after)


def _find_overlapping(needle: str, chars: str, start: int) -> Iterator[int]:
    """Yield the occurrences from `start` on by the Knuth-Morris-Pratt algorithm.

    For long needles that overlap themselves, `str.find` after each occurrence would take hours.
    """
    table = _kmp_table(needle)
    matched = 0
    for offset in range(start, len(chars)):
        while matched and (matched == len(needle) or needle[matched] != chars[offset]):
            matched = table[matched - 1]
        matched += needle[matched] == chars[offset]
        if matched == len(needle):
            yield offset + 1 - matched


def _kmp_table(needle: str) -> list[int]:
    """Return, for each prefix of the needle, the length of its longest proper prefix that is also its suffix."""
    table, matched = [0], 0
    for char in needle[1:]:
        while matched and needle[matched] != char:
            matched = table[matched - 1]
        matched += needle[matched] == char
        table.append(matched)
    return table


@dataclass(frozen=True)
class SearchableText:
    """A source's text: its file's name, its content, and the regions that its record excludes from the evidence."""

    file: str
    content: str
    regions: tuple[Region, ...] = ()

    @cached_property
    def collapsed(self) -> CollapsedText:
        """The content with every run of white space as one space."""
        return collapse_with_offsets(self.content)

    @cached_property
    def normalized(self) -> NormalizedText:
        """The content without case, diacritics, punctuation and the other `NORMALIZATIONS`."""
        return normalize(self.content, NORMALIZATIONS)

    @cached_property
    def excluded_regions(self) -> tuple[ExcludedRegion | None, ...]:
        """The regions with their positions, in the record's order; None for a region that is not found."""
        return tuple(self._locate(region) for region in self.regions)

    def excluded_region_at(self, start: int, end: int, may_cite: Collection[str]) -> ExcludedRegion | None:
        """Return the first excluded region that overlaps a span and may not be cited; None if there is none."""
        span = Bounds(start, end)
        for region in self.excluded_regions:
            if region and spans_overlap(region, span) and region.kind not in may_cite:
                return region
        return None

    def _locate(self, region: Region) -> ExcludedRegion | None:
        """Return a region with its position: from its first words to the nearest end of its last words after them.

        White space may differ, as in a passage. None if either is missing or the first words occur more than once.
        """
        first, last = collapse_whitespace(region.starts), collapse_whitespace(region.ends)
        if not first or not last:
            return None
        starts = list(islice(find_occurrences(first, self.collapsed.chars), 2))
        end = self.collapsed.chars.find(last, starts[0]) if len(starts) == 1 else -1
        if end < 0:
            return None
        span = self.collapsed.original_span(starts[0], end + len(last))
        return ExcludedRegion(*span, region.kind, region.reason)
