"""What a country's people, and what is theirs, is called in Spanish, Portuguese, French and German."""

from collections.abc import Iterator, Mapping, Set

_TABLE = """
    Venezuela: venezolan venezuelan vénézuélien venezolan
    Colombia Colômbia Colombie Kolumbien: colombian colombian colombien kolumbian
    Brasil Brésil Brasilien: brasileñ brasileir brésilien brasilian
    Perú Peru Pérou: peruan peruan péruvien peruan
    Argentina Argentine Argentinien: argentin argentin argentin argentin
    Chile Chili: chilen chilen chilien chilen
    México Mexique Mexiko: mexican mexican mexicain mexikan
    Cuba Kuba: cuban cuban cubain kuban
    Ecuador Equador Équateur: ecuatorian equatorian équatorien ecuadorian
    Bolivia Bolívia Bolivie Bolivien: bolivian bolivian bolivien bolivian
    Italia Itália Italie Italien: italian italian italien italien
    Rusia Rússia Russie Russland: rus russ russe russ
    España Espanha Espagne Spanien: español espanhol espagnol span
    Alemania Alemanha Allemagne Deutschland: alemán alemã allemand deutsch
    Europa Europe: europe europe européen europä
"""
_ROMANCE, _FRENCH = ("o", "a", "os", "as"), ("", "s", "e", "es", "ne", "nes")
_GERMAN = tuple(f"{stem}{ending}" for stem in ("isch", "") for ending in ("e", "en", "er", "es", "em", "ern"))
_OTHERS: Mapping[str, str] = {
    "España": "española españoles españolas",
    "Espanha": "espanhola espanhóis espanholas",
    "Alemania": "alemana alemanes alemanas",
    "Alemanha": "alemão alemães",
    "Rusia": "ruso rusa rusos rusas",
    "Europa": "europeo europea europeos europeas europeu europeus europeia",
    "Francia": "francés francesa franceses francesas",
    "França": "francês francesa franceses francesas",
    "France": "français française françaises",
    "Frankreich": "französische französischen französischer französisches französischem",
    "Portugal": "portugués portuguesa portugueses português portugais portugaise portugiesische portugiesischen",
    "Estados Unidos": "estadounidense estadounidenses estadunidense norteamericano norteamericana americano americana",
    "États-Unis": "américain américaine américains américaines",
    "Vereinigte Staaten": "amerikanische amerikanischen amerikanischer US-amerikanische US-amerikanischen",
    "Reino Unido": "británico británica británicos britânico britânica britânicos",
    "Royaume-Uni": "britannique britanniques",
    "China": "chino china chinos chinas chinês chinesa chinesische chinesischen",
    "Chine": "chinois chinoise chinoises",
}


def _entries() -> Iterator[tuple[str, Set[str]]]:
    for line in _TABLE.strip().split("\n"):
        names, stems = (part.split() for part in line.split(":"))
        spanish, portuguese, french, german = stems
        forms = {stem + ending for stem in (spanish, portuguese) for ending in _ROMANCE}
        forms |= {french + ending for ending in _FRENCH} | {german + ending for ending in _GERMAN}
        for name in names:
            yield name, forms
    for name, words in _OTHERS.items():
        yield name, {*words.split()}


def _collect() -> dict[str, frozenset[str]]:
    collected: dict[str, set[str]] = {}
    for name, forms in _entries():
        collected.setdefault(name, set()).update(forms)
    return {name: frozenset(forms) for name, forms in collected.items()}


DEMONYMS: Mapping[str, frozenset[str]] = _collect()
"""By the names of countries in these languages; English has its own."""
