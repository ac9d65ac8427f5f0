"""English number words: the patterns that find them in lower-case text, and their value.

Our own, not text2num's: that library reads "hundreds" as 100 and "thousandths" as 1000, loses the half of "half a
million", knows no dozen, joins "sixty and five", and returns floats without places. Where both read a cardinal
the tests hold them equal.
"""

from decimal import Decimal
from typing import NamedTuple

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_SMALL = {
    "zero": 0,
    "a": 1,
    **{word: 1 + n for words in (_UNITS, _ORDINAL_UNITS) for n, word in enumerate(words)},
    **{word: 10 + n for words in (_TEENS, _ORDINAL_TEENS) for n, word in enumerate(words)},
    **{word: 20 + 10 * n for words in (_TENS, _ORDINAL_TENS) for n, word in enumerate(words)},
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINAL_SCALES = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
_ALL_SCALES = {**SCALES, **_ORDINAL_SCALES}

SCALE = "(?:dozen|hundred|thousand|million|billion|trillion)"
_BIG = "(?:dozen|thousand|million|billion|trillion)"
_UNIT, _TEN, _TEEN = "|".join(_UNITS), "|".join(_TENS), "|".join(_TEENS)
_BELOW_100 = rf"(?:(?:{_TEN})(?:[ -](?:{_UNIT}))?|{_TEEN}|{_UNIT}|zero|a(?= {SCALE}\b))"
# "Between two hundred and three hundred" holds two cardinals: an "and" never reaches over to another scale.
_BELOW_1000 = rf"(?:{_BELOW_100}(?:[ -]hundred\b(?:(?: and)? (?>{_BELOW_100})(?! hundred))?)?)"
CARDINAL = (
    rf"{_BELOW_1000}(?:[ -]{_BIG}\b(?: {_BELOW_1000}| and (?>{_BELOW_1000})(?![ -]{SCALE}))?){{0,4}}"
)
ORDINAL = (
    rf"(?:(?:{_BELOW_100}[ -]hundred (?:and )?)?"
    rf"(?:(?:(?:{_TEN})[ -])?(?:{'|'.join(_ORDINAL_UNITS)})|{'|'.join(_ORDINAL_TEENS + _ORDINAL_TENS)})"
    rf"|(?:{_BELOW_100}[ -])?(?:{'|'.join(_ORDINAL_SCALES)}))"
)


class Number(NamedTuple):
    """A number, with the scale its last word stands for: 300 in hundreds for "three hundred", else 1."""

    value: Decimal
    scale: int = 1


def read_words(words: str) -> Number:
    """The number of a CARDINAL or an ORDINAL, as the patterns match them."""
    total = group = 0
    parts = words.replace("-", " ").split()
    for word in parts:
        if word in ("hundred", "hundredth"):
            group = 100 * max(group, 1)
        elif word in _ALL_SCALES:
            total, group = total + _ALL_SCALES[word] * max(group, 1), 0
        elif word != "and":
            group += _SMALL[word]
    return Number(Decimal(total + group), _ALL_SCALES.get(parts[-1], 1))
