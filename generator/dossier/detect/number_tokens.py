"""English number words: the patterns that find them in lower-case text, and their value.

Our own, not text2num's: that library reads "hundreds" as 100, "thousandths" as 1000 and "one million thousand" as
1001000, loses the half of "half a million", knows no dozen and joins "sixty and five".
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
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINAL_SCALES = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
_ALL_SCALES = {**SCALES, **_ORDINAL_SCALES}

SPACE = " {1,4}"  # a wrapped and indented line is a few spaces once prepared
GAP = f"(?:{SPACE}|-)"
SCALE = "(?:dozen|hundred|thousand|million|billion|trillion)"
_BIG = "(?:dozen|thousand|million|billion|trillion)"
_BELOW_100 = rf"(?:(?:{_TEN})(?:{GAP}(?:{_UNIT}))?|{_TEEN}|{_UNIT}|zero|a(?={SPACE}{SCALE}\b))"
# "Between two hundred and three hundred" holds two cardinals: an "and" never reaches over to another scale.
_REST_OF_HUNDRED = rf"(?:{SPACE}and)?{SPACE}(?>{_BELOW_100})(?!{SPACE}hundred)"
_BELOW_1000 = rf"(?:{_BELOW_100}(?:{GAP}hundred\b(?:{_REST_OF_HUNDRED})?)?)"
_REST_OF_BIG = rf"(?:{SPACE}{_BELOW_1000}|{SPACE}and{SPACE}(?>{_BELOW_1000})(?!{GAP}{SCALE}))"
CARDINAL = rf"{_BELOW_1000}(?:{GAP}{_BIG}\b{_REST_OF_BIG}?){{0,4}}"
ORDINAL = (
    rf"(?:(?:{_BELOW_100}{GAP}hundred{SPACE}(?:and{SPACE})?)?"
    rf"(?:(?:(?:{_TEN}){GAP})?(?:{_ORDINAL_UNIT})|{_ORDINAL_TEEN}|{_ORDINAL_TEN})"
    rf"|(?:{_BELOW_100}{GAP})?(?:{'|'.join(_ORDINAL_SCALES)}))"
)


class WordNumber(NamedTuple):
    """A number, with the scale its last word stands for: 300 in hundreds for "three hundred", else 1."""

    value: Decimal
    scale: int = 1


def parse_number_words(words: str) -> WordNumber:
    """The number of a CARDINAL or an ORDINAL, as the patterns match them."""
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


TIME = ("second", "minute", "hour", "day", "week", "month", "year")

# A bare dollar is the United States' one, as newspapers write it. Pounds may weigh and bolivars changed their code
# twice: neither word is a unit.
MARKS = {
    "us$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "r$": "BRL", "₴": "UAH", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "cny": "CNY", "cad": "CAD",
    "aud": "AUD",
}  # fmt: skip
_WORDS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percentage point": "percent",
    "us dollar": "USD", "u.s. dollar": "USD", "dollar": "USD", "euro": "EUR", "pounds sterling": "GBP", "yen": "JPY",
    "ruble": "RUB", "rouble": "RUB", **{name: name for name in TIME},
}  # fmt: skip

MARK = "(?:" + "|".join(re.escape(mark) for mark in sorted(MARKS, key=lambda mark: (-len(mark), mark))) + ")"
_CODE = "(?:usd|eur|gbp|jpy|chf|cny|cad|aud)"
_NAME = (
    r"(?:percentage points?|per ?cent|(?:u\.?s\.? )?dollars?|euros?|pounds sterling|yen|rou?bles?"
    rf"|(?:minute|hour|day|week|month|year)s?|{_CODE})"
)
# "Two second lieutenants" counts no seconds: a lone singular second is a unit only after one, digits or a hyphen.
UNIT = rf"(?: {{0,4}}%|{GAP}{_NAME}\b|{GAP}seconds\b|-second\b|(?:(?<=one)|(?<=[0-9])) second\b)"


def parse_unit(written: str) -> str:
    """The unit of a text that UNIT or MARK matches, gap included."""
    name = " ".join(written.strip(" -").split())
    return MARKS.get(name) or _WORDS.get(name) or _WORDS[name.rstrip("s")]


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
_SIMPLE_WORDS = rf"(?P<words>(?>{CARDINAL})|a(?={SPACE}(?:third|quarter|fifth|tenth){SPACE}of\b))"
_NUMBER = (
    rf"(?:{_HALF}|(?:(?P<mark>{MARK}) ?)?(?:(?P<digits>{_DIGITS})|{_SIMPLE_WORDS})"
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


class NumberToken(NamedTuple):
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


def tokenize_numbers(prepared: str) -> Iterator[NumberToken]:
    """Every figure of a text that `masks.prepared` has made ready, in order."""
    return map(_figure, _FIGURE.finditer(prepared))


def _figure(match: re.Match[str]) -> NumberToken:
    start, end = match.span()
    if match["ordinal"]:
        return NumberToken(start, end, _ordinal(match["ordinal"]), ordinal=True)
    unit = parse_unit(match["unit"] or match["mark"]) if match["unit"] or match["mark"] else None
    if match["vague"]:
        return NumberToken(start, end, None, unit=unit)
    value, scale = _number(match)
    if match["part"]:
        return _part(start, end, multiply(value, SCALES.get(match["part_scale"] or "", 1)), match["part"])
    return NumberToken(start, end, value, scale, unit, bare_year=bool(_BARE_YEAR.fullmatch(match.group())))


def _ordinal(written: str) -> Decimal:
    return parse_number_words(written).value if written[0].isalpha() else Decimal(written[:-2].replace(",", ""))


def _number(match: re.Match[str]) -> WordNumber:
    """The value of digits, words or a half, times the scale that follows them."""
    if match["half"]:
        number = WordNumber(Decimal("0.5"))
    elif match["words"]:
        number = parse_number_words(match["words"])
    else:
        number = WordNumber(Decimal(match["digits"].replace(",", "").replace("−", "-")))
    if match["plus_half"]:
        number = number._replace(value=number.value + Decimal(number.scale) / 2)
    scale = _scale(match["scale"]) if match["scale"] else 1
    return WordNumber(multiply(number.value, scale), number.scale * scale)


def _scale(written: str) -> int:
    name = written.strip(" -")
    return SCALES.get(name) or _SHORT_SCALES[name]


def multiply(value: Decimal, scale: int) -> Decimal:
    """The product, without the zeros a scale leaves behind a decimal: 7.5 million is 7500000, not 7500000.0."""
    product = value * scale
    return Decimal(int(product)) if scale > 1 and product == product.to_integral_value() else product


def _part(start: int, end: int, whole: Decimal, written: str) -> NumberToken:
    """So many thirds or tenths: exact where a decimal can be, else rounded to three places and said so."""
    parts = _PARTS[written.strip(" -").removesuffix("s")]
    rounded = parts % 3 == 0 or parts == 7
    value = whole / parts
    return NumberToken(start, end, value.quantize(Decimal("0.001")) if rounded else value, rounded=rounded)
