"""German number words, which are written as one word below a million."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from dossier.detect.tabular.language_tables import NumberTables

_SMALL_TEXT = """
    null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
    achtzehn neunzehn
"""
_SMALL = _SMALL_TEXT.split()
_TENS = {
    20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig",
    90: "neunzig",
}  # fmt: skip
_ARTICLES = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))


def _below_100() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_SMALL))
    for tens, word in _TENS.items():
        yield word, tens
        yield from ((f"{_SMALL[unit]}und{word}", tens + unit) for unit in range(1, 10))


def _below_1000() -> Iterator[tuple[str, int]]:
    below_100 = list(_below_100())
    yield from below_100
    yield from (("eins", 1), ("zwo", 2), *((article, 1) for article in _ARTICLES))
    for digit in range(1, 10):
        for hundred in (f"{_SMALL[digit]}hundert", *(("hundert",) if digit == 1 else ())):
            yield hundred, 100 * digit
            for rest, value in (*below_100, ("eins", 1)):
                if value:
                    yield f"{hundred}{rest}", 100 * digit + value
                    yield f"{hundred}und{rest}", 100 * digit + value


def _with_swiss_spelling(words: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for word, value in words:
        yield word, value
        yield word.replace("ß", "ss"), value


@cache
def _forms() -> Mapping[str, int]:
    return dict(_with_swiss_spelling(_below_1000()))


def parse_compound(word: str) -> int | None:
    """Return the value of a compound from a thousand on, such as "zehntausend"; None for any other word."""
    hundreds, hundred, below = word.partition("hundert")
    if hundred and 10 < _forms().get(hundreds, 0) < 20 and (not below or _forms().get(below, 100) < 100):
        return 100 * _forms()[hundreds] + _forms().get(below, 0)
    before, thousand, after = word.partition("tausend")
    rest = after.removeprefix("und") if after.removeprefix("und") in _forms() else after
    if not thousand or (before and before not in _forms()) or (rest and rest not in _forms()):
        return None
    return 1000 * _forms().get(before, 1) + _forms().get(rest, 0)


_ORDINAL_STEMS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9,
    "zehnt": 10, "elft": 11, "zwölft": 12, "dreizehnt": 13, "zwanzigst": 20,
}  # fmt: skip

NUMBERS = NumberTables(
    cardinals={word: value for word, value in _forms().items() if value < 1000},
    scales={
        "tausend": 10**3, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9,
        "billion": 10**12, "billionen": 10**12, "mio.": 10**6, "mrd.": 10**9, "dutzend": 12,
    },
    scales_alone=frozenset({"tausend"}),
    articles=_ARTICLES,
    halves=frozenset({"halbe", "halben", "halber", "halbes"}),
    parts={
        "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9, "zehntel": 10,
    },
    single_parts={
        "die hälfte": Decimal("0.5"), "der hälfte": Decimal("0.5"), "eine hälfte": Decimal("0.5"),
        "dreiviertel": Decimal("0.75"),
    },
    ordinals={
        f"{stem}{ending}": number
        for stem, number in _ORDINAL_STEMS.items()
        for ending in ("e", "en", "er", "es", "em")
    },
    ordinal_digits=r"\.(?=\s(?-i:[a-zäöü]))|-?te[nrs]?",
    vague={
        "zehntausende[rn]?": "tens of thousands",
        "hunderttausende[rn]?": "hundreds of thousands",
        "dutzende[rn]?": "dozens",
        "hunderte[rn]?": "hundreds",
        "tausende[rn]?": "thousands",
        r"(?<![0-9\w]\s)milliarden(?= (?:von|an))": "billions",
        r"(?<![0-9\w]\s)millionen(?= (?:von|an|menschen))": "millions",
        "mehrere[rn]?": "several",
        "einige[rn]?": "a few",
    },
    unclear_after=r"\.\s(?!(?:Der|Die|Das|Den|Dem|Es|Er|Sie|Wir|Ich|In|Im|Am|An|Auf|Bei|Mit|Nach|Von|Vor|Zu|Zum|Zur|Doch|Aber"
    r"|Und|Ein|Eine|Dabei|Damit|Dazu|Danach|Auch|Für|Seit|Wie|Als|Wenn|Nur|Noch|Insgesamt|Dies|Diese)\b)[A-ZÄÖÜ]",
    parse_word=parse_compound,
    minus="minus",
    below_zero=" unter null",
)  # fmt: skip
