"""Spanish number words."""

from collections.abc import Iterator
from decimal import Decimal

from dossier.detect.tabular.language_tables import NumberTables

_SMALL_TEXT = """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
    veintiocho veintinueve
"""
_SMALL = tuple(_SMALL_TEXT.split())
_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"}
_HUNDREDS = {
    1: "ciento", 2: "doscientos", 3: "trescientos", 4: "cuatrocientos", 5: "quinientos", 6: "seiscientos",
    7: "setecientos", 8: "ochocientos", 9: "novecientos",
}  # fmt: skip
_ONES = {"uno": ("uno", "un", "una"), "veintiuno": ("veintiuno", "veintiún", "veintiun", "veintiuna")}
_PLAIN = str.maketrans("áéíóú", "aeiou")


def _below_100() -> Iterator[tuple[str, int]]:
    for value, word in enumerate(_SMALL):
        for form in _ONES.get(word, (word,)):
            yield form, value
            yield form.translate(_PLAIN), value
    for tens, word in _TENS.items():
        yield word, tens
        for unit in range(1, 10):
            yield from ((f"{word} y {form}", tens + unit) for form in _ONES.get(_SMALL[unit], (_SMALL[unit],)))


def _below_1000() -> Iterator[tuple[str, int]]:
    below_100 = list(_below_100())
    yield from below_100
    yield "cien", 100
    for digit, word in _HUNDREDS.items():
        for form in {word, word.replace("ientos", "ientas"), word.replace("quinientos", "quinientas")}:
            yield form, 100 * digit
            yield from ((f"{form} {rest}", 100 * digit + value) for rest, value in below_100 if value)


_ORDINAL_WORDS_TEXT = """
    primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero
    decimocuarto decimoquinto
"""
_ORDINAL_WORDS = tuple(_ORDINAL_WORDS_TEXT.split())
_ORDINALS = {
    form: number
    for number, word in enumerate(_ORDINAL_WORDS, 1)
    for form in (word, f"{word.rstrip('o')}o", f"{word.rstrip('o')}a", f"{word.rstrip('o')}os", f"{word.rstrip('o')}as")
}
_PARTS = {
    "tercio": 3, "cuarto": 4, "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8, "noveno": 9, "décimo": 10,
    "centésimo": 100, "milésimo": 1000,
}  # fmt: skip

NUMBERS = NumberTables(
    cardinals=dict(_below_1000()),
    scales={
        "mil": 10**3, "millón": 10**6, "millon": 10**6, "millones": 10**6, "billón": 10**12, "billon": 10**12,
        "billones": 10**12, "docena": 12, "docenas": 12,
        "millardo": 10**9, "millardos": 10**9,
    },
    collectives={
        "decena": 10, "veintena": 20, "treintena": 30, "cincuentena": 50,
        "centenar": 100, "centena": 100, "millar": 1000, "decenas": 10, "centenares": 100, "centenas": 100,
        "millares": 1000, "miles": 1000,
    },
    scales_alone=frozenset({"mil"}),
    articles=frozenset({"un", "una", "uno"}),
    halves=frozenset({"medio", "media"}),
    and_a_half=r"\s{1,4}y medi[oa](?!\w)",
    parts={
        **{form: value for word, value in _PARTS.items() for form in (word, f"{word}s")},
        **{f"{word[:-1]}as": value for word, value in _PARTS.items() if word != "tercio"},
    },
    single_parts={"la mitad": Decimal("0.5"), "la tercera parte": Decimal(1) / 3, "la cuarta parte": Decimal("0.25"),
                  "una cuarta parte": Decimal("0.25"), "una tercera parte": Decimal(1) / 3,
                  "tres cuartas partes": Decimal("0.75"), "dos terceras partes": Decimal(2) / 3,
                  "la quinta parte": Decimal("0.2"), "una quinta parte": Decimal("0.2"),
                  "la décima parte": Decimal("0.1")},
    ordinals=_ORDINALS,
    ordinal_digits=r"\.?[ºª°]|(?:\.)?(?:er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)",
    vague={
        r"(?:varias )?decenas de miles": "tens of thousands",
        r"(?:varios )?(?:cientos|centenares) de miles": "hundreds of thousands",
        r"(?:varios )?(?:cientos|centenares) de millones": "hundreds of millions",
        r"(?:varios )?miles de millones": "billions",
        r"(?:varias )?docenas": "dozens",
        r"(?:varias )?decenas": "tens",
        r"(?:varios )?(?:cientos|centenares)": "hundreds",
        r"varios miles|miles|millares": "thousands",
        r"varios millones|(?<![0-9\w]\s)millones(?=\sde)": "millions",
        r"vari[oa]s": "several",
        r"un(?:os cuantos|as cuantas| puñado| par)": "a few",
    },
    between_scales=frozenset({"de"}),
    unit_joiner="de ",
    minus=r"(?<!al\s)(?<!lo\s)(?<!o\s)(?<!cuando\s)menos",
    below_zero=" bajo cero",
)  # fmt: skip
