"""Tokenize the numbers of an English text: digits, number words, fractions, ordinals and vague words, with units.

The library text2num is not used: it reads "hundreds" as 100, "thousandths" as 1000 and "one million thousand" as
1001000, loses the half of "half a million", does not know "dozen" and joins "sixty and five".
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from string import ascii_lowercase
from typing import NamedTuple
from unicodedata import numeric

from dossier.detect.unread_digits import SUPERSCRIPTS, UNCLEAR_SIGN, VULGAR_FRACTIONS
from dossier.detect.word_sets import has_ascii_digit, letter_runs
from dossier.model.units import CURRENCY_CODES, CURRENCY_MARKS, CURRENCY_WORDS, MEASURES, TIME_UNITS, unit_names

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
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15, "quintillion": 10**18,
}  # fmt: skip
_ORDINAL_SCALES = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
_ALL_SCALES = {**_SCALES, **_ORDINAL_SCALES}

_SPACE = " {1,4}"  # A line break with its indent is a few spaces in the masked text.
_GAP = f"(?:{_SPACE}|-)"
_SCALE = f"(?:{'|'.join(_SCALES)})"
_BIG = f"(?:{'|'.join(scale for scale in _SCALES if scale != 'hundred')})"
_BELOW_100 = rf"(?:(?:{_TEN})(?:{_GAP}(?:{_UNIT}))?|{_TEEN}|{_UNIT}|zero|a(?={_SPACE}{_SCALE}\b))"
# "Between two hundred and three hundred" has two cardinals: "and" never joins a number that has a scale of its own.
_REST_OF_HUNDRED = rf"(?:{_GAP}and)?{_GAP}(?>{_BELOW_100})(?!{_SPACE}hundred)"
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


_MARK = f"(?:{'|'.join(re.escape(mark) for mark in sorted(CURRENCY_MARKS, key=len, reverse=True))})"
_CODE = f"(?:{'|'.join(CURRENCY_CODES)})".lower()
_GLUED = ("m", "g", "t", "l", "x", "p", "in", "h", "hr", "hrs", "min", "mins", "sec", "secs", "mi", "mw", "c", "f")
"""Spellings of units that are units only after digits."""
_APART = ("g", "t", "l", "p", "h", "hr", "hrs", "min", "mins", "sec", "secs", "mi", "mw")
"""Those that a space or a hyphen may separate from the digits."""
_LETTERS = {"c": "C", "f": "F", "l": "lL"}
"""How the unit of a single letter is written, if not in lower case only."""
_SPELLINGS = sorted(
    (spelling for spelling in unit_names() if spelling not in (*_GLUED, "second", "times", "°", "º")),
    key=len,
    reverse=True,
)
_NAME = "|".join(re.escape(spelling).replace(r"\ ", "[ -]{1,4}") for spelling in _SPELLINGS)
_GLUED_NAME = "|".join(sorted((spelling for spelling in _GLUED if spelling in unit_names()), key=len, reverse=True))
_APART_NAME = "|".join(sorted(_APART, key=len, reverse=True))
# "Two second lieutenants" has no unit: the singular "second" is a unit only after "one", digits or a hyphen.
_UNIT_NAME = (
    rf"(?:(?: {{0,4}}|{_GAP})(?:{_NAME})(?![\w/])|(?<=[0-9])(?:{_GLUED_NAME})(?![\w/])"
    rf"|(?<=[0-9])[ -](?:{_APART_NAME})(?![\w/'’])|(?<=[0-9]) [cf](?![\w/'’#+-]|\. ?[a-z])"
    r"|(?<=[0-9])(?: in(?= (?:tall|high|long|wide|deep|thick|of (?:rain|snow|water))\b)|-in(?= [a-z]))| ?[°º]"
    rf"| ?(?:[€£¥₹₽₺₩₪₦₴]|(?:us)?\$)(?! ?[0-9])| ?(?:{_CODE})(?=/[a-z])"
    rf"|-second(?!\w)|(?:(?<=one)|(?<=[0-9])) second(?!\w))"
)


def parse_unit(written: str) -> str:
    """Return the unit of a match of `_UNIT_NAME` or `_MARK`, its gap included: "USD" for `$`, "day" for ` days`."""
    name = " ".join(written.replace("-", " ").split())
    return CURRENCY_MARKS.get(name) or unit_names().get(name) or unit_names()[written.strip(" -")]


_SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "t": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_OLD_SCALES = {"score": 20, "gross": 144}
_FRACTIONS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip

_VULGAR = {character: Fraction(numeric(character)).limit_denominator(10) for character in VULGAR_FRACTIONS}

# Not in G20, 3.5.2, COVID-19, split-second, 10^6, nor "10×5", which is neither 10 nor 5; but in 5kg-10kg, one-in-five.
_NOT_GLUED_BEFORE = (
    r"(?<!\w)(?<![0-9][.,])(?<!\s,)(?<![\^×⁄*])(?<![0-9] × )(?<![0-9]/)"
    r"(?<!half past )(?<!quarter past )(?<!quarter to )"
    rf"(?!{UNCLEAR_SIGN})"
    r"(?:(?<![^\W\d_]-)|(?=[$£€¥])|(?<=[0-9][a-z]-)|(?<=[0-9][a-z][a-z]-)|(?<=-in-)|(?<=-to-)|(?<=-and-))"
)
_TIMES_TEN = " ?[×x*·∙⋅] ?10"
_NOT_GLUED_AFTER = (
    rf"(?!\w)(?![.,][0-9]|(?: × |×)[0-9]|\^|\*\*|⁻|⁺|/[0-9]|{_TIMES_TEN}(?:\^|\*\*|[{SUPERSCRIPTS}⁻])"
    r"| o['’]clock|-(?:figure|digit)s?\b| b(?![\w.]))"
)
_EXPONENT = (
    rf"(?:(?:\^|\*\*)(?:[-−–+]?[0-9]{{1,2}}|[({{][-−–+]?[0-9]{{1,2}}[)}}])|[⁻⁺]?[{SUPERSCRIPTS}]{{1,2}})(?![0-9])"
)
# A footnote mark may follow a 10 alone: "10²".
_POWER = rf"(?:{_TIMES_TEN}{_EXPONENT}|(?<=(?<![\w.,])10)(?=\^|\*\*|⁻){_EXPONENT})"
# Longer runs of digits are not numbers that a text counts with; Decimal is exact to 28 digits.
_DIGITS = (
    r"(?:(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}|[1-9][0-9]?(?:,[0-9]{2}){1,5},[0-9]{3}|[0-9]{1,15})"
    r"(?:\.[0-9]{1,9})?|(?<![\w.,])\.[0-9]{1,9})"
)
_SIGN = r"(?P<sign>(?<![^\s(\[\"“])[-−–]|(?<![0-9] )(?:minus|negative) )"
_MIXED = rf"(?:[ -]?[{VULGAR_FRACTIONS}]|[ -][0-9]{{1,3}}[/⁄][0-9]{{1,3}})"
_FRACTION = rf"(?:[{VULGAR_FRACTIONS}]|[0-9]{{1,3}}[/⁄][0-9]{{1,3}})"
_PART = "|".join(_FRACTIONS)
# "One third of" and "by a third." but "one third party"
_SINGULAR_PART = (
    rf"(?:-(?:{_PART})\b(?!-)|{_SPACE}(?:{_PART})(?={_SPACE}(?:of|less|more|fewer|lower|higher|since|the|were|was|are|is"
    r"|have|had|has|said|say|voted|died)\b|[.,;:)]|\n|$))"
)
_OVER = "about|almost|by|least|most|nearly|only|over|roughly|than|under"
_OVER_A = "|".join(f"(?<={word} a)" for word in _OVER.split("|"))
_OVER_HALF = "|".join(f"(?<={word} )" for word in _OVER.split("|"))
_HALF = (
    rf"(?P<half>(?:a{_SPACE})?half(?:{_GAP}an?)?(?:(?={_GAP}{_SCALE}\b)|(?P<half_of>))"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )half(?= of\b| the\b| (?:were|was|are|is|have|had|has|said|say)\b)"
    rf"|(?:{_OVER_HALF})half(?![-\w]| past\b| an?\b))"
)
_SIMPLE_WORDS = (
    rf"(?P<words>(?>{_CARDINAL})(?P<decimals>(?<!a) point(?: (?:zero|oh|{_UNIT}))+\b)?"
    rf"|a(?={_SPACE}(?:third|quarter|fifth|sixth|eighth|tenth){_SPACE}of\b)"
    rf"|a(?:{_OVER_A}))"
)
_SCORE = r"score(?= of\b| and\b| [a-z]+s\b| (?:men|women|people|children)\b|[.,;]|$)"
_GROSS = r"(?<!lion )(?<!sand )gross(?= of (?!tax|fee|cost|interest)[a-z]+s\b)"
_NUMBER = (
    rf"(?:{_HALF}|{_SIGN}?(?:(?P<mark>{_MARK}|{_CODE}(?= |[0-9])) ?)?"
    rf"(?:(?P<fraction>{_FRACTION})|(?P<digits>{_DIGITS})(?P<power>{_POWER})?(?P<mixed>{_MIXED})?|{_SIMPLE_WORDS})"
    rf"(?:{_GAP}and{_GAP}(?P<plus>a{_GAP}half|a{_GAP}quarter|a{_GAP}third|three{_GAP}quarters|two{_GAP}thirds))?)"
    # "5m" is newspapers' five million, or five metres
    rf"(?P<scale>(?:(?:{_GAP}|(?<=[0-9])){_SCALE}s?\b|{_GAP}(?:{_SCORE}|{_GROSS})){{1,2}}"
    r"| ?k(?![\w/]| (?:run|race|walk|tv|television|screen|video|resolution)\b)"
    r"| ?(?:mn|mln|bn|bln|tn|trn)(?![\w/])| ?m(?![\w/])|(?(mark)[bt](?!\w)|(?!)))?"
)
_AMOUNTS = "dozens|scores|hundreds|thousands|lakhs|millions|crores|billions|trillions"
_VAGUE = (
    rf"(?P<vague>(?:several|a{_SPACE}few|a{_SPACE}couple(?:{_SPACE}of(?={_SPACE}{_SCALE}\b))?|a{_SPACE}handful)"
    rf"(?:{_GAP}{_SCALE}s?)?\b"
    rf"|(?:tens(?={_SPACE}of{_SPACE}(?:thou|mill|bill))|{_AMOUNTS})"
    rf"(?:{_SPACE}of{_SPACE}(?:hundreds|thousands|lakhs|millions|crores|billions))?\b)(?P<vague_of>{_SPACE}of)?"
)
_ORDINAL_DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:st|nd|rd|th)"
_ORDINAL = rf"(?P<ordinal>(?<!at )(?<!per )(?<!split )(?:{_ORDINAL_WORDS}|{_ORDINAL_DIGITS}))(?! later| ago| of all)"
_PARTED = rf"(?P<part>{_GAP}(?:{_PART})s\b|{_SINGULAR_PART})(?:{_SPACE}of{_SPACE}a{_SPACE}(?P<part_scale>{_SCALE})\b)?"
# After "half a" without a scale, and "dozens of".
_NEEDS_UNIT = "(?(unit)|(?(half_of)(?!)|(?(vague_of)(?!))))"
_TOKEN = re.compile(
    rf"{_NOT_GLUED_BEFORE}(?:{_ORDINAL}|(?:{_VAGUE}|{_NUMBER})"
    rf"(?:{_PARTED}|(?P<unit>{_UNIT_NAME})?{_NEEDS_UNIT}(?P<below>{_SPACE}below{_SPACE}(?:zero|freezing)\b)?)"
    rf"){_NOT_GLUED_AFTER}"
)
_FIRST_WORDS = (
    *"|".join((_UNIT, _TEEN, _TEN, _ORDINAL_UNIT, _ORDINAL_TEEN, _ORDINAL_TEN, _AMOUNTS)).split("|"),
    *("zero", "half", "several", "tens", "minus", "negative", *_ORDINAL_SCALES),
)
_FIRST_MARKS = (*CURRENCY_MARKS, *map(str.lower, CURRENCY_CODES))
_STEM = 4
"""How many letters of the first words are compared; a unit may follow a word without a space, as in "fivekg"."""
_FIRST_STEMS = {(mark + word)[:_STEM] for mark in ("", *filter(str.isalpha, CURRENCY_MARKS)) for word in _FIRST_WORDS}
_FIRST_STEMS |= {word + letter for word in _FIRST_WORDS if len(word) < _STEM for letter in ascii_lowercase}
_FIRST_STEMS |= {"a", *(re.sub("[^a-z]", "", mark) for mark in _FIRST_MARKS)}
_FIGURES = f"[0-9{VULGAR_FRACTIONS}]"
_FIGURE = re.compile(_FIGURES)
# What a number may begin with. This is tried before `_TOKEN`, for it is short and matches hardly anything else; the
# words are grouped by their first letters for speed.
_BY_LETTER = "|".join(
    f"{re.escape(letter)}(?:{'|'.join(re.escape(word[1:]) for word in words)})"
    for letter, words in groupby(sorted({*_FIRST_WORDS, *_FIRST_MARKS}), key=itemgetter(0))
)
_BEGINNING = re.compile(rf"(?<!\w)(?:{_BY_LETTER}|{_FIGURES}|[-−–]|\.(?=[0-9])|a(?:(?=[ -])|{_OVER_A}))")
_IS_SCORE = re.compile(r"(?:[-–:]|\b(?:an?|the) )$")
_BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")


class NumberToken(NamedTuple):
    """One number of a text, from `start` to `end`; `value` is None for a vague word such as "hundreds".

    `scale` is what the last word or letter multiplies by; both ends of "two to three hundred" share it. `bare_year`
    marks four digits from 1900 to 2099 that may be a year, `may_be_metres` millions written as in "30m".
    """

    start: int
    end: int
    value: Decimal | None
    scale: int = 1
    unit: str | None = None
    ordinal: bool = False
    bare_year: bool = False
    may_be_metres: bool = False

    @property
    def is_fraction(self) -> bool:
        """Whether the value is not an integer, so that it cannot be a count."""
        return self.value is not None and self.value != self.value.to_integral_value()

    @property
    def is_time(self) -> bool:
        """Whether the unit is a unit of time."""
        return self.unit in TIME_UNITS


def tokenize_numbers(text: str, prepared: str) -> Iterator[NumberToken]:
    """Yield every number of a text, in order; `prepared` is the text as `prepare_text` returns it."""
    end = 0
    for beginning in _BEGINNING.finditer(prepared) if may_have_number(prepared) else ():
        match = _TOKEN.match(prepared, beginning.start()) if beginning.start() >= end else None
        if match is not None:
            end = match.end()
            token = _token(match, text)
            if token is not None:
                yield token


def may_have_number(text: str) -> bool:
    """Return whether a text has a figure or a word with the first letters of one that a number may begin with."""
    if has_ascii_digit(text) or not (text.isascii() or _FIGURE.search(text) is None):
        return True
    return not _FIRST_STEMS.isdisjoint([word[:_STEM] for word in letter_runs(text)])


def _token(match: re.Match[str], text: str) -> NumberToken | None:
    start, end = match.span()
    if match["ordinal"]:
        return NumberToken(start, end, _ordinal_value(match["ordinal"]), ordinal=True)
    if match["words"] == "a" and not match["part"] and not match["scale"]:
        return None
    unit = _unit(match)
    group = "unit" if match["unit"] else "mark"
    is_code = unit in CURRENCY_CODES and match[group].strip(" -") == str(unit).lower()
    if is_code and text[match.start(group) : match.end(group)].strip(" -") != unit:
        return _without_code(match, text)
    if match["vague"]:
        return NumberToken(start, end, None, unit=unit)
    if match["unit"] and not _is_unit(match, text):
        return _without_code(match, text) if text[match.start("unit")] in " -" else None
    value, scale = _value_and_scale(match)
    if "score" in (match["scale"] or "") and _IS_SCORE.search(match.string[max(0, start - 4) : start]):
        return NumberToken(start, match.start("scale"), value / 20)
    if match["part"]:
        value = multiply(value, _SCALES.get(match["part_scale"] or "", 1))
        return NumberToken(start, end, value / _FRACTIONS[match["part"].strip(" -").removesuffix("s")])
    if match["below"]:
        value = -abs(value)
        unit = unit or "degree"
    is_short = (match["scale"] or "").strip() == "m" and unit is None and text[match.end("scale") - 1] == "m"
    is_year = bool(_BARE_YEAR.fullmatch(match.group()))
    return NumberToken(start, end, value, scale, unit, bare_year=is_year, may_be_metres=is_short)


def _unit(match: re.Match[str]) -> str | None:
    """Return the unit after the number, else that before it; `$5 per cent` does not occur."""
    written = match["unit"] or match["mark"]
    return parse_unit(written) if written else None


def _is_unit(match: re.Match[str], text: str) -> bool:
    """Return whether the letters after a number are a unit: one letter in its usual case, a currency after a mark."""
    written = text[match.start("unit") : match.end("unit")].strip(" -")
    if len(written) == 1 and written.isalpha() and written not in _LETTERS.get(written.lower(), written.lower()):
        return False
    unit = parse_unit(match["unit"])
    return not match["mark"] or unit in CURRENCY_WORDS or unit not in (*TIME_UNITS, *MEASURES)


def _without_code(match: re.Match[str], text: str) -> NumberToken | None:
    """Return the number of a match without what looks like the code of a currency or a unit, as in `they try 5`."""
    if match["mark"]:
        shorter = _TOKEN.match(match.string, match.end("mark") + 1)
        return _token(shorter, text) if shorter else None
    start, end = match.start(), match.start("unit")
    value, scale = _value_and_scale(match) if not match["vague"] else WordNumber(Decimal(0))
    return NumberToken(start, end, None if match["vague"] else value, scale)


def _ordinal_value(written: str) -> Decimal:
    return parse_number_words(written).value if written[0].isalpha() else Decimal(written[:-2].replace(",", ""))


def _value_and_scale(match: re.Match[str]) -> WordNumber:
    """Return the value of digits, words or "half", multiplied by the scale that follows."""
    if match["half"]:
        number = WordNumber(Decimal("0.5"))
    elif match["words"]:
        number = parse_number_words(match["words"].removesuffix(match["decimals"] or ""))
        if match["decimals"]:
            digits = "".join(str(_SMALL.get(word, 0)) for word in match["decimals"].split()[1:])
            number = WordNumber(number.value + Decimal(f"0.{digits}"))
    elif match["fraction"]:
        number = WordNumber(_fraction_value(match["fraction"]))
    else:
        number = WordNumber(Decimal(match["digits"].replace(",", "")))
        if match["power"]:
            number = WordNumber(_power(number.value, match["power"]))
        if match["mixed"]:
            number = WordNumber(number.value + _fraction_value(match["mixed"].strip(" -")))
    if match["plus"]:
        part = _PLUS[" ".join(match["plus"].replace("-", " ").split())]
        number = number._replace(value=number.value + multiply(part, number.scale))
    if match["sign"]:
        number = number._replace(value=-number.value)
    scale = _parse_scale(match["scale"]) if match["scale"] else 1
    return WordNumber(multiply(number.value, scale), number.scale * scale)


_PLUS = {
    "a half": Decimal("0.5"),
    "a quarter": Decimal("0.25"),
    "a third": Decimal(1) / 3,
    "three quarters": Decimal("0.75"),
    "two thirds": Decimal(2) / 3,
}


def _power(value: Decimal, written: str) -> Decimal:
    """Return "3.5" times a power as in "×10^12"; for a power of "10" alone, without the times sign, the power."""
    is_alone = not re.match(_TIMES_TEN, written)
    exponent = re.sub(rf"^{_TIMES_TEN}|[\^*(){{}}]", "", written)
    power = int(exponent.translate(_EXPONENTS))
    base = Decimal(1) if is_alone else value
    return multiply(base, 10**power) if power >= 0 else base.scaleb(power)


_EXPONENTS = str.maketrans(f"{SUPERSCRIPTS}⁻⁺−–", "0123456789-+--")


def _fraction_value(written: str) -> Decimal:
    if written in _VULGAR:
        return Decimal(_VULGAR[written].numerator) / Decimal(_VULGAR[written].denominator)
    numerator, denominator = re.split("[/⁄]", written)
    return Decimal(numerator) / Decimal(denominator) if int(denominator) else Decimal(0)


def _parse_scale(written: str) -> int:
    product = 1
    for name in written.replace("-", " ").split():
        product *= _SCALES.get(name.removesuffix("s")) or _SHORT_SCALES.get(name) or _OLD_SCALES.get(name, 1)
    return product


def multiply(value: Decimal, scale: int) -> Decimal:
    """Return the product without needless decimals: 7.5 million is 7500000, not 7500000.0."""
    product = value * scale
    return Decimal(int(product)) if scale > 1 and product == product.to_integral_value() else product
