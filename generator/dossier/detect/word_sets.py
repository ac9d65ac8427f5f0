"""Tell cheaply that a text has none of the words that a pattern needs, so that it need not be searched with it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_lowercase

_LETTERS_ONLY = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
_LIKE_ASCII = re.compile("[\u017f\u0130\u0131\u212a]")
"""The letters outside ASCII that patterns which ignore case take for an s, i or k."""


@lru_cache(maxsize=64)  # Several detectors read a text one after the other.
def split_words(text: str) -> frozenset[str]:
    """Return the words of a list as it is written in a module, separated by spaces."""
    return frozenset(text.split())


def letter_runs(text: str) -> frozenset[str]:
    """Return the runs of ASCII letters of a text, in lower case."""
    return frozenset(list_letter_runs(text))


def list_letter_runs(text: str) -> list[str]:
    """Return all runs of ASCII letters of a text, in lower case: those of `[a-z]+`, in half the time of a pattern."""
    return text.lower().encode("ascii", "replace").translate(_LETTERS_ONLY).decode("ascii").split()


def has_ascii_digit(text: str) -> bool:
    """Return whether a text has one of the digits from 0 to 9, in a tenth of the time of a pattern or a loop."""
    return (
        "0" in text or "1" in text or "2" in text or "3" in text or "4" in text
        or "5" in text or "6" in text or "7" in text or "8" in text or "9" in text
    )  # fmt: skip


def may_have_digit(text: str) -> bool:
    r"""Return whether a pattern with `\d` may find a digit in a text, as far as that is quick to tell."""
    return not text.isascii() or has_ascii_digit(text)


def may_have_word(text: str, words: frozenset[str]) -> bool:
    """Return whether a pattern, even one that ignores case, may find one of the words with no other letter next to it.

    The words are in lower case and have only ASCII letters.
    """
    return bool(possible_words(text, words))


def possible_words(text: str, words: frozenset[str]) -> frozenset[str]:
    """Return those of the words that a pattern may find in a text, as above."""
    return words if _may_be_like_ascii(text) else words & letter_runs(text)


def may_have_phrase(text: str, phrases: Iterable[str]) -> bool:
    """Return whether a pattern may find one of the phrases, with any white space between its words, as above."""
    plain = " ".join(text.lower().split())
    return any(phrase in plain for phrase in phrases) or _may_be_like_ascii(text)


@lru_cache(maxsize=64)
def _may_be_like_ascii(text: str) -> bool:
    return not text.isascii() and _LIKE_ASCII.search(text) is not None
