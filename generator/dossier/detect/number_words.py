"""English number words: the patterns that find them in lower-case text, and their value.

Our own, not text2num's: that library reads "hundreds" as 100, "thousandths" as 1000 and "one million thousand" as
1001000, loses the half of "half a million", knows no dozen and joins "sixty and five".
"""

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


class Number(NamedTuple):
    """A number, with the scale its last word stands for: 300 in hundreds for "three hundred", else 1."""

    value: Decimal
    scale: int = 1


def read_words(words: str) -> Number:
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
    return Number(Decimal(total + group), _ALL_SCALES.get(parts[-1], 1))
