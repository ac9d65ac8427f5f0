"""The order of names in lists: without regard to case and accents, and with the letters of a language at their places.

The orders of letters are those of Unicode's CLDR. Chinese characters are in the order of Unicode, not by sound or
stroke.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

_PLACES = {
    "az": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "da": "z<æ=ä<ø=ö<å=aa",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fi": "z<å<ä=æ<ö=ø",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
    "lt": "c<č s<š z<ž",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž",
    "nb": "z<æ=ä<ø=ö<å=aa",
    "nn": "z<æ=ä<ø=ö<å=aa",
    "no": "z<æ=ä<ø=ö<å=aa",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sv": "z<å<ä=æ<ö=ø",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}
"""By language, the letters that have a place of their own: `z<å<ä=æ` puts `å` after `z`, then `ä` and `æ` as equals."""
_PLAIN = {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "þ": "th", "ð": "d"}
_DIGITS = re.compile(r"(\d+)")


def collation_key(text: str, language: str) -> tuple[object, ...]:
    """Return what to sort a text by, among texts on pages in a language (a BCP 47 tag): signs, digits, then letters.

    Figures are in the order of their values. Texts that differ in case and accents only are beside each other.
    """
    language = language.partition("-")[0].lower()
    lower = _lower(text, language)
    units = tuple(unit for part in _DIGITS.split(lower) for unit in _units(part, language))
    return (*units, (), unicodedata.normalize("NFD", lower), text)  # A text is before those that it begins.


def _lower(text: str, language: str) -> str:
    if language in ("az", "tr"):
        text = text.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", text.lower())


def _units(part: str, language: str) -> Iterator[tuple[object, ...]]:
    """Yield the key of each letter or sign of a text without digits, or that of a figure."""
    if part.isdecimal():
        yield 1, int(part)
        return
    places = _places(language)
    for letters in _tokens(language).findall(part):
        if letters in places:
            yield 2, *places[letters]
        else:
            yield from _plain_units(letters)


@cache
def _plain_units(letter: str) -> tuple[tuple[object, ...], ...]:
    """Return the keys of a letter without a place of its own: those of its letters without accents."""
    letters = _PLAIN.get(letter) or "".join(filter(_is_base, unicodedata.normalize("NFKD", letter)))
    return tuple((2, base, 0) if base.isalnum() else (0, base) for base in letters)


def _is_base(character: str) -> bool:
    return not unicodedata.combining(character)


@cache
def _places(language: str) -> Mapping[str, tuple[str, int]]:
    """Return, for each letter with a place of its own, the letter that it comes after, and its rank after that."""
    places: dict[str, tuple[str, int]] = {}
    for group in _PLACES.get(language, "").split():
        base, *followers = group.split("<")
        places |= {letter: (base, rank) for rank, equals in enumerate(followers, 1) for letter in equals.split("=")}
    return places


@cache
def _tokens(language: str) -> re.Pattern[str]:
    """Return the pattern of what is compared as a whole: pairs of letters such as `ch`, else single characters."""
    pairs = [letters for letters in _places(language) if len(letters) > 1]
    return re.compile("|".join([*sorted(pairs, key=len, reverse=True), "."]), re.DOTALL)
