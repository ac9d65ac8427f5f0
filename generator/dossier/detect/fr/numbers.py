"""French number words, with those of Belgium and Switzerland."""

from collections.abc import Iterator
from decimal import Decimal

from dossier.detect.tabular.language_tables import NumberTables

_SMALL_TEXT = """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
"""
_SMALL = (*_SMALL_TEXT.split(), "dix sept", "dix huit", "dix neuf")
_TENS = {
    20: ("vingt",), 30: ("trente",), 40: ("quarante",), 50: ("cinquante",), 60: ("soixante",), 70: ("septante",),
    80: ("huitante", "octante"), 90: ("nonante",),
}  # fmt: skip


def _below_100() -> Iterator[tuple[str, int]]:
    for value, word in enumerate(_SMALL):
        yield word, value
    yield "une", 1
    for tens, words in _TENS.items():
        for word in words:
            yield word, tens
            yield from ((f"{word} et {unit}", tens + 1) for unit in ("un", "une"))
            yield from ((f"{word} {_SMALL[unit]}", tens + unit) for unit in range(2, 10))
    yield "soixante et onze", 71
    yield from ((f"soixante {_SMALL[unit]}", 60 + unit) for unit in range(10, 20) if unit != 11)
    yield from (("quatre vingt", 80), ("quatre vingts", 80), ("quatre vingt une", 81))
    yield from ((f"quatre vingt {_SMALL[unit]}", 80 + unit) for unit in range(1, 20))


def _below_1000() -> Iterator[tuple[str, int]]:
    below_100 = list(_below_100())
    yield from below_100
    for digit in range(1, 10):
        hundred = "cent" if digit == 1 else f"{_SMALL[digit]} cent"
        yield from ((form, 100 * digit) for form in (hundred, f"{hundred}s"))
        yield from ((f"{hundred} {rest}", 100 * digit + value) for rest, value in below_100 if value)


_ORDINALS = {
    "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2,
    **{
        form: number
        for number, word in enumerate(
            ("deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv", "dix", "onz", "douz", "treiz"), 2
        )
        for form in (f"{word}ième", f"{word}ièmes")
    },
}  # fmt: skip

NUMBERS = NumberTables(
    cardinals=dict(_below_1000()),
    scales={
        "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
        "billion": 10**12, "billions": 10**12, "douzaine": 12, "douzaines": 12,
    },
    collectives={
        "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
        "soixantaine": 60, "centaine": 100, "millier": 1000, "dizaines": 10, "centaines": 100, "milliers": 1000,
    },
    scales_alone=frozenset({"mille"}),
    articles=frozenset({"un", "une"}),
    halves=frozenset({"demi", "demie"}),
    and_a_half=r"\s{1,4}et demie?(?!\w)",
    parts={
        "tiers": 3, "quart": 4, "quarts": 4,
        **{
            form: number
            for number, word in enumerate(("cinqu", "six", "sept", "huit", "neuv", "dix"), 5)
            for form in (f"{word}ième", f"{word}ièmes")
        },
    },
    single_parts={"la moitié": Decimal("0.5"), "le tiers": Decimal(1) / 3, "le quart": Decimal("0.25")},
    ordinals=_ORDINALS,
    ordinal_digits="ers?|ères?|res?|e|es|ème|èmes|nde?",
    vague={
        "(?:plusieurs |des )?dizaines de milliers": "tens of thousands",
        "(?:plusieurs |des )?dizaines de millions": "tens of millions",
        "(?:plusieurs |des )?centaines de milliers": "hundreds of thousands",
        "(?:plusieurs |des )?centaines de millions": "hundreds of millions",
        "(?:plusieurs |des )?milliers": "thousands",
        "(?:plusieurs |des )?dizaines": "tens",
        "(?:plusieurs |des )?centaines": "hundreds",
        "(?:plusieurs |des )milliards": "billions",
        "(?:plusieurs |des )millions": "millions",
        "plusieurs": "several",
        "quelques": "a few",
    },
    between_scales=frozenset({"de"}),
    unit_joiner="de |d['’]",
    minus=r"(?<!au\s)(?<!ou\s)moins",
    below_zero=" (?:sous|en dessous de) zéro",
)  # fmt: skip
