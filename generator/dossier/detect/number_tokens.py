"""Tokenize the numbers of an English text: digits, number words, fractions, ordinals and vague words, with units.

The library text2num is not used: it reads "hundreds" as 100, "thousandths" as 1000 and "one million thousand" as
1001000, loses the half of "half a million", does not know "dozen" and joins "sixty and five".
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL_UNIT = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL_TEEN = "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
_ORDINAL_TEN = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
_SMALL = {
    "zero": 0,
    "a": 1,
    **{word: 1 + n for words in (_UNIT, _ORDINAL_UNIT) for n, word in enumerate(words.split("|"))},
    **{word: 10 + n for words in (_TEEN, _ORDINAL_TEEN) for n, word in enumerate(words.split("|"))},
    **{word: 20 + 10 * n for words in (_TEN, _ORDINAL_TEN) for n, word in enumerate(words.split("|"))},
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINAL_SCALES = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
_ALL_SCALES = {**_SCALES, **_ORDINAL_SCALES}

_SPACE = " {1,4}"  # A line break with its indent is a few spaces in the masked text.
_GAP = f"(?:{_SPACE}|-)"
_SCALE = "(?:dozen|hundred|thousand|million|billion|trillion)"
_BIG = "(?:dozen|thousand|million|billion|trillion)"
_BELOW_100 = rf"(?:(?:{_TEN})(?:{_GAP}(?:{_UNIT}))?|{_TEEN}|{_UNIT}|zero|a(?={_SPACE}{_SCALE}\b))"
# "Between two hundred and three hundred" has two cardinals: "and" never joins a number that has a scale of its own.
_REST_OF_HUNDRED = rf"(?:{_SPACE}and)?{_SPACE}(?>{_BELOW_100})(?!{_SPACE}hundred)"
_BELOW_1000 = rf"(?:{_BELOW_100}(?:{_GAP}hundred\b(?:{_REST_OF_HUNDRED})?)?)"
_REST_OF_BIG = rf"(?:{_SPACE}{_BELOW_1000}|{_SPACE}and{_SPACE}(?>{_BELOW_1000})(?!{_GAP}{_SCALE}))"
_CARDINAL = rf"{_BELOW_1000}(?:{_GAP}{_BIG}\b{_REST_OF_BIG}?){{0,4}}"
_ORDINAL_WORDS = (
    rf"(?:(?:{_BELOW_100}{_GAP}hundred{_SPACE}(?:and{_SPACE})?)?"
    rf"(?:(?:(?:{_TEN}){_GAP})?(?:{_ORDINAL_UNIT})|{_ORDINAL_TEEN}|{_ORDINAL_TEN})"
    rf"|(?:{_BELOW_100}{_GAP})?(?:{'|'.join(_ORDINAL_SCALES)}))"
)


class WordNumber(NamedTuple):
    """A number and the scale of its last word: 300 and 100 for "three hundred", 23 and 1 for "twenty-three"."""

    value: Decimal
    scale: int = 1


def parse_number_words(words: str) -> WordNumber:
    """Return the number that a match of `_CARDINAL` or `_ORDINAL_WORDS` means."""
    total = group = last = 0
    parts = words.replace("-", " ").split()
    for word in parts:
        if word in ("hundred", "hundredth"):
            group = 100 * max(group, 1)
        elif word in _ALL_SCALES:
            scale = _ALL_SCALES[word]
            if group and scale < last:
                total += group * scale
            else:  # "one thousand million": the later, greater scale multiplies all before it
                total = max(total + group, 1) * scale
            group, last = 0, scale
        elif word != "and":
            group += _SMALL[word]
    return WordNumber(Decimal(total + group), _ALL_SCALES.get(parts[-1], 1))


_TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")

# A bare dollar sign means US dollars, as in newspapers. "Pounds" may be a weight, and the bolívar changed its currency
# code twice: neither word is a unit.
_CURRENCY_MARKS = {
    "us$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "r$": "BRL", "₴": "UAH", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "cny": "CNY", "cad": "CAD",
    "aud": "AUD",
}  # fmt: skip
_UNIT_WORDS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percentage point": "percent",
    "us dollar": "USD", "u.s. dollar": "USD", "dollar": "USD", "euro": "EUR", "pounds sterling": "GBP", "yen": "JPY",
    "ruble": "RUB", "rouble": "RUB", **{name: name for name in _TIME_UNITS},
}  # fmt: skip

_MARK = f"(?:{'|'.join(re.escape(mark) for mark in sorted(_CURRENCY_MARKS, key=len, reverse=True))})"
_CODE = "(?:usd|eur|gbp|jpy|chf|cny|cad|aud)"
_NAME = (
    r"(?:percentage points?|per ?cent|(?:u\.?s\.? )?dollars?|euros?|pounds sterling|yen|rou?bles?"
    rf"|(?:minute|hour|day|week|month|year)s?|{_CODE})"
)
# "Two second lieutenants" has no unit: the singular "second" is a unit only after "one", digits or a hyphen.
_UNIT_NAME = rf"(?: {{0,4}}%|{_GAP}{_NAME}\b|{_GAP}seconds\b|-second\b|(?:(?<=one)|(?<=[0-9])) second\b)"


def parse_unit(written: str) -> str:
    """Return the unit of a match of `_UNIT_NAME` or `_MARK`, its gap included: "USD" for `$`, "day" for ` days`."""
    name = " ".join(written.strip(" -").split())
    return _CURRENCY_MARKS.get(name) or _UNIT_WORDS.get(name) or _UNIT_WORDS[name.rstrip("s")]


_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_FRACTIONS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip

_NOT_GLUED_BEFORE = r"(?<!\w)(?<![0-9][.,])(?<![^\W\d_]-)"  # G20, 3.5.2, COVID-19, split-second
_NOT_GLUED_AFTER = r"(?!\w)(?![.,][0-9])"
# Longer runs of digits are not numbers that a text counts with; Decimal is exact to 28 digits.
_DIGITS = (
    r"(?:(?:(?<!\S)[-−])?(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,4},[0-9]{3}|[0-9]{1,15})(?:\.[0-9]{1,9})?|(?<!\S)\.[0-9]{1,9})"
)
_PART = "|".join(_FRACTIONS)
_SINGULAR_PART = rf"(?:-(?:{_PART})\b(?!-)|{_SPACE}(?:{_PART})(?={_SPACE}of\b))"  # "one third of" but "one third party"
_HALF = (
    rf"(?P<half>(?:a{_SPACE})?half(?:{_GAP}an?)?(?={_GAP}{_SCALE}\b|{_UNIT_NAME})"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )half(?= of\b| the\b))"
)
_SIMPLE_WORDS = rf"(?P<words>(?>{_CARDINAL})|a(?={_SPACE}(?:third|quarter|fifth|tenth){_SPACE}of\b))"
_NUMBER = (
    rf"(?:{_HALF}|(?:(?P<mark>{_MARK}) ?)?(?:(?P<digits>{_DIGITS})|{_SIMPLE_WORDS})"
    rf"(?P<plus_half>{_SPACE}and{_SPACE}a{_SPACE}half)?)"
    rf"(?P<scale>{_GAP}{_SCALE}\b| ?(?:k|mn|mln|bn|tn)\b|m\b|(?(mark)b\b|(?!)))?"  # "5m" is newspapers' five million
)
_VAGUE = (
    rf"(?P<vague>(?:several|a{_SPACE}few|a{_SPACE}couple(?:{_SPACE}of(?={_SPACE}{_SCALE}\b))?|a{_SPACE}handful)"
    rf"(?:{_GAP}{_SCALE})?\b"
    rf"|(?:tens(?={_SPACE}of{_SPACE}(?:thou|mill|bill))|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    rf"(?:{_SPACE}of{_SPACE}(?:hundreds|thousands|millions|billions))?\b)(?:{_SPACE}of(?={_UNIT_NAME}))?"
)
_ORDINAL_DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:st|nd|rd|th)"
_ORDINAL = rf"(?P<ordinal>(?<!at )(?<!per )(?<!split )(?:{_ORDINAL_WORDS}|{_ORDINAL_DIGITS}))(?! later| ago| of all)"
_PARTED = rf"(?P<part>{_GAP}(?:{_PART})s\b|{_SINGULAR_PART})(?:{_SPACE}of{_SPACE}a{_SPACE}(?P<part_scale>{_SCALE})\b)?"
_TOKEN = re.compile(
    rf"{_NOT_GLUED_BEFORE}(?:{_ORDINAL}|(?:{_VAGUE}|{_NUMBER})(?:{_PARTED}|(?P<unit>{_UNIT_NAME}))?){_NOT_GLUED_AFTER}"
)
_BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")


class NumberToken(NamedTuple):
    """One number of a text, from `start` to `end`; `value` is None for a vague word such as "hundreds".

    `scale` is what the last word or letter multiplies by; both ends of "two to three hundred" share it. `rounded` marks
    a fraction that no decimal equals, `bare_year` four digits from 1900 to 2099 that may be a year.
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
        """Whether the value is not an integer, so that it cannot be a count."""
        return self.value is not None and self.value != self.value.to_integral_value()

    @property
    def is_time(self) -> bool:
        """Whether the unit is a unit of time."""
        return self.unit in _TIME_UNITS


