"""Find figures that measure nothing of the story: ordinals, ages, conversions in brackets, days counted from others."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from dossier.detect.aside_words import AsideWords
from dossier.detect.detectors import Detectors
from dossier.detect.quantity_mentions import QuantityMention
from dossier.model.units import TIME_UNITS
from dossier.text.spans import Bounds

Aside = Literal["headline", "ordinal", "age", "conversion", "distance", "time"]
_REACH = 60
"""How far before and after a figure its words are read, in code points."""
_MAX_AGE, _MAX_HOUR = 120, 24
_MAX_CONVERTED = 25
"""How far before its brackets the figure ends that is converted in them."""
_FIRST_LINE = re.compile(r"\s*(?P<line>[^\n]+)")
_MAX_HEADLINE = 150
_ENDS_SENTENCE = re.compile(r"[.!…:][\"'”’»)\]]*\s*$")
_CLOSES = re.compile(r"\s*(?:[,.;:)]|$)")
_BRACKET = re.compile(r"\(\s*$")
_CLOSES_BRACKET = re.compile(r"\s*\)")


class FigureAside(NamedTuple):
    """A figure that measures nothing, as `text[start:end]`, and what it is instead."""

    start: int
    end: int
    kind: Aside


def find_asides(text: str, detectors: Detectors | None) -> list[FigureAside]:
    """Return the figures of a text that measure nothing of its story."""
    words = detectors.draft_words.asides if detectors and detectors.draft_words else None
    figures = detectors.find_quantities(text) if detectors else []
    headline = headline_of(text)
    found, previous = [], None
    for index, figure in enumerate(figures):
        kind: Aside | None = "ordinal" if figure.ordinal else None
        if not kind and words and detectors:
            is_person = _is_after_person(text, figure, words, detectors)
            kind = _kind_of(text, figure, previous, words, is_after_person=is_person)
        if not kind and headline and figure.end <= headline.end:
            says_again = any(_is_same(figure, other) for other in figures[index + 1 :] if other.start >= headline.end)
            kind = "headline" if says_again else None
        if kind:
            found.append(FigureAside(figure.start, figure.end, kind))
        previous = figure
    return found


def headline_of(text: str) -> Bounds | None:
    """Return the first line of a text if it is a headline: short, no sentence with a full stop, and not alone."""
    line = _FIRST_LINE.match(text)
    if line is None or len(line["line"]) > _MAX_HEADLINE or not text[line.end() :].strip():
        return None
    return None if _ENDS_SENTENCE.search(line["line"]) else Bounds(*line.span("line"))


def _is_same(figure: QuantityMention, other: QuantityMention) -> bool:
    """Return whether two figures are one, however exactly they are given: "30,000" and "as many as 30,000"."""
    ends = {figure.quantity.value, figure.quantity.low, figure.quantity.high} - {None}
    others = {other.quantity.value, other.quantity.low, other.quantity.high} - {None}
    return bool(ends) and ends == others and figure.quantity.unit == other.quantity.unit and not other.ordinal


def _kind_of(
    text: str, figure: QuantityMention, previous: QuantityMention | None, words: AsideWords, *, is_after_person: bool
) -> Aside | None:
    patterns = _compiled(words)
    before = text[max(0, figure.start - _REACH) : figure.start]
    after = text[figure.end : figure.end + _REACH]
    value, unit = figure.quantity.value, figure.quantity.unit
    if unit in TIME_UNITS and (patterns.distance_before.search(before) or patterns.distance_after.match(after)):
        return "distance"
    if _BRACKET.search(before) and _CLOSES_BRACKET.match(after) and previous and unit not in (None, *TIME_UNITS):
        is_next = 0 <= figure.start - previous.end <= _MAX_CONVERTED
        return "conversion" if is_next and previous.quantity.unit not in (None, unit) else None
    if value is None or value > _MAX_AGE or value % 1:
        return None
    if unit in (None, "year"):
        is_said = unit == "year" and patterns.age_after.match(after)
        if is_said or patterns.age_before.search(before) or (is_after_person and _CLOSES.match(after)):
            return "age"
    is_hour = unit is None and value <= _MAX_HOUR and patterns.hour_before.search(before) and _CLOSES.match(after)
    return "time" if is_hour else None


def _is_after_person(text: str, figure: QuantityMention, words: AsideWords, detectors: Detectors) -> bool:
    """Return whether the name of a person and a comma, or an opening bracket, are before a figure."""
    before = text[max(0, figure.start - _REACH) : figure.start]
    comma = _compiled(words).after_name.search(before)
    if not comma or detectors.find_names is None or detectors.draft_words is None:
        return False
    line = text.rfind("\n", 0, figure.start) + 1
    end = figure.start - len(before) + comma.start()
    around = text[line : end + _REACH]
    parts = [part for name in detectors.find_names(around) if (part := detectors.draft_words.split_name(name, around))]
    name = next((part for part in parts if part.end == end - line), None)
    if name is None:
        return _compiled(words).person_before.search(text, line, end) is not None
    return detectors.draft_words.kind_of_name(name, around, parts) in ("person", None)


class _Patterns(NamedTuple):
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    distance_before: re.Pattern[str]
    distance_after: re.Pattern[str]
    hour_before: re.Pattern[str]
    after_name: re.Pattern[str]
    person_before: re.Pattern[str]


@lru_cache(maxsize=16)
def _compiled(words: AsideWords) -> _Patterns:
    def before(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{pattern})\s+$", re.IGNORECASE)

    def after(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?:\s+|(?=-))(?:{pattern})(?!\w)", re.IGNORECASE)

    return _Patterns(
        before(words.age_before),
        after(words.age_after),
        before(words.distance_before),
        after(words.distance_after),
        before(words.hour_before),
        re.compile(rf"(?:,\s+(?:(?:{words.age_joins})\s+)?|\s\()$"),
        re.compile(rf"(?<!\w)(?:{words.people})$", re.IGNORECASE),
    )
