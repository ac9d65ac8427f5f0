"""Portuguese number words, of Portugal and of Brazil."""

from collections.abc import Iterator
from decimal import Decimal

from dossier.detect.tabular.language_tables import NumberTables

_SMALL_TEXT = """
    zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito
    dezenove
"""
_SMALL = _SMALL_TEXT.split()
_FORMS = {
    "um": ("um", "uma"), "dois": ("dois", "duas"), "catorze": ("catorze", "quatorze"),
    "dezesseis": ("dezesseis", "dezasseis"), "dezessete": ("dezessete", "dezassete"),
    "dezenove": ("dezenove", "dezanove"),
}  # fmt: skip
_TENS = {
    20: "vinte", 30: "trinta", 40: "quarenta", 50: "cinquenta", 60: "sessenta", 70: "setenta", 80: "oitenta",
    90: "noventa",
}  # fmt: skip
_HUNDREDS_TEXT = "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"


def _below_100() -> Iterator[tuple[str, int]]:
    for value, word in enumerate(_SMALL):
        yield from ((form, value) for form in _FORMS.get(word, (word,)))
    for tens, word in _TENS.items():
        yield word, tens
        for unit in range(1, 10):
            yield from ((f"{word} e {form}", tens + unit) for form in _FORMS.get(_SMALL[unit], (_SMALL[unit],)))


def _below_1000() -> Iterator[tuple[str, int]]:
    below_100 = list(_below_100())
    yield from below_100
    yield "cem", 100
    for digit, word in enumerate(_HUNDREDS_TEXT.split(), 1):
        for form in {word, f"{word[:-2]}as" if digit > 1 else word}:
            yield form, 100 * digit
            yield from ((f"{form} e {rest}", 100 * digit + value) for rest, value in below_100 if value)


_ORDINALS = {
    form: number
    for number, word in enumerate(
        ("primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non", "décim"), 1
    )
    for form in (f"{word}o", f"{word}a", f"{word}os", f"{word}as")
}

NUMBERS = NumberTables(
    cardinals=dict(_below_1000()),
    scales={
        "mil": 10**3, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9, "bilião": 10**12,
        "biliões": 10**12, "trilhão": 10**12, "trilhões": 10**12, "dúzia": 12, "dúzias": 12,
    },
    collectives={
        "dezena": 10, "centena": 100, "milhar": 1000, "dezenas": 10, "centenas": 100, "milhares": 1000,
    },
    scales_alone=frozenset({"mil"}),
    articles=frozenset({"um", "uma"}),
    joiners=frozenset({"e"}),
    halves=frozenset({"meio", "meia"}),
    and_a_half=r"\s{1,4}e mei[oa](?!\w)",
    parts={
        "terço": 3, "terços": 3, "quarto": 4, "quartos": 4, "quinto": 5, "quintos": 5, "sexto": 6, "sétimo": 7,
        "oitavo": 8, "décimo": 10, "décimos": 10,
    },
    single_parts={
        "a metade": Decimal("0.5"), "metade": Decimal("0.5"), "a terça parte": Decimal(1) / 3,
        "a quarta parte": Decimal("0.25"),
    },
    ordinals=_ORDINALS,
    ordinal_digits=r"\.?[ºª°]",
    vague={
        "(?:várias )?dezenas de milhares": "tens of thousands",
        "(?:várias )?dezenas de milhões": "tens of millions",
        "(?:várias )?centenas de milhares": "hundreds of thousands",
        "(?:várias )?centenas de milhões": "hundreds of millions",
        "(?:vários )?(?:milhares de milhões|bilhões)(?= de)": "billions",
        "(?:várias )?dezenas": "tens",
        "(?:várias )?centenas": "hundreds",
        "(?:vários )?milhares|vários mil": "thousands",
        "(?:vários )?milhões(?= de)": "millions",
        "(?:várias )?dúzias": "dozens",
        "vári[oa]s": "several",
        "alguns|algumas|um punhado": "a few",
    },
    between_scales=frozenset({"de"}),
    unit_joiner="de ",
    minus=r"(?<!pelo\s)(?<!ao\s)(?<!ou\s)menos",
    below_zero=" (?:abaixo de zero|negativos)",
)  # fmt: skip