def tokenize_numbers(masked: str) -> Iterator[NumberToken]:
    """Yield every number of a text that `mask_non_numbers` prepared, in order."""
    return map(_token, _TOKEN.finditer(masked))


def _token(match: re.Match[str]) -> NumberToken:
    start, end = match.span()
    if match["ordinal"]:
        return NumberToken(start, end, _ordinal_value(match["ordinal"]), ordinal=True)
    unit = parse_unit(match["unit"] or match["mark"]) if match["unit"] or match["mark"] else None
    if match["vague"]:
        return NumberToken(start, end, None, unit=unit)
    value, scale = _value_and_scale(match)
    if match["part"]:
        return _fraction(start, end, multiply(value, _SCALES.get(match["part_scale"] or "", 1)), match["part"])
    return NumberToken(start, end, value, scale, unit, bare_year=bool(_BARE_YEAR.fullmatch(match.group())))


def _ordinal_value(written: str) -> Decimal:
    return parse_number_words(written).value if written[0].isalpha() else Decimal(written[:-2].replace(",", ""))


def _value_and_scale(match: re.Match[str]) -> WordNumber:
    """Return the value of digits, words or "half", multiplied by the scale that follows."""
    if match["half"]:
        number = WordNumber(Decimal("0.5"))
    elif match["words"]:
        number = parse_number_words(match["words"])
    else:
        number = WordNumber(Decimal(match["digits"].replace(",", "").replace("−", "-")))
    if match["plus_half"]:
        number = number._replace(value=number.value + Decimal(number.scale) / 2)
    scale = _parse_scale(match["scale"]) if match["scale"] else 1
    return WordNumber(multiply(number.value, scale), number.scale * scale)


def _parse_scale(written: str) -> int:
    name = written.strip(" -")
    return _SCALES.get(name) or _SHORT_SCALES[name]


def multiply(value: Decimal, scale: int) -> Decimal:
    """Return the product without needless decimals: 7.5 million is 7500000, not 7500000.0."""
    product = value * scale
    return Decimal(int(product)) if scale > 1 and product == product.to_integral_value() else product


def _fraction(start: int, end: int, numerator: Decimal, written: str) -> NumberToken:
    """Return a number of thirds, tenths and so on; if no decimal equals it, round it to three places and mark it."""
    denominator = _FRACTIONS[written.strip(" -").removesuffix("s")]
    rounded = denominator % 3 == 0 or denominator == 7
    value = numerator / denominator
    return NumberToken(start, end, value.quantize(Decimal("0.001")) if rounded else value, rounded=rounded)
