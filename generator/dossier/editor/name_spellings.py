"""How two names may be spellings of one: by accents, the order of words, initials, an acronym or a slip."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from dossier.editor.find_record import plain_name

SAME_NAME = "this name"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""An acronym or initials with full stops and without spaces, such as `U.N.` and `J.M.`."""
_MIN_ACRONYM, _MAX_ACRONYM = 2, 8
_MIN_SLIP_LENGTH = 6
"""Shorter words that differ in one letter are often two names, such as Maria and Mario."""


class Spelling(NamedTuple):
    """A name, its words without case, accents and marks, and its acronyms, such as `un` of United Nations."""

    name: str
    words: tuple[str, ...]
    acronyms: frozenset[str]

    @property
    def is_acronym(self) -> bool:
        """Whether the name is written as one: `UN`, `U.N.`."""
        letters = self.name.replace(".", "")
        return len(self.words) == 1 and letters.isupper() and _MIN_ACRONYM <= len(letters) <= _MAX_ACRONYM


def spelling_of(name: str) -> Spelling:
    """Return a name to be compared with others; an article before it does not count."""
    joined = _DOTTED.sub(lambda match: f"{match[0].replace('.', '')} ", name)
    written = _WORD.findall(joined)
    words = [plain_name(word).replace("'", "") for word in written]
    if len(words) > 1 and words[0] == "the":
        written, words = written[1:], words[1:]
    return Spelling(name, tuple(words), frozenset(_acronyms(written, words)))


def other_spelling(new: Spelling, known: Spelling, *, are_people: bool, is_short: bool) -> str | None:
    """Return how two names may be spellings of one, in words after "has"; None if nothing shows it.

    `are_people` says that both may be persons, `is_short` that either has no longer name than this, so that a surname
    alone counts. Equal surnames with different given names are two persons.
    """
    if not new.words or not known.words:
        return None
    if new.words == known.words:
        return SAME_NAME if new.name == known.name else "this name in another spelling"
    if sorted(new.words) == sorted(known.words):
        return "this name in another order"
    if are_people and (reason := _same_person(new.words, known.words, is_short=is_short)):
        return reason
    for acronym, name in ((new, known), (known, new)):
        if acronym.is_acronym and acronym.words[0] in name.acronyms:
            return "a name with this acronym" if acronym is new else "an acronym of this name"
    return "almost this name" if _is_slip(new.words, known.words) else None


def _same_person(new: Sequence[str], known: Sequence[str], *, is_short: bool) -> str | None:
    shorter, longer = sorted((new, known), key=len)
    if len(shorter) == 1:
        is_surname = is_short and len(longer) > 1 and len(shorter[0]) > 1 and shorter[0] == longer[-1]
        return "this surname" if is_surname else None
    given, known_given = _split_initials(new[:-1], known[:-1]), _split_initials(known[:-1], new[:-1])
    if new[-1] == known[-1] and all(map(_may_be_equal, given, known_given)):
        has_initials = any(len(word) == 1 for word in (*given, *known_given))
        return "this surname, and these initials" if has_initials else "this surname and given name"
    if tuple(longer[: len(shorter)]) == tuple(shorter):  # A second surname, as in Spanish.
        return "this name, and more names after it" if len(known) > len(new) else "a part of this name"
    return None


def _may_be_equal(given: str, other: str) -> bool:
    """Return whether two given names are equal, or one is the initial of the other."""
    return given == other or (min(len(given), len(other)) == 1 and given[0] == other[0])


def _split_initials(given: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """Return `J. L.` as two initials, also if they are written `JL` or `J.L.`."""
    if len(given) == 1 and len(given[0]) == len(other) > 1 and len(given[0]) <= 3:
        return tuple(given[0])
    return given


def _is_slip(new: Sequence[str], known: Sequence[str]) -> bool:
    """Return whether two names of several words differ in one long word, by a letter that is not its first or last."""
    if len(new) != len(known) or len(new) == 1:
        return False
    different = [pair for pair in zip(new, known, strict=True) if pair[0] != pair[1]]
    if len(different) != 1:
        return False
    first, second = different[0]
    if min(len(first), len(second)) < _MIN_SLIP_LENGTH or (first[0], first[-1]) != (second[0], second[-1]):
        return False
    if not (first.isalpha() and second.isalpha()):
        return False
    return DamerauLevenshtein.distance(first, second, score_cutoff=1) <= 1


def _acronyms(written: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    """Yield the initials of a name's words, with and without the small words."""
    initials = [word[0] for word in words]
    capitals = [initial for initial, word in zip(initials, written, strict=True) if not word[0].islower()]
    for letters in (initials, capitals):
        if len(letters) >= _MIN_ACRONYM:
            yield "".join(letters)
