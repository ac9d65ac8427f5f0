"""Normalize a text: remove differences of typography, Unicode form, case, diacritics and punctuation."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from dossier.match.boundaries import strip_invisible
from dossier.text.whitespace import WHITE_SPACE, collapse_whitespace

NORMALIZATIONS = ("typography", "unicode form", "invisible characters", "case", "diacritics", "punctuation")
"""The kinds of difference that can be removed. A difference that two of them explain is attributed to the earlier."""

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′‹›`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘", "-"),
    "…": "...",
}
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPOGRAPHY)}]")
_PLAIN_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "Œ": "OE",
        "Æ": "AE",
        "Ø": "O",
        "Ł": "L",
        "Đ": "D",
        "Ħ": "H",
        "ـ": "",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
    }
)
"""Letters that Unicode does not take for letters with a mark, and the stretch of Arabic letters."""
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_PUNCTUATION = "[]［］%‰‱٪％﹪&@#/\\"
_SIGNS = "-.,‐‑–"


class NormalizedText(NamedTuple):
    """A normalized text: its characters, and where the original character of each starts and ends."""

    chars: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the original text for a span of `chars`; None if it splits an original character."""
        if start and self.starts[start - 1] == self.starts[start]:
            return None
        if end < len(self.chars) and self.ends[end] == self.ends[end - 1]:
            return None
        return self.starts[start], self.ends[end - 1]


def ascii_punctuation(text: str) -> str:
    """Return the text with straight quote marks, hyphens and full stops in place of all their typographic forms."""
    if text.isascii() and "`" not in text:
        return text
    return _TYPOGRAPHIC.sub(lambda match: _TYPOGRAPHY[match[0]], text)


def simplify_text(text: str) -> str:
    """Return a text in lower case, with straight punctuation and single spaces, to compare words with words."""
    return ascii_punctuation(collapse_whitespace(text)).casefold()


def normalize(text: str, normalizations: Collection[str]) -> NormalizedText:
    """Remove the given kinds of difference (of `NORMALIZATIONS`) from a text, and collapse its white space."""
    normalized_clusters: dict[str, str] = {}
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        cluster = text[start:end]
        if cluster not in normalized_clusters:
            normalized_clusters[cluster] = _normalize_cluster(cluster, normalizations)
        for char in normalized_clusters[cluster]:
            chars.append(char)
            starts.append(start)
            ends.append(end)
    normalized = NormalizedText("".join(chars), tuple(starts), tuple(ends))
    if "typography" in normalizations:
        normalized = _without(normalized, {match.start() for match in re.finditer("(?<=-)-", normalized.chars)})
    if "punctuation" in normalizations:
        normalized = _without(normalized, set(_punctuation_offsets(normalized.chars)))
    return _without(normalized, {match.start() for match in re.finditer("(?<= ) ", normalized.chars)})


def is_punctuation(char: str) -> bool:
    """Return whether a character is a punctuation mark that may be ignored, which brackets, `%` and `&` are not."""
    return unicodedata.category(char).startswith("P") and char not in _NOT_PUNCTUATION


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each character with its combining marks."""
    start = 0
    for offset in range(1, len(text) + 1):
        if offset == len(text) or not unicodedata.combining(text[offset]):
            yield start, offset
            start = offset


def _normalize_cluster(cluster: str, normalizations: Collection[str]) -> str:
    for name, function in _CHARACTER_NORMALIZATIONS.items():
        if name in normalizations:
            cluster = function(cluster)
    return re.sub(f"[{WHITE_SPACE}]", " ", cluster)


def _decompose(cluster: str) -> str:
    """Decompose to NFKD, with ASCII digits, except `²` and `½`, whose digits would join the number before them."""
    if unicodedata.category(cluster[0]) == "No":
        return unicodedata.normalize("NFD", cluster)
    digit = unicodedata.decimal(cluster[0], None)
    return unicodedata.normalize("NFKD", cluster if digit is None else f"{digit}{cluster[1:]}")


def strip_diacritics(text: str) -> str:
    """Return the text without the combining marks of its letters (NFD): `Nunez` for `Núñez`."""
    return _OUTSIDE_ASCII.sub(
        lambda match: "" if unicodedata.combining(match[0]) else match[0], unicodedata.normalize("NFD", text)
    )


def plain_letters(text: str) -> str:
    """Return a text in lower case without marks and strokes: `nunez` for `núñez`, `walesa` for `wałęsa`."""
    return strip_diacritics(text).translate(_PLAIN_LETTERS)


_CHARACTER_NORMALIZATIONS: dict[str, Callable[[str], str]] = {
    "typography": ascii_punctuation,
    "unicode form": _decompose,
    "invisible characters": strip_invisible,
    "case": str.casefold,
    "diacritics": plain_letters,
}
"""What each of `NORMALIZATIONS` does to a character; punctuation is removed later, because its context counts."""


def _punctuation_offsets(chars: str) -> Iterator[int]:
    """Yield the offsets of punctuation marks, except marks inside a number and the sign before one."""
    marks = "".join(re.escape(char) for char in sorted(set(chars)) if is_punctuation(char))
    for run in re.finditer(f"[{marks}]+", chars) if marks else ():
        before, after = chars[run.start() - 1 : run.start()], chars[run.end() : run.end() + 1]
        if before.isdigit() and after.isdigit():
            continue
        signed = after.isdigit() and not before.isalnum() and run.group()[-1] in _SIGNS
        yield from range(run.start(), run.end() - signed)


def _without(text: NormalizedText, removed: Collection[int]) -> NormalizedText:
    """Remove the characters at the given offsets of `chars`."""
    if not removed:
        return text
    kept = [index for index in range(len(text.chars)) if index not in removed]
    chars = "".join(text.chars[index] for index in kept)
    return NormalizedText(chars, tuple(text.starts[index] for index in kept), tuple(text.ends[index] for index in kept))
