"""Figures in a prepared text: the numbers as written, in digits or words, with their scale and unit but no bound."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dossier.detect.number_words import CARDINAL, GAP, ORDINAL, SCALE, SCALES, SPACE, Number, read_words
from dossier.detect.units import MARK, TIME, UNIT, read_unit

_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip

_NOT_GLUED_BEFORE = r"(?<!\w)(?<![0-9][.,])(?<![^\W\d_]-)"  # G20, 3.5.2, COVID-19, split-second
_NOT_GLUED_AFTER = r"(?!\w)(?![.,][0-9])"
# Runs are bounded: a longer one is no figure anybody says, and Decimal holds 28 digits exactly.
_DIGITS = (
    r"(?:(?:(?<!\S)[-−])?(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,4},[0-9]{3}|[0-9]{1,15})(?:\.[0-9]{1,9})?|(?<!\S)\.[0-9]{1,9})"
)
_PART = "|".join(_PARTS)
_SINGULAR_PART = rf"(?:-(?:{_PART})\b(?!-)|{SPACE}(?:{_PART})(?={SPACE}of\b))"  # "one third of" but "one third party"
_HALF = (
    rf"(?P<half>(?:a{SPACE})?half(?:{GAP}an?)?(?={GAP}{SCALE}\b|{UNIT})"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )half(?= of\b| the\b))"
)
_WORDS = rf"(?P<words>(?>{CARDINAL})|a(?={SPACE}(?:third|quarter|fifth|tenth){SPACE}of\b))"
_NUMBER = (
    rf"(?:{_HALF}|(?:(?P<mark>{MARK}) ?)?(?:(?P<digits>{_DIGITS})|{_WORDS})"
    rf"(?P<plus_half>{SPACE}and{SPACE}a{SPACE}half)?)"
    rf"(?P<scale>{GAP}{SCALE}\b| ?(?:k|mn|mln|bn|tn)\b|m\b|(?(mark)b\b|(?!)))?"  # "5m" is newspapers' five million
)
_VAGUE = (
    rf"(?P<vague>(?:several|a{SPACE}few|a{SPACE}couple(?:{SPACE}of(?={SPACE}{SCALE}\b))?|a{SPACE}handful)"
    rf"(?:{GAP}{SCALE})?\b"
    rf"|(?:tens(?={SPACE}of{SPACE}(?:thou|mill|bill))|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    rf"(?:{SPACE}of{SPACE}(?:hundreds|thousands|millions|billions))?\b)(?:{SPACE}of(?={UNIT}))?"
)
_ORDINAL_DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:st|nd|rd|th)"
_ORDINAL = rf"(?P<ordinal>(?<!at )(?<!per )(?<!split )(?:{ORDINAL}|{_ORDINAL_DIGITS}))(?! later| ago| of all)"
_PARTED = rf"(?P<part>{GAP}(?:{_PART})s\b|{_SINGULAR_PART})(?:{SPACE}of{SPACE}a{SPACE}(?P<part_scale>{SCALE})\b)?"
_FIGURE = re.compile(
    rf"{_NOT_GLUED_BEFORE}(?:{_ORDINAL}|(?:{_VAGUE}|{_NUMBER})(?:{_PARTED}|(?P<unit>{UNIT}))?){_NOT_GLUED_AFTER}"
)
_BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Figure(NamedTuple):
    """One number as written; `value` is None when only a vague word stands there.

    `scale` is what the last word or letter multiplies by, shared in "two to three hundred"; `rounded` says that
    the value is a fraction no decimal equals; `bare_year` that it is written as years are (1900 to 2099).
    """

    start: int
    end: int
    value: Decimal | None
    scale: int = 1
    unit: str | None = None
    ordinal: bool = False
    rounded: bool = False
    bare_year: bool = False

    @property
    def is_fraction(self) -> bool:
        """Whether the value is not whole, and so counts nothing."""
        return self.value is not None and self.value != self.value.to_integral_value()

    @property
    def is_time(self) -> bool:
        """Whether the unit is a span of time."""
        return self.unit in TIME


def find_figures(prepared: str) -> Iterator[Figure]:
    """Every figure of a text that `masks.prepared` has made ready, in order."""
    return map(_figure, _FIGURE.finditer(prepared))


def _figure(match: re.Match[str]) -> Figure:
    start, end = match.span()
    if match["ordinal"]:
        return Figure(start, end, _ordinal(match["ordinal"]), ordinal=True)
    unit = read_unit(match["unit"] or match["mark"]) if match["unit"] or match["mark"] else None
    if match["vague"]:
        return Figure(start, end, None, unit=unit)
    value, scale = _number(match)
    if match["part"]:
        return _part(start, end, times(value, SCALES.get(match["part_scale"] or "", 1)), match["part"])
    return Figure(start, end, value, scale, unit, bare_year=bool(_BARE_YEAR.fullmatch(match.group())))


def _ordinal(written: str) -> Decimal:
    return read_words(written).value if written[0].isalpha() else Decimal(written[:-2].replace(",", ""))


def _number(match: re.Match[str]) -> Number:
    """The value of digits, words or a half, times the scale that follows them."""
    if match["half"]:
        number = Number(Decimal("0.5"))
    elif match["words"]:
        number = read_words(match["words"])
    else:
        number = Number(Decimal(match["digits"].replace(",", "").replace("−", "-")))
    if match["plus_half"]:
        number = number._replace(value=number.value + Decimal(number.scale) / 2)
    scale = _scale(match["scale"]) if match["scale"] else 1
    return Number(times(number.value, scale), number.scale * scale)


def _scale(written: str) -> int:
    name = written.strip(" -")
    return SCALES.get(name) or _SHORT_SCALES[name]


def times(value: Decimal, scale: int) -> Decimal:
    """The product, without the zeros a scale leaves behind a decimal: 7.5 million is 7500000, not 7500000.0."""
    product = value * scale
    return Decimal(int(product)) if scale > 1 and product == product.to_integral_value() else product


def _part(start: int, end: int, whole: Decimal, written: str) -> Figure:
    """So many thirds or tenths: exact where a decimal can be, else rounded to three places and said so."""
    parts = _PARTS[written.strip(" -").removesuffix("s")]
    rounded = parts % 3 == 0 or parts == 7
    value = whole / parts
    return Figure(start, end, value.quantize(Decimal("0.001")) if rounded else value, rounded=rounded)
