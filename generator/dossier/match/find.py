"""Where a passage stands in a text, and the verdict on it."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dossier.match.boundaries import cut, whole
from dossier.match.compare import compare
from dossier.match.searchable_text import Sought, Text, fits, places, sought
from dossier.match.suggest import absent, word_difference
from dossier.model.passage import Span, Verdict
from dossier.text.whitespace import trim


class _Standing(NamedTuple):
    """Where words stand in one text: uncut and in their context, uncut in another context, and cut."""

    fitting: list[Span]
    elsewise: list[Span]
    cut: list[Span]


def match(
    exact: str,
    prefix: str | None,
    suffix: str | None,
    text: Text,
    others: Sequence[Text] = (),
    *,
    may_cite: Collection[str] = (),
) -> Verdict:
    """Look for a passage in a text, letter for letter but for the length and kind of its white space.

    `prefix` and `suffix` are the words right before and after, as in a W3C TextQuoteSelector. `others` are the
    other seeds, searched when the words do not stand here. `may_cite` names the kinds of excluded regions that are
    open to this record. Every offset is in code points, end-exclusive. Never raises on any strings.
    """
    words = sought(exact, prefix, suffix)
    if not words.exact:
        return Verdict("invalid", hint="the passage is empty")
    here = _standing(words, text)
    if here.fitting:
        return _choose(here.fitting, text, may_cite)
    if here.cut and not here.elsewise:
        return _cut(words.exact, here.cut[0], text)
    return _elsewhere(words, others) or _unfitting(words, here.elsewise) or _unlike(words, text, may_cite)


def stands(words: str, text: Text) -> bool:
    """Whether `words` stand whole in a text, once or more, regions left out of the evidence included."""
    exact = trim(words)
    return bool(exact) and any(not cut(text.content, span.start, span.end) for _, span in _spans(exact, text))


def everywhere(exact: str, prefix: str | None, suffix: str | None, text: Text) -> list[Span]:
    """Every place where words stand whole in their context, regions left out of the evidence included."""
    words = sought(exact, prefix, suffix)
    return _standing(words, text).fitting if words.exact else []


def _standing(words: Sought, text: Text) -> _Standing:
    """Sort the places where the words stand."""
    found = _Standing([], [], [])
    for at, span in _spans(words.exact, text):
        if cut(text.content, span.start, span.end):
            found.cut.append(span)
        elif fits(text.squeezed.chars, at, at + len(words.exact), words.prefix, words.suffix):
            found.fitting.append(span)
        else:
            found.elsewise.append(span)
    return found


def _spans(exact: str, text: Text) -> Iterator[tuple[int, Span]]:
    """Every place where words stand, cut or not: its offset in the squeezed text, and its span."""
    view = text.squeezed
    for at in places(exact, view.chars):
        yield at, Span(text.file, *view.span(at, at + len(exact)))


def _choose(spans: list[Span], text: Text, may_cite: Collection[str]) -> Verdict:
    """Choose among the places that fit: those in excluded regions count only where no others are."""
    barred = [text.barred(span.start, span.end, may_cite) for span in spans]
    citable = [span for span, region in zip(spans, barred, strict=True) if region is None]
    if len(citable) > 1:
        return Verdict("ambiguous", places=tuple(citable))
    if citable:
        return Verdict("found", span=citable[0])
    region = barred[0]
    return Verdict("excluded", span=spans[0], region=region and f"{region.kind}: {region.reason}")


def _cut(exact: str, span: Span, text: Text) -> Verdict:
    start, end = whole(text.content, span.start, span.end)
    nearest = text.content[start:end]
    return Verdict("cut", span=span, nearest=nearest, hint=word_difference(exact, nearest))


def _elsewhere(words: Sought, others: Sequence[Text]) -> Verdict | None:
    found = tuple(span for other in others for span in _standing(words, other).fitting)
    return Verdict("elsewhere", places=found) if found else None


def _unfitting(words: Sought, spans: list[Span]) -> Verdict | None:
    """Give the verdict on words that stand, but never in their context."""
    if not spans:
        return None
    context = " and ".join(
        f"right {side} “{context}”" for side, context in (("after", words.prefix), ("before", words.suffix)) if context
    )
    return Verdict("absent", places=tuple(spans), hint=f"the words stand in the text, but never {context}")


def _unlike(words: Sought, text: Text, may_cite: Collection[str]) -> Verdict:
    return compare(words, text, may_cite) or absent(words.exact, text)
