"""Where a passage stands in a text, and the verdict on it."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dossier.match.boundaries import expand_to_words, is_partial
from dossier.match.compare import compare_normalized
from dossier.match.searchable_text import PassageQuery, SearchableText, build_query, find_occurrences, has_context
from dossier.match.suggest import closest_text, format_diff
from dossier.model.passage import MatchResult, Span
from dossier.text.whitespace import collapse_whitespace


class _Occurrences(NamedTuple):
    """Where words stand in one text: uncut and in their context, uncut in another context, and cut."""

    fitting: list[Span]
    elsewise: list[Span]
    cut: list[Span]


def find_passage(
    exact: str,
    prefix: str | None,
    suffix: str | None,
    text: SearchableText,
    others: Sequence[SearchableText] = (),
    *,
    may_cite: Collection[str] = (),
) -> MatchResult:
    """Look for a passage in a text, letter for letter but for the length and kind of its white space.

    `prefix` and `suffix` are the words right before and after, as in a W3C TextQuoteSelector. `others` are the
    other seeds, searched when the words do not stand here. `may_cite` names the kinds of excluded regions that are
    open to this record. Every offset is in code points, end-exclusive. Never raises on any strings.
    """
    words = build_query(exact, prefix, suffix)
    if not words.exact:
        return MatchResult("invalid", diff="the passage is empty")
    here = _occurrences(words, text)
    if here.fitting:
        return _pick_unique(here.fitting, text, may_cite)
    if here.cut and not here.elsewise:
        return _cut(words.exact, here.cut[0], text)
    return _elsewhere(words, others) or _wrong_context(words, here.elsewise) or _not_found(words, text, may_cite)


def occurs(words: str, text: SearchableText) -> bool:
    """Whether `words` stand whole in a text, once or more, regions left out of the evidence included."""
    exact = collapse_whitespace(words)
    return bool(exact) and any(not is_partial(text.content, span.start, span.end) for _, span in _spans(exact, text))


def find_all_places(exact: str, prefix: str | None, suffix: str | None, text: SearchableText) -> list[Span]:
    """Every place where words stand whole in their context, regions left out of the evidence included."""
    words = build_query(exact, prefix, suffix)
    return _occurrences(words, text).fitting if words.exact else []


def _occurrences(words: PassageQuery, text: SearchableText) -> _Occurrences:
    """Sort the places where the words stand."""
    found = _Occurrences([], [], [])
    for at, span in _spans(words.exact, text):
        if is_partial(text.content, span.start, span.end):
            found.cut.append(span)
        elif has_context(text.collapsed.chars, at, at + len(words.exact), words.prefix, words.suffix):
            found.fitting.append(span)
        else:
            found.elsewise.append(span)
    return found


def _spans(exact: str, text: SearchableText) -> Iterator[tuple[int, Span]]:
    """Every place where words stand, cut or not: its offset in the squeezed text, and its span."""
    view = text.collapsed
    for at in find_occurrences(exact, view.chars):
        yield at, Span(text.file, *view.original_span(at, at + len(exact)))


def _pick_unique(spans: list[Span], text: SearchableText, may_cite: Collection[str]) -> MatchResult:
    """Choose among the places that fit: those in excluded regions count only where no others are."""
    barred = [text.excluded_region_at(span.start, span.end, may_cite) for span in spans]
    citable = [span for span, region in zip(spans, barred, strict=True) if region is None]
    if len(citable) > 1:
        return MatchResult("ambiguous", candidates=tuple(citable))
    if citable:
        return MatchResult("found", span=citable[0])
    region = barred[0]
    return MatchResult("excluded", span=spans[0], region=region and f"{region.kind}: {region.reason}")


def _cut(exact: str, span: Span, text: SearchableText) -> MatchResult:
    start, end = expand_to_words(text.content, span.start, span.end)
    nearest = text.content[start:end]
    return MatchResult("cut", span=span, nearest=nearest, diff=format_diff(exact, nearest))


def _elsewhere(words: PassageQuery, others: Sequence[SearchableText]) -> MatchResult | None:
    found = tuple(span for other in others for span in _occurrences(words, other).fitting)
    return MatchResult("elsewhere", candidates=found) if found else None


def _wrong_context(words: PassageQuery, spans: list[Span]) -> MatchResult | None:
    """Give the verdict on words that stand, but never in their context."""
    if not spans:
        return None
    context = " and ".join(
        f"right {side} “{context}”" for side, context in (("after", words.prefix), ("before", words.suffix)) if context
    )
    return MatchResult("absent", candidates=tuple(spans), diff=f"the words stand in the text, but never {context}")


def _not_found(words: PassageQuery, text: SearchableText, may_cite: Collection[str]) -> MatchResult:
    return compare_normalized(words, text, may_cite) or closest_text(words.exact, text)
