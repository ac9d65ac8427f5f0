"""Folding: a text without the ways in which a passage may merely differ from its seed."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from dossier.match.boundaries import strip_invisible
from dossier.text.whitespace import WHITE_SPACE

NORMALIZATIONS = ("typography", "unicode form", "invisible characters", "case", "diacritics", "punctuation")
"""The ways to differ. What two of them would explain is put down to the earlier one."""

_TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‘’‚‛′‹›`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−﹘", "-") | {"…": "..."}
)
_NOT_PUNCTUATION = "[]［］%‰‱٪％﹪&@#/\\"
_SIGNS = "-.,‐‑–"


class NormalizedText(NamedTuple):
    """A folded text: its characters, and for each the stretch of the text as given that it stands for."""

    chars: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Give a stretch of `chars` in offsets of the text; None where it begins or ends inside a character."""
        if start and self.starts[start - 1] == self.starts[start]:
            return None
        if end < len(self.chars) and self.ends[end] == self.ends[end - 1]:
            return None
        return self.starts[start], self.ends[end - 1]


def ascii_punctuation(text: str) -> str:
    """The text with straight quote marks, hyphens and full stops for all their kinds."""
    return text.translate(_TYPOGRAPHY)


def normalize(text: str, ways: Collection[str]) -> NormalizedText:
    """Fold a text in the ways named, and squeeze its white space."""
    known: dict[str, str] = {}
    units: list[tuple[str, int, int]] = []
    for start, end in _clusters(text):
        cluster = text[start:end]
        if cluster not in known:
            known[cluster] = _fold_cluster(cluster, ways)
        units.extend((char, start, end) for char in known[cluster])
    folded = NormalizedText("".join(unit[0] for unit in units), tuple(u[1] for u in units), tuple(u[2] for u in units))
    if "typography" in ways:
        folded = _without(folded, {run.start() for run in re.finditer("(?<=-)-", folded.chars)})
    if "punctuation" in ways:
        folded = _without(folded, set(_punctuation(folded.chars)))
    return _without(folded, {run.start() for run in re.finditer("(?<= ) ", folded.chars)})


def is_punctuation(char: str) -> bool:
    """Say whether a character is a punctuation mark. Brackets are words, and a percent sign is part of a figure."""
    return unicodedata.category(char).startswith("P") and char not in _NOT_PUNCTUATION


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield each character with the combining marks upon it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at


def _fold_cluster(cluster: str, ways: Collection[str]) -> str:
    for way in NORMALIZATIONS[:-1]:
        if way in ways:
            cluster = _FOLDS[way](cluster)
    return re.sub(f"[{WHITE_SPACE}]", " ", cluster)


def _typography(cluster: str) -> str:
    return ascii_punctuation(cluster)


def _unicode_form(cluster: str) -> str:
    """Decompose as NFKD does, but leave `²` and `½`: they would run into the figure before them."""
    if unicodedata.category(cluster[0]) == "No":
        return unicodedata.normalize("NFD", cluster)
    return unicodedata.normalize("NFKD", cluster)


def _diacritics(cluster: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", cluster) if not unicodedata.combining(char))


_FOLDS: dict[str, Callable[[str], str]] = {
    "typography": _typography,
    "unicode form": _unicode_form,
    "invisible characters": strip_invisible,
    "case": str.casefold,
    "diacritics": _diacritics,
}


def _punctuation(chars: str) -> Iterator[int]:
    """Yield the offsets of the punctuation marks. A mark inside a figure, or the sign before one, is none."""
    marks = "".join(re.escape(char) for char in sorted(set(chars)) if is_punctuation(char))
    for run in re.finditer(f"[{marks}]+", chars) if marks else ():
        before, after = chars[run.start() - 1 : run.start()], chars[run.end() : run.end() + 1]
        if before.isdigit() and after.isdigit():
            continue
        signed = after.isdigit() and not before.isalnum() and run.group()[-1] in _SIGNS
        yield from range(run.start(), run.end() - signed)


def _without(folded: NormalizedText, gone: Collection[int]) -> NormalizedText:
    """Leave out the characters at some offsets."""
    if not gone:
        return folded
    kept = [at for at in range(len(folded.chars)) if at not in gone]
    chars = "".join(folded.chars[at] for at in kept)
    return NormalizedText(chars, tuple(folded.starts[at] for at in kept), tuple(folded.ends[at] for at in kept))
