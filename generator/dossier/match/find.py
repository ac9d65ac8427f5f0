"""Find a passage in a text and return the verdict on it."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dossier.match.boundaries import expand_to_words, is_partial
from dossier.match.searchable_text import PassageQuery, SearchableText, build_query, find_occurrences, has_context
from dossier.match.word_diff import format_word_diff
from dossier.model.passage import MatchResult, Span
from dossier.text.whitespace import collapse_whitespace


class _Occurrences(NamedTuple):
    """The occurrences of words in a text: whole and in the right context, whole in another context, and cut."""

    in_context: list[Span]
    out_of_context: list[Span]
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
    """Find a passage in a text. Its white space may differ in length and kind, everything else must be equal.

    `prefix` and `suffix` are the words directly before and after (W3C Web Annotation Data Model, section 4.2.4, Text
    Quote Selector). `others` are the texts of other sources, searched if the words are not in this one. `may_cite` has
    the kinds of excluded regions that may be cited. Offsets are in code points, end-exclusive. Never raises.
    """
    query = build_query(exact, prefix, suffix)
    if not query.exact:
        return MatchResult("invalid", diff="the passage is empty")
    here = _occurrences(query, text)
    if here.in_context:
        return _pick_unique(here.in_context, text, may_cite)
    if here.cut and not here.out_of_context:
        return _cut(query.exact, here.cut[0], text)
    return _elsewhere(query, others) or _wrong_context(query, here.out_of_context) or _not_found(query, text, may_cite)


def occurs(words: str, text: SearchableText) -> bool:
    """Return whether a text, its excluded regions included, has `words` without cutting a word."""
    exact = collapse_whitespace(words)
    return bool(exact) and any(not is_partial(text.content, span.start, span.end) for _, span in _spans(exact, text))


def find_all_spans(exact: str, prefix: str | None, suffix: str | None, text: SearchableText) -> list[Span]:
    """Return every whole-word occurrence in the given context, those in excluded regions included."""
    query = build_query(exact, prefix, suffix)
    return _occurrences(query, text).in_context if query.exact else []


def _occurrences(query: PassageQuery, text: SearchableText) -> _Occurrences:
    """Sort the occurrences of the words by whether they are whole and in context."""
    occurrences = _Occurrences([], [], [])
    for offset, span in _spans(query.exact, text):
        if is_partial(text.content, span.start, span.end):
            occurrences.cut.append(span)
        elif has_context(text.collapsed.chars, offset, offset + len(query.exact), query.prefix, query.suffix):
            occurrences.in_context.append(span)
        else:
            occurrences.out_of_context.append(span)
    return occurrences


def _spans(exact: str, text: SearchableText) -> Iterator[tuple[int, Span]]:
    """Yield every occurrence, cut or whole: its offset in the collapsed text, and its span in the original."""
    for offset in find_occurrences(exact, text.collapsed.chars):
        yield offset, Span(text.file, *text.collapsed.original_span(offset, offset + len(exact)))


def _pick_unique(spans: list[Span], text: SearchableText, may_cite: Collection[str]) -> MatchResult:
    """Return the verdict on occurrences in context; those in excluded regions count only if there are no others."""
    regions = [text.excluded_region_at(span.start, span.end, may_cite) for span in spans]
    citable = [span for span, region in zip(spans, regions, strict=True) if region is None]
    if len(citable) > 1:
        return MatchResult("ambiguous", candidates=tuple(citable))
    if citable:
        return MatchResult("found", span=citable[0])
    region = regions[0]
    return MatchResult("excluded", span=spans[0], region=region and f"{region.kind}: {region.reason}")


def _cut(exact: str, span: Span, text: SearchableText) -> MatchResult:
    start, end = expand_to_words(text.content, span.start, span.end)
    nearest = text.content[start:end]
    return MatchResult("cut", span=span, nearest=nearest, diff=format_word_diff(exact, nearest))


def _elsewhere(query: PassageQuery, others: Sequence[SearchableText]) -> MatchResult | None:
    """Return the verdict on a passage of another source's text; None if no other has it."""
    spans = tuple(span for other in others for span in _occurrences(query, other).in_context)
    return MatchResult("elsewhere", candidates=spans) if spans else None


def _wrong_context(query: PassageQuery, spans: list[Span]) -> MatchResult | None:
    """Return the verdict on words that are in the text, but not in the given context; None if they are not in it."""
    if not spans:
        return None
    sides = (("after", query.prefix), ("before", query.suffix))
    context = " and ".join(f"directly {side} “{words}”" for side, words in sides if words)
    return MatchResult("absent", candidates=tuple(spans), diff=f"the words are in the text, but never {context}")


def _not_found(query: PassageQuery, text: SearchableText, may_cite: Collection[str]) -> MatchResult:
    from dossier.match.near_matches import closest_text, compare_normalized  # Only here: few passages need them.

    return compare_normalized(query, text, may_cite) or closest_text(query.exact, text)
