"""Whether a text may be in the language it is said to be in, judging by the most frequent words of some languages."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-zA-ZÀ-ɏ]")
_FREQUENT_WORDS = {
    "en": "the of and to that was is with by from for said are has have this not which it its were be",
    "es": "de la que el en y a los del se las por un para con no una su al es lo como más pero sus le fue este",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ont aux",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "pt": "de a que o e do da em um para com não uma os no se na por mais as dos como mas ao das foi à pelo são",
    "it": "di e il la che in un a per è del della una le si con sono i da non al ha nel alla più dei",
    "nl": "de van het een en in is dat op te voor met zijn niet aan die er om ook als bij door",
    "sv": "och i att det som en på är av för med till den har de inte om ett men",
    "da": "og i at det er en til på som af den med for der ikke de har et",
    "pl": "w i na z się nie do że jest to o jak po od za przez ale",
    "tr": "ve bir bu için ile da de çok daha gibi olarak olan ne",
    "hu": "a az és hogy nem is egy meg volt ez azt csak már",
    "id": "yang dan di dari untuk dengan ini itu pada tidak akan dalam ke",
}
_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _FREQUENT_WORDS.items()
}
_OTHER_THAN_ENGLISH_TEXT = """
    de la que el los las del por con una un se su les des et du est dans qui sur pas pour une au aux der die und das
    von den zu mit ist nicht ein eine auf dem em não uma os do da dos il di che per della sono het van een dat niet
    og och det som att är på av się jest nie na że ve bir için že és hogy az în cu yang dan dari
"""
_OTHER_THAN_ENGLISH = frozenset(_OTHER_THAN_ENGLISH_TEXT.split())
"""Frequent words of Spanish, French, German, Portuguese, Italian, Dutch, Nordic and other languages."""
SAMPLE = 4000
"""The number of characters by which a text is judged."""
MIN_WORDS = 25
MAX_ENGLISH, MIN_OTHER = 0.06, 0.12
"""The share of English words below which, and that of others above which, a text is not in English."""
MIN_OTHER_ALONE = 0.06
"""The share of words of other languages above which a text without any of the English ones is not in English."""
MIN_RATIO = 1.4
"""How many times as frequent the words of another language must be."""


def seems_to_be_in(language: str, text: str) -> bool:
    """Return whether a text may be in a language; True if it is too short to tell, or its words are not known here."""
    primary = language.partition("-")[0].lower()
    words = _WORD.findall(text[:SAMPLE].casefold())
    letters = "".join(words)
    if primary in _WORDS and len(letters) > MIN_WORDS and len(_LATIN.findall(letters)) * 2 < len(letters):
        return False
    if primary not in _WORDS or len(words) < MIN_WORDS:
        return True
    own = _share(words, _WORDS[primary])
    if primary == "en":
        return own >= MAX_ENGLISH or _share(words, _OTHER_THAN_ENGLISH) <= (MIN_OTHER if own else MIN_OTHER_ALONE)
    highest = max(_share(words, known) for other, known in _WORDS.items() if other != primary)
    return highest <= max(MIN_OTHER, MIN_RATIO * own)


def most_likely_language(text: str) -> str:
    """Return the language whose words a text has most of; "" if it has hardly any, or as many of another language."""
    words = _WORD.findall(text[:SAMPLE].casefold())
    if not words:
        return ""
    shares = sorted(((_share(words, known), language) for language, known in _WORDS.items()), reverse=True)
    (highest, language), (second, _) = shares[:2]
    return language if highest > max(MIN_OTHER_ALONE, second) else ""


def _share(words: list[str], known: frozenset[str]) -> float:
    return sum(word in known for word in words) / len(words)
