"""The singular of what a figure counts, in the languages whose plurals mostly show it: one person of “30 people”.

A unit is the editor's word, so a wrong form would be the editor's mistake. What is not certain stays as it is.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

IRREGULAR_PLURALS: Mapping[str, str] = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "inch": "inches",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "life": "lives",
    "bus": "buses",
}
"""English plurals by their singulars."""


class SingularTables(NamedTuple):
    """How the plurals of a language end; a word in the plural that no ending and no table has is not certain.

    `after_noun` are the words after which the rest belongs to no figure: "de" in "miembros de la Guardia".
    """

    plural: re.Pattern[str]
    endings: Sequence[tuple[re.Pattern[str], str]]
    words: Mapping[str, str]
    after_noun: frozenset[str] = frozenset()


def _pairs(text: str) -> Mapping[str, str]:
    """Return the singulars of the words in a text of pairs: "leyes ley"."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_AFTER_ES = "de del por en sin con para a al contra que sobre"
_AFTER_PT = "de do da dos das por em no na sem com para a ao contra que sobre"
_AFTER_FR = "de du des d' en à au aux par sans avec pour contre qui que sur"
_TABLES = {
    "es": SingularTables(
        plural=re.compile("s$"),
        endings=(
            (re.compile("(jue|vo|ve|lu|cru|tri)ces$"), r"\1z"),
            (re.compile("iones$"), "ión"),
            (re.compile("(?<=ll|.[rñt])ones$"), "ón"),
            (re.compile("(?<=..[aeiou][lrd])es$"), ""),
            (re.compile("(?<=.[cfghptuv]|[^aeiouáéíóú][dlmr])es$"), "e"),
            (re.compile("(?<=..[ao])s$"), ""),
        ),
        words=_pairs(
            "países país leyes ley reyes rey jóvenes joven órdenes orden imágenes imagen crímenes crimen trenes tren "
            "sedes sede aires aire clases clase bases base frases frase paracaídas paracaídas rascacielos rascacielos"
        ),
        after_noun=frozenset(_AFTER_ES.split()),
    ),
    "pt": SingularTables(
        plural=re.compile("s$"),
        endings=(
            (re.compile("ões$"), "ão"),
            (re.compile("(?<=[aeiou][rz])es$"), ""),
            (re.compile("(?<=...)ais$"), "al"),
            (re.compile("(?<=.[aeiou])ns$"), "m"),
            (re.compile("(?<=[^s]e)s$"), ""),
            (re.compile("(?<=..[ao])s$"), ""),
        ),
        words=_pairs("países país meses mês ônibus ônibus árvores árvore hectares hectare"),
        after_noun=frozenset(_AFTER_PT.split()),
    ),
    "fr": SingularTables(
        plural=re.compile("[sx]$"),
        endings=(
            (re.compile("eaux$"), "eau"),
            (re.compile("(?<=..[^ery])aux$"), "al"),
            (re.compile("(?<=..eur|..ier)s$"), ""),
            (re.compile("(?<=..[^adiorsuxè])s$"), ""),
        ),
        words=_pairs("travaux travail lieux lieu feux feu amis ami corps corps temps temps pays pays"),
        after_noun=frozenset(_AFTER_FR.split()),
    ),
    "de": SingularTables(
        plural=re.compile("(?:e|n|er|s)$"),
        endings=(
            (re.compile("(?<=...ung|..[hk]eit|schaft|..tion)en$"), ""),
            (re.compile("(?<=...at)en$"), ""),
            (re.compile("(?<=..in)nen$"), ""),
        ),
        words=_pairs(
            "Personen Person Menschen Mensch Männer Mann Frauen Frau Kinder Kind Häuser Haus Boote Boot Schiffe Schiff "
            "Fälle Fall Stimmen Stimme Familien Familie Fahrzeuge Fahrzeug Flugzeuge Flugzeug Arbeiter Arbeiter"
        ),
    ),
}


def singular_of(words: str, language: str) -> str:
    """Return the singular of a noun with its adjectives, given a BCP 47 tag; as it is if any word is not certain."""
    tables = _TABLES.get(language.partition("-")[0])
    if tables is None:
        return words
    parts = words.split(" ")
    count = next((index for index, part in enumerate(parts) if _ends_noun(part, tables)), len(parts))
    singulars = [_singular_word(part, tables) for part in parts[:count]]
    certain = [singular for singular in singulars if singular is not None]
    return " ".join([*certain, *parts[count:]]) if len(certain) == count else words


def _ends_noun(word: str, tables: SingularTables) -> bool:
    return word in tables.after_noun or word.startswith(("d'", "d’"))


def _singular_word(word: str, tables: SingularTables) -> str | None:
    """Return the singular of a word, or a word that is none in the plural; None if it is not certain."""
    if word in tables.words:
        return tables.words[word]
    if not word.isalpha():
        return None
    if not tables.plural.search(word):
        return word
    return next((ending.sub(new, word) for ending, new in tables.endings if ending.search(word)), None)
