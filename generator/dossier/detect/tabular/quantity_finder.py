"""Find the quantities of a text of a language given by tables, with their qualifiers, ranges and wholes."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from dossier.detect.quantity_mentions import QuantityMention
from dossier.detect.tabular.digit_masks import Masker, blank
from dossier.detect.tabular.language_tables import QuantityTables
from dossier.detect.tabular.number_finder import FoundNumber, NumberFinder
from dossier.detect.unread_digits import find_unread
from dossier.model.quantity import Qualifier, Quantity
from dossier.text.spans import Bounds

_REACH = 48
"""Characters before a number in which its qualifier may be."""
_SIGNS: dict[str, Qualifier] = {
    "~": "about", "≈": "about", ">": "more than", "<": "less than", "≥": "at least", "≤": "at most",
}  # fmt: skip
_SIGN = re.compile(r"(?P<sign>[~≈><≥≤]) {0,4}$")
_DASH = re.compile(r"[-‑]|\s?–\s?")
_MAX_RATIO = 3
"""How many times as great the second figure of "two or three" may be."""


class _Reading(NamedTuple):
    mentions: tuple[QuantityMention, ...]
    unread: tuple[Bounds, ...]
    masked: tuple[tuple[Bounds, str], ...]


class QuantityFinder:
    """Finds the quantities of one language."""

    def __init__(self, tables: QuantityTables, tokenizer: NumberFinder, masker: Masker) -> None:
        self._tables = tables
        self._tokenizer = tokenizer
        self._masker = masker
        self._qualifiers = {**tables.before, **tables.before_with_article}
        self._before = re.compile(
            rf"(?<!\w)(?P<words>{_alternatives(self._qualifiers)})(?:\s+|(?<=['’]))$", re.IGNORECASE
        )
        self._after = re.compile(rf"\s+(?P<words>{_alternatives(tables.after)})(?!\w)", re.IGNORECASE)
        self._plus = re.compile(r"\+(?!\w)")
        self._between = _pattern(rf"(?<!\w){tables.between}$")
        self._and = _pattern(rf" (?:{tables.and_words}) ")
        self._to = _pattern(rf" (?:{tables.to_words}) ")
        self._or = _pattern(rf" (?:{tables.or_words}) ")
        self._change = _pattern(rf"(?<!\w){tables.change_before}$")
        self._of = _pattern(tables.of_whole)
        self._in = _pattern(tables.in_whole)
        self._counted = _pattern(rf" (?:{tables.counted})(?!\w)")
        self._read = lru_cache(maxsize=1024)(self._read_text)

    def find(self, text: str) -> list[QuantityMention]:
        """Return every quantity of a text, in order and without overlaps."""
        return list(self._read(text).mentions)

    def find_unread_digits(self, text: str) -> list[Bounds]:
        """Return the words with digits that are not understood, or can be read in several ways."""
        return list(self._read(text).unread)

    def find_masked_digits(self, text: str) -> Sequence[tuple[Bounds, str]]:
        """Return the digits of a text that are no figure, with the reason for each."""
        return self._read(text).masked

    def _read_text(self, text: str) -> _Reading:
        masked = tuple(self._masker.find(text))
        prepared = blank(text, masked)
        tokens = _without_articles(prepared, list(self._tokenizer.tokenize(prepared)))
        mentions: list[QuantityMention] = []
        understood = [Bounds(token.start, token.end) for token in tokens]
        index = 0
        while index < len(tokens):
            mention, used = self._mention(text, prepared, tokens[index : index + 2])
            mentions += [mention] if mention else []
            index += used
        known = (*understood, *(bounds for bounds, _ in masked))
        return _Reading(tuple(mentions), tuple(find_unread(text, known)), masked)

    def _mention(self, text: str, prepared: str, tokens: Sequence[FoundNumber]) -> tuple[QuantityMention | None, int]:
        """Return what one or two numbers are together, and how many of them it is about."""
        first = tokens[0]
        if first.is_ordinal:
            return _quantity_mention(text, first.start, first.end, Quantity("exactly", first.value), ordinal=True), 1
        if first.value is None:
            return _quantity_mention(text, first.start, first.end, Quantity("vague", unit=first.unit)), 1
        if len(tokens) > 1 and (joined := self._join_numbers(text, prepared, first, tokens[1])):
            return joined, 2
        if first.is_article:
            return None, 1
        qualifier, start, end, is_counting = self._qualifier(prepared, first.start, first.end)
        if first.is_about and qualifier == "exactly":
            qualifier = "about"
        if first.is_bare_year and not (is_counting or self._counted.match(prepared, first.end)):
            return None, 1
        return _quantity_mention(text, start, end, Quantity(qualifier, first.value, unit=first.unit)), 1

    def _join_numbers(
        self, text: str, prepared: str, first: FoundNumber, second: FoundNumber
    ) -> QuantityMention | None:
        """Return a range, a part of a whole or a share; None if two numbers are not one quantity."""
        if second.value is None or second.is_ordinal or first.value is None:
            return None
        if self._in.fullmatch(prepared, first.end, second.start) and second.value and not first.unit:
            qualifier, start, _, _ = self._qualifier(prepared, first.start, second.end)
            share = Quantity(qualifier, first.value / second.value)
            return _quantity_mention(text, start, second.end, share)
        is_part = not first.unit and not first.is_fraction and not second.is_bare_year and first.value <= second.value
        if is_part and self._of.fullmatch(prepared, first.end, second.start):
            qualifier, start, _, _ = self._qualifier(prepared, first.start, second.end)
            mention = _quantity_mention(text, start, second.end, Quantity(qualifier, first.value, unit=second.unit))
            return mention._replace(of=second.value)
        return None if first.is_article or second.is_article else self._range(text, prepared, first, second)

    def _range(self, text: str, prepared: str, first: FoundNumber, second: FoundNumber) -> QuantityMention | None:
        before = prepared[max(0, first.start - _REACH) : first.start]
        between = self._between.search(before)
        is_range = (
            (between and self._and.fullmatch(prepared, first.end, second.start))
            or self._to.fullmatch(prepared, first.end, second.start)
            or _DASH.fullmatch(prepared, first.end, second.start)
        )
        is_choice = self._or.fullmatch(prepared, first.end, second.start) is not None
        if not (is_range or is_choice) or (first.is_bare_year and second.is_bare_year):
            return None
        if not between and self._change.search(before):
            return None
        low, high = _share_scale(first, second)
        unit = low.unit or high.unit
        if low.value is None or high.value is None or low.value >= high.value or high.unit not in (unit, None):
            return None
        if is_choice and high.value > _MAX_RATIO * low.value:
            return None
        start = first.start - (len(between[0]) if between else 0)
        return _quantity_mention(
            text, start, second.end, Quantity("between", low=low.value, high=high.value, unit=unit)
        )

    def _qualifier(self, prepared: str, start: int, end: int) -> tuple[Qualifier, int, int, bool]:
        """Return the qualifier of a number, its span with the words of it, and whether these only go with counts."""
        before = prepared[max(0, start - _REACH) : start]
        if sign := _SIGN.search(before):
            return _SIGNS[sign["sign"]], start - len(sign[0]), end, False
        if match := self._before.search(before):
            words = " ".join(match["words"].lower().split())
            return self._qualifiers[words], start - len(match[0]), end, words in self._tables.counting
        if self._plus.match(prepared, end):
            return "at least", start, end + 1, False
        if match := self._after.match(prepared, end):
            return self._tables.after[" ".join(match["words"].lower().split())], start, match.end(), False
        return "exactly", start, end, False


def _quantity_mention(text: str, start: int, end: int, quantity: Quantity, *, ordinal: bool = False) -> QuantityMention:
    return QuantityMention(start, end, text[start:end], quantity, ordinal)


def _without_articles(text: str, tokens: Sequence[FoundNumber]) -> list[FoundNumber]:
    """Return the numbers without an article right before another, such as the "un" of "entre un 20 y un 30 %"."""
    return [
        token
        for token, follower in zip_longest(tokens, tokens[1:])
        if not (follower and token.is_article and text[token.end : follower.start].isspace())
    ]


def _share_scale(low: FoundNumber, high: FoundNumber) -> tuple[FoundNumber, FoundNumber]:
    """Return both ends of a range with the scale that only the second states: "de 3 a 5 millones"."""
    if low.scale == 1 and low.value is not None and high.value is not None and low.value * high.scale < high.value:
        return low._replace(value=low.value * high.scale), high
    return low, high


def _alternatives(phrases: Iterable[str]) -> str:
    words = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)


def _pattern(words: str) -> re.Pattern[str]:
    """Compile a pattern in which a space is any white space."""
    return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)
