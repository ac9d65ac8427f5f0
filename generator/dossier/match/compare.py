"""Words that stand in a text but for case, typography and the like: the exact set of ways in which they differ."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, combinations, islice, takewhile

from rapidfuzz.distance import Indel

from dossier.match.boundaries import is_partial
from dossier.match.normalize import NORMALIZATIONS, NormalizedText, is_punctuation, normalize
from dossier.match.searchable_text import PassageQuery, SearchableText, find_occurrences, has_context
from dossier.match.suggest import format_diff
from dossier.model.passage import MatchResult, Span

_MOST = 16
"""How many places are compared."""
_MARGIN = 64
"""How many characters around a place are compared with it."""

Stretch = tuple[int, int]


def compare_normalized(sought: PassageQuery, text: SearchableText, may_cite: Collection[str]) -> MatchResult | None:
    """Give the verdict `differs` where the words stand once both sides are folded, else None."""
    alike = _candidates(sought, text)
    if not alike:
        return None
    citable = [stretch for stretch in alike if not text.excluded_region_at(*stretch, may_cite)]
    ways, found = _minimal_differences(sought.exact, text.content, citable or alike)
    nearest = text.content[slice(*found[0])]
    return MatchResult(
        "differs",
        candidates=tuple(Span(text.file, *stretch) for stretch in found),
        differences=tuple(sorted(ways)),
        nearest=nearest,
        diff=format_diff(sought.exact, nearest),
    )


def _candidates(sought: PassageQuery, text: SearchableText) -> list[Stretch]:
    """List where the folded words stand uncut; where their folded context fits some of those, only these."""
    exact, prefix, suffix = (_needle(words, NORMALIZATIONS) for words in sought)
    if not exact:
        return []
    found = list(islice(_standing(exact, text.normalized, text.content), _MOST))
    fitting = [
        (at, stretch)
        for at, stretch in found
        if has_context(text.normalized.chars, at, at + len(exact), prefix, suffix)
    ]
    return [stretch for _, stretch in fitting or found]


def _needle(words: str, ways: Collection[str]) -> str:
    return normalize(words, ways).chars.strip(" ")


def _standing(needle: str, folded: NormalizedText, content: str, shift: int = 0) -> Iterator[tuple[int, Stretch]]:
    """Yield where the needle stands uncut: the place in the folded text, and the stretch of the content."""
    for at in find_occurrences(needle, folded.chars):
        stretch = folded.span(at, at + len(needle))
        if stretch and not is_partial(content, shift + stretch[0], shift + stretch[1]):
            yield at, (shift + stretch[0], shift + stretch[1])


def _minimal_differences(exact: str, content: str, stretches: list[Stretch]) -> tuple[set[str], list[Stretch]]:
    """Give the smallest set of ways that explains the difference somewhere, and where it does."""
    for ways in chain.from_iterable(combinations(NORMALIZATIONS, size) for size in range(1, len(NORMALIZATIONS))):
        needle = _needle(exact, ways)
        found = [again for stretch in stretches for again in _refold(needle, ways, content, stretch)]
        if found and "punctuation" in ways:
            return _with_punctuation(exact, content, set(ways), found)
        if found:
            return set(ways), found
    return set(NORMALIZATIONS), stretches


def _refold(needle: str, ways: Collection[str], content: str, stretch: Stretch) -> Iterator[Stretch]:
    """Yield the stretch again, as fewer ways of folding find it, if they do."""
    start, end = max(0, stretch[0] - _MARGIN), stretch[1] + _MARGIN
    for _, again in _standing(needle, normalize(content[start:end], ways), content, start):
        if again[0] < stretch[1] and stretch[0] < again[1]:
            yield again
            return


def _with_punctuation(exact: str, content: str, ways: set[str], found: list[Stretch]) -> tuple[set[str], list[Stretch]]:
    """Take in the marks at the edges, and name typography too where it hides among marks left out on both sides."""
    found = [_with_marks(exact, content, *stretch) for stretch in found]
    others = ways - {"punctuation"}
    nearest = content[slice(*found[0])]
    if _distance(exact, nearest, others | {"typography"}) < _distance(exact, nearest, others):
        return ways | {"typography"}, found
    return ways, found


def _distance(exact: str, nearest: str, ways: set[str]) -> int:
    return Indel.distance(_needle(exact, ways), _needle(nearest, ways))


def _with_marks(exact: str, content: str, start: int, end: int) -> Stretch:
    """Widen a stretch by the marks beside it, by no more of them than the passage has there."""
    lead, trail = _leading_marks(exact), _leading_marks(reversed(exact))
    first = start - min(lead, _leading_marks(reversed(content[max(0, start - lead) : start])))
    last = end + min(trail, _leading_marks(content[end : end + trail]))
    return (start, end) if is_partial(content, first, last) else (first, last)


def _leading_marks(chars: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(is_punctuation, chars))
