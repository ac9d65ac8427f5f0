"""Words that stand in a text but for case, typography and the like: the exact set of ways in which they differ."""

from collections.abc import Collection, Iterator
from itertools import combinations, islice

from rapidfuzz.distance import Indel

from generator.match.boundary import cut
from generator.match.fold import WAYS, fold, is_punctuation
from generator.match.scan import Sought, fits, places
from generator.match.text import Text
from generator.model.passage import Span, Verdict

_MOST = 16
"""How many places are compared."""
_MARGIN = 64
"""How many characters around a place are compared with it."""


def compare(sought: Sought, text: Text, may_cite: Collection[str]) -> Verdict | None:
    """Give the verdict `differs` where the words stand once both sides are folded, else None."""
    places_alike = _alike(sought, text)
    spans = [span for span in places_alike if not text.barred(*span, may_cite)] or places_alike
    if not spans:
        return None
    ways, found = _fewest_ways(sought.exact, text.content, spans)
    start, end = found[0]
    return Verdict(
        "differs",
        places=tuple(Span(text.file, *span) for span in found),
        differs=tuple(sorted(ways)),
        nearest=text.content[start:end],
    )


def _alike(sought: Sought, text: Text) -> list[tuple[int, int]]:
    """List where the folded words stand uncut, and if their folded context fits some of those, only these."""
    exact, prefix, suffix = (_needle(words, WAYS) for words in sought)
    if not exact:
        return []
    chars = text.folded.chars
    found = islice(_spans(exact, text.content, WAYS, text), _MOST)
    fitting, others = [], []
    for at, span in found:
        (fitting if fits(chars, at, at + len(exact), prefix, suffix) else others).append(span)
    return fitting or others
