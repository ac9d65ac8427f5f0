"""Words as tables have them: in lower case, without accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16384)
def strip_accents(word: str) -> str:
    """Return a word in lower case, without accents, a possessive or an elision: "n" for "n’"."""
    return without_accents(word.casefold().rstrip("'’"))


def without_accents(text: str) -> str:
    """Return a text without accents; it may be a pattern."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
