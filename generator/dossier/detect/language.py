"""Whether a text is in English, judging by its most frequent words, so that no other is read as English."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-zA-ZÀ-ɏ]")
_ENGLISH_WORDS = """
    the of and to that was is with by from for said are has have this not which it its were be
"""
_OTHER_WORDS = """
    de la que el los las del por con una un se su les des et du est dans qui sur pas pour une au aux der die und das
    von den zu mit ist nicht ein eine auf dem em não uma os do da dos il di che per della sono het van een dat niet og
    och det som att är på av się jest nie na że ve bir için že és hogy az în cu yang dan dari
"""
"""Frequent words of Spanish, French, German, Portuguese, Italian, Dutch, Nordic and other languages."""
_ENGLISH, _OTHER = frozenset(_ENGLISH_WORDS.split()), frozenset(_OTHER_WORDS.split())
SAMPLE = 4000
"""The number of characters by which a text is judged."""
MIN_WORDS = 25
MAX_ENGLISH, MIN_OTHER = 0.06, 0.12
"""The share of English words below which, and that of others above which, a text is not in English."""


def is_english(text: str) -> bool:
    """Return whether a text seems to be in English; of a text that is too short to tell, True."""
    words = _WORD.findall(text[:SAMPLE].casefold())
    letters = "".join(words)
    if len(letters) > MIN_WORDS and len(_LATIN.findall(letters)) * 2 < len(letters):
        return False
    if len(words) < MIN_WORDS:
        return True
    english, other = (sum(word in known for word in words) / len(words) for known in (_ENGLISH, _OTHER))
    return english >= MAX_ENGLISH or other <= MIN_OTHER
