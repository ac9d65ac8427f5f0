"""Find the text that comes closest to a passage that is not in the text, and say how they differ.

`compare_normalized` finds words that differ only in case, typography, diacritics and the like, and names exactly these
differences. `closest_text` finds the most similar text, whatever differs.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, islice, takewhile
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from dossier.match.boundaries import is_inside_word, is_partial
from dossier.match.normalize import NORMALIZATIONS, NormalizedText, is_punctuation, normalize
from dossier.match.searchable_text import PassageQuery, SearchableText, find_occurrences, has_context
from dossier.match.word_diff import MAX_COMPARED, format_word_diff
from dossier.model.passage import MatchResult, Span
from dossier.text.spans import Bounds, spans_overlap

_MAX_CANDIDATES = 16
"""The number of occurrences that are compared."""
_MARGIN = 64
"""The number of characters on either side of an occurrence that are normalized again with it."""
_MIN_SIMILARITY = 65
"""The least similarity, from 0 to 100, of a text that is worth showing."""
_MIN_ALIGNED_SIMILARITY = 55
"""The least similarity, from 0 to 100, of an alignment that is worth refining; refining others takes seconds."""
_MAX_TEXT = 1_000_000
"""The number of characters of a text that are searched."""
_MAX_SHIFT = 40
"""The number of characters by which an end of the alignment may move to a word boundary."""


def compare_normalized(query: PassageQuery, text: SearchableText, may_cite: Collection[str]) -> MatchResult | None:
    """Return the verdict `differs` if the words are in the text once both are normalized; otherwise None."""
    candidates = _candidates(query, text)
    if not candidates:
        return None
    citable = [bounds for bounds in candidates if not text.excluded_region_at(*bounds, may_cite)]
    differences, nearest_bounds = _minimal_differences(query.exact, text.content, citable or candidates)
    nearest = text.content[slice(*nearest_bounds[0])]
    return MatchResult(
        "differs",
        candidates=tuple(Span(text.file, *bounds) for bounds in nearest_bounds),
        differences=tuple(sorted(differences)),
        nearest=nearest,
        diff=format_word_diff(query.exact, nearest),
    )


class _Occurrence(NamedTuple):
    """Whole words found in a normalized text: their offset there, and their bounds in the original."""

    offset: int
    bounds: Bounds


def _candidates(query: PassageQuery, text: SearchableText) -> list[Bounds]:
    """Return the whole-word matches of the normalized words, only those with matching context if there are any."""
    exact, prefix, suffix = (_needle(words, NORMALIZATIONS) for words in query)
    if not exact:
        return []
    occurrences = list(islice(_find_whole(exact, text.normalized, text.content), _MAX_CANDIDATES))
    in_context = [
        occurrence
        for occurrence in occurrences
        if has_context(text.normalized.chars, occurrence.offset, occurrence.offset + len(exact), prefix, suffix)
    ]
    return [occurrence.bounds for occurrence in in_context or occurrences]


def _needle(words: str, normalizations: Collection[str]) -> str:
    return normalize(words, normalizations).chars.strip(" ")


def _find_whole(needle: str, normalized: NormalizedText, content: str, start: int = 0) -> Iterator[_Occurrence]:
    """Yield the whole-word occurrences of the needle. The normalized text begins at offset `start` of the content."""
    for offset in find_occurrences(needle, normalized.chars):
        original = normalized.original_span(offset, offset + len(needle))
        if original and not is_partial(content, start + original[0], start + original[1]):
            yield _Occurrence(offset, Bounds(start + original[0], start + original[1]))


def _minimal_differences(exact: str, content: str, candidates: list[Bounds]) -> tuple[set[str], list[Bounds]]:
    """Return the smallest set of normalizations that makes some candidate equal, and all candidates it makes equal."""
    for size in range(1, len(NORMALIZATIONS)):
        for normalizations in combinations(NORMALIZATIONS, size):
            needle = _needle(exact, normalizations)
            matches = [
                match for bounds in candidates if (match := _match_again(needle, normalizations, content, bounds))
            ]
            if matches and "punctuation" in normalizations:
                return _with_punctuation(exact, content, set(normalizations), matches)
            if matches:
                return set(normalizations), matches
    return set(NORMALIZATIONS), candidates


def _match_again(needle: str, normalizations: Collection[str], content: str, bounds: Bounds) -> Bounds | None:
    """Return the bounds of a match that overlaps a candidate if these normalizations suffice; otherwise None."""
    start, end = max(0, bounds.start - _MARGIN), bounds.end + _MARGIN
    for occurrence in _find_whole(needle, normalize(content[start:end], normalizations), content, start):
        if spans_overlap(occurrence.bounds, bounds):
            return occurrence.bounds
    return None


def _with_punctuation(
    exact: str, content: str, differences: set[str], matches: list[Bounds]
) -> tuple[set[str], list[Bounds]]:
    """Extend the matches over punctuation, and name typography too where ignoring punctuation hides it."""
    extended = [_with_marks(exact, content, *bounds) for bounds in matches]
    others = differences - {"punctuation"}
    nearest = content[slice(*extended[0])]
    if _distance(exact, nearest, others | {"typography"}) < _distance(exact, nearest, others):
        return differences | {"typography"}, extended
    return differences, extended


def _distance(exact: str, nearest: str, normalizations: set[str]) -> int:
    return Indel.distance(_needle(exact, normalizations), _needle(nearest, normalizations))


def _with_marks(exact: str, content: str, start: int, end: int) -> Bounds:
    """Extend a span over adjacent punctuation, at most as much as the passage has there."""
    before, after = _count_marks(reversed(content[:start])), _count_marks(content[end:])
    first, last = start - min(_count_marks(exact), before), end + min(_count_marks(reversed(exact)), after)
    return Bounds(start, end) if is_partial(content, first, last) else Bounds(first, last)


def _count_marks(chars: Iterable[str]) -> int:
    """Return the number of punctuation marks before the first other character."""
    return sum(1 for _ in takewhile(is_punctuation, chars))


def closest_text(exact: str, text: SearchableText) -> MatchResult:
    """Return the verdict `absent`, with the most similar text if any is similar. `exact` has collapsed white space."""
    closest = _align(exact[:MAX_COMPARED], text.collapsed.chars[:_MAX_TEXT])
    if closest is None:
        return MatchResult("absent")
    start, end = text.collapsed.original_span(*closest)
    nearest = text.content[start:end]
    return MatchResult(
        "absent", candidates=(Span(text.file, start, end),), nearest=nearest, diff=format_word_diff(exact, nearest)
    )


def _align(words: str, chars: str) -> tuple[int, int] | None:
    """Align the words with a text, then move both ends to the nearby word boundaries that make them most similar."""
    alignment = fuzz.partial_ratio_alignment(words, chars, score_cutoff=_MIN_ALIGNED_SIMILARITY)
    if alignment is None:
        return None
    start, end = alignment.dest_start, alignment.dest_end
    for _ in range(2):
        start = max(_boundaries(chars, start, 0), key=lambda first: fuzz.ratio(words, chars[first:end]), default=start)
        end = max(_boundaries(chars, end, -1), key=lambda last: fuzz.ratio(words, chars[start:last]), default=end)
    is_similar = start < end and fuzz.ratio(words, chars[start:end]) >= _MIN_SIMILARITY
    is_whole = start in _boundaries(chars, start, 0) and end in _boundaries(chars, end, -1)
    return (start, end) if is_similar and is_whole else None


def _boundaries(chars: str, offset: int, side: int) -> Iterator[int]:
    """Yield the offsets near one where a word begins (`side` 0) or ends (`side` -1)."""
    for boundary in range(max(0, offset - _MAX_SHIFT), min(len(chars), offset + _MAX_SHIFT) + 1):
        if 0 <= boundary + side < len(chars) and chars[boundary + side] != " " and not is_inside_word(chars, boundary):
            yield boundary
