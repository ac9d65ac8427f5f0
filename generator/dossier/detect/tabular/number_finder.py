"""Find the numbers of a text of a language given by tables: figures, number words, fractions, ordinals, vague words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from dossier.detect.tabular.language_tables import NumberTables
from dossier.detect.tabular.locale_data import Separators
from dossier.detect.tabular.separators import DIGITS, figure_reader
from dossier.detect.unread_digits import UNCLEAR_SIGN

_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_GAP = re.compile(r"[^\S\n]{1,4}|[^\S\n]*\n[^\S\n]*|[-‑]")
_UNCLEAR_SIGN = re.compile(UNCLEAR_SIGN)
_SIGN = re.compile(r"(?<![^\s(\[\"“«])[-−–]$")
_GLUED_BEFORE = re.compile(r"[^\W\d_][-‑–]$|[€$£][.,]$|[+±]$")
_GLUED_AFTER = re.compile(r"\w|[.,]?[0-9]|[/⁄^×*][0-9]|[²³⁴-⁹⁰¹]|[-‑][^\W\d_]")
_BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")


class FoundNumber(NamedTuple):
    """One number of a text; `value` is None for a vague word, and `scale` is what its last word multiplies by."""

    start: int
    end: int
    value: Decimal | None
    scale: int = 1
    unit: str | None = None
    is_ordinal: bool = False
    is_bare_year: bool = False
    is_about: bool = False
    is_article: bool = False
    """Whether it is a number only as a part of others: "una de cada cinco"."""

    @property
    def is_fraction(self) -> bool:
        """Whether the value is not an integer."""
        return self.value is not None and self.value != self.value.to_integral_value()


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    is_joined: bool
    """Whether only a space, a line break or a hyphen is before it."""


class _Number(NamedTuple):
    value: Decimal
    scale: int
    stop: int
    """The index of the word after it."""
    is_article: bool = False
    has_figure: bool = False
    needs_unit: bool = False


class NumberFinder:
    """Finds the numbers of one language."""

    def __init__(self, tables: NumberTables, units: Mapping[str, str], separators: Separators) -> None:
        self._tables = tables
        self._scales = {name.rstrip("."): scale for name, scale in {**tables.scales, **tables.collectives}.items()}
        self._read_figure = figure_reader(separators)
        self._units = units
        self._longest = max((len(words.split()) for words in (*tables.cardinals, *tables.ordinals)), default=1)
        joiner = rf"(?:{tables.unit_joiner})?".replace(" ", r"\s")
        spelled = "|".join(re.escape(unit).replace(r"\ ", r"\s") for unit in sorted(units, key=len, reverse=True))
        self._unit = re.compile(rf"[\s\-‑]{{0,2}}{joiner}(?P<unit>{spelled})(?!\w)", re.IGNORECASE)
        marks = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True) if not unit[-1].isalpha())
        self._mark = re.compile(rf"(?<!\w)(?P<mark>{marks})\s?$", re.IGNORECASE)
        self._unclear_after = re.compile(tables.unclear_after)
        self._minus = re.compile(rf"(?<!\w)(?:{tables.minus})\s$", re.IGNORECASE)
        self._below_zero = re.compile(tables.below_zero.replace(" ", r"\s"), re.IGNORECASE)
        self._half = re.compile(tables.and_a_half.replace(" ", r"\s"), re.IGNORECASE)
        self._ordinal = re.compile(rf"(?:{tables.ordinal_digits})(?!\w)", re.IGNORECASE)
        amounts = "|".join(f"(?P<v{index}>{words})" for index, words in enumerate(tables.vague))
        self._vague = re.compile(rf"(?<!\w)(?:{amounts})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)
        fixed = sorted((*tables.single_parts, *tables.halves), key=len, reverse=True)
        self._fixed = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, fixed))})(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE
        )

    def tokenize(self, text: str) -> Iterator[FoundNumber]:
        """Yield every number of a text in which digits that are no figures are masked, in order."""
        words, figures = self._split(text)
        vague = {match.start(): match for match in self._vague.finditer(text)} if self._tables.vague else {}
        fixed = {match.start(): match for match in self._fixed.finditer(text)}
        done = 0
        for index, word in enumerate(words):
            if word.start < done:
                continue
            token = (
                self._vague_token(text, vague[word.start])
                if word.start in vague
                else self._fixed_token(text, fixed[word.start], words, index)
                if word.start in fixed
                else self._token(text, words, figures, index)
            )
            if token is not None:
                done = token.end
                yield token

    def vague_amount(self, text: str) -> str:
        """Return the English word for a vague amount such as "cientos", or the text itself in lower case."""
        match = self._vague.search(text) if self._tables.vague else None
        return self._amount(match) if match else " ".join(text.casefold().split())

    def _amount(self, match: re.Match[str]) -> str:
        return list(self._tables.vague.values())[int((match.lastgroup or "v0")[1:])]

    def _split(self, text: str) -> tuple[list[_Word], Mapping[int, str]]:
        """Return the words of a text, and its figures by their offset; a figure is one word."""
        figures = {match.start(): match for match in DIGITS.finditer(text)}
        words: list[_Word] = []
        end = 0
        for match in _WORD.finditer(text):
            if match.start() < end:
                continue
            start, stop = figures[match.start()].span() if match.start() in figures else match.span()
            is_joined = bool(words) and _GAP.fullmatch(text, end, start) is not None
            words.append(_Word(start, stop, text[start:stop].lower(), is_joined))
            end = stop
        return words, {start: match[0] for start, match in figures.items()}

    def _vague_token(self, text: str, match: re.Match[str]) -> FoundNumber:
        unit, end = self._unit_after(text, match.end())
        return FoundNumber(match.start(), end, None, unit=unit)

    def _fixed_token(self, text: str, match: re.Match[str], words: Sequence[_Word], index: int) -> FoundNumber | None:
        """Return a fraction in fixed words, or a half of the scale or the unit that follows."""
        written = " ".join(match[0].lower().split())
        if written in self._tables.single_parts:
            return FoundNumber(match.start(), match.end(), self._tables.single_parts[written])
        half = Decimal("0.5")
        following = next((other for other in words[index + 1 : index + 2] if other.is_joined), None)
        if following and following.text in self._scales:
            scale = self._scales[following.text]
            unit, end = self._unit_after(text, following.end)
            return FoundNumber(match.start(), end, _whole(half * scale), scale, unit)
        unit, end = self._unit_after(text, match.end())
        return FoundNumber(match.start(), end, half, unit=unit) if unit else None

    def _token(self, text: str, words: Sequence[_Word], figures: Mapping[int, str], index: int) -> FoundNumber | None:
        word = words[index]
        if word.start in figures:
            if _GLUED_BEFORE.search(text, max(0, word.start - 3), word.start):
                return None
            if len(word.text) < 4 and word.text.isdigit() and self._unclear_after.match(text, word.end):
                return None
            ordinal = self._ordinal.match(text, word.end) if word.text.isdigit() else None
            if ordinal is not None:
                return FoundNumber(word.start, ordinal.end(), Decimal(word.text), is_ordinal=True)
        elif (ordinal_words := self._longest_of(self._tables.ordinals, words, index)) is not None:
            value, stop = ordinal_words
            if self._longest_of(self._tables.cardinals, words, index) is None:
                return FoundNumber(word.start, words[stop - 1].end, Decimal(value), is_ordinal=True)
        number = self._number(words, figures, index)
        if number is None:
            return None
        return self._complete(text, words, index, number)

    def _complete(self, text: str, words: Sequence[_Word], index: int, number: _Number) -> FoundNumber | None:
        """Return a number with its fraction, its half, its sign, its unit and its currency."""
        start, end = words[index].start, words[number.stop - 1].end
        value, last = number.value, words[number.stop - 1]
        if (
            number.has_figure
            and last.text[-1].isdigit()
            and _GLUED_AFTER.match(text, end)
            and not self._unit.match(text, end)
        ):
            return None
        if f"{last.text}." in self._tables.scales and text.startswith(".", end):
            end += 1
        following = words[number.stop] if number.stop < len(words) else None
        if following and following.is_joined and following.text in self._tables.parts and not number.has_figure:
            return FoundNumber(start, following.end, value / self._tables.parts[following.text])
        if half := self._half.match(text, end):
            value += Decimal(number.scale) / 2
            end = half.end()
        unit, end = self._unit_after(text, end)
        if unit and value == number.value and (half := self._half.match(text, end)):
            value, end = value + Decimal("0.5"), half.end()
        if number.has_figure and _UNCLEAR_SIGN.match(text, start):
            return None
        mark = self._mark.search(text, max(0, start - 6), start)
        if mark and number.has_figure:
            start, unit = mark.start(), unit or self._units[mark["mark"].lower()]
        if number.has_figure and (sign := _SIGN.search(text, max(0, start - 2), start)):
            start, value = sign.start(), -value
        if below := self._below_zero.match(text, end):
            value, end = -abs(value), below.end()
        elif self._minus.search(text, max(0, start - 16), start):
            if not (unit or "").startswith("degree"):
                return None
            value = -abs(value)
        if number.needs_unit and not unit and number.scale == 1:
            return None
        if number.is_article:
            return FoundNumber(start, end, value, unit=unit, is_article=unit is None)
        is_year = bool(_BARE_YEAR.fullmatch(text[start:end]))
        is_about = last.text in self._tables.collectives
        return FoundNumber(start, end, _whole(value), number.scale, unit, is_bare_year=is_year, is_about=is_about)

    def _unit_after(self, text: str, end: int) -> tuple[str | None, int]:
        match = self._unit.match(text, end)
        return (self._units[" ".join(match["unit"].lower().split())], match.end()) if match else (None, end)

    def _longest_of(self, table: Mapping[str, int], words: Sequence[_Word], index: int) -> tuple[int, int] | None:
        """Return the value of the longest run of words that a table has, and the index after it."""
        found, spelled = None, ""
        for stop in range(index + 1, min(index + self._longest, len(words)) + 1):
            word = words[stop - 1]
            if stop > index + 1 and not word.is_joined:
                break
            spelled = f"{spelled} {word.text}" if spelled else word.text
            if spelled in table:
                found = (table[spelled], stop)
        return found

    def _simple(self, words: Sequence[_Word], figures: Mapping[int, str], index: int) -> _Number | None:
        """Return a number without scales: a figure, or number words below a thousand, or one word."""
        word = words[index]
        if word.start in figures:
            figure = self._read_figure(figures[word.start])
            return _Number(figure.value, 1, index + 1, False, True, figure.needs_unit) if figure else None
        found = self._longest_of(self._tables.cardinals, words, index)
        if found is not None:
            is_article = found[1] == index + 1 and word.text in self._tables.articles
            return _Number(Decimal(found[0]), 1, found[1], is_article)
        compound = self._tables.parse_word(word.text)
        return _Number(Decimal(compound), 1, index + 1) if compound is not None else None

    def _number(self, words: Sequence[_Word], figures: Mapping[int, str], index: int) -> _Number | None:
        """Return the longest number from a word on, with its scales: "dos millones trescientos mil"."""
        scales = self._scales
        first = self._simple(words, figures, index)
        if first is None and words[index].text not in self._tables.scales_alone:
            return None
        total, group, last_scale = Decimal(0), first.value if first else None, 0
        place = first.stop if first else index
        has_figure, has_scale = bool(first and first.has_figure), False
        while place < len(words):
            word = words[place]
            if place > index and not word.is_joined:
                break
            if word.text in scales and (group is not None or has_scale or word.text in self._tables.scales_alone):
                scale = scales[word.text]
                if last_scale and scale >= last_scale:
                    if group is None and has_scale and scale > last_scale:  # "diez mil millones"
                        total, last_scale, place = total * scale, scale, place + 1
                        continue
                    break
                total += (Decimal(1) if group is None else group) * scale
                group, last_scale, place, has_scale = None, scale, place + 1, True
                continue
            if group is not None or not has_scale:
                break
            following = words[place + 1] if place + 1 < len(words) and words[place + 1].is_joined else None
            if word.text in self._tables.between_scales and following and scales.get(following.text, 0) > last_scale:
                last_scale, place = scales[following.text], place + 2
                total *= last_scale
                continue
            start = place + 1 if word.text in self._tables.joiners and place + 1 < len(words) else place
            below = self._simple(words, figures, start) if start == place or words[start].is_joined else None
            if (
                below is None
                or (below.is_article and start == place)
                or below.value >= last_scale
                or below.has_figure != has_figure
            ):
                break
            if below.has_figure and (below.needs_unit or below.value != int(below.value) or below.value < 100):
                break
            group, place = below.value, below.stop
            if not (place < len(words) and words[place].is_joined and words[place].text in scales):
                total, group = total + group, None
                last_scale = 1
                break
        if first is None and not has_scale:
            return None
        value = total + (group or 0)
        scale = last_scale if has_scale else 1
        is_article = bool(first and first.is_article) and not has_scale
        return _Number(value, scale, place, is_article, has_figure, bool(first and first.needs_unit))


def _whole(value: Decimal) -> Decimal:
    """Return a value without needless decimals: 3,5 millones is 3500000, not 3500000.0."""
    return Decimal(int(value)) if value == value.to_integral_value() else value
