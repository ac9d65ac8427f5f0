"""Find the words on which the strength of a claim depends: negations, hedges, quantifiers, plans, opposites."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.detect.lexicon import (
    CLAIM_WORDS,
    COMMON_WORDS,
    IRREGULAR_VERBS,
    NO_NEGATION,
    OPPOSITES,
    REPORTING_WORDS,
    SAYING_WORDS,
)
from dossier.detect.word_forms import FUNCTION_WORDS, is_same_word, simplify_word

MAX_TARGETS = 3
"""How many content words after a claim word it may bear on."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[,;:!?…()—–]|\.(?=[”\"’)\]]*\s)|\.$")
_CONTRACTION = re.compile("n't$")
_BRITISH = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations)$)")
_MONTH = re.compile(r"\bMay\b(?= \d|$)|(?<=\d )May\b|\b(?:in|of|since|last|until|by|during) May\b")
_SAYING = re.compile("|".join(SAYING_WORDS.split()))
_FRAME_TEXT = """
    headline headlines heading headings post posts caption captions video quotation quotations citing cites readers
    article's author's writer's commented credits credit gives spells lists names title titles phrase term wording
    paragraph sentence line site page says agency relaying quoting besides according
"""
FRAME_WORDS = frozenset(_FRAME_TEXT.split())
"""Words about texts and what they say."""
OTHER = "other"
"""The groups of words that may do the same as those of the other groups of their kind."""


class ClaimWord(NamedTuple):
    """One or more words of a text that decide how much it claims; `place` is the index of the first.

    `targets` are the indexes of the content words that it bears on, nearest first.
    """

    kind: str
    group: str
    text: str
    start: int
    place: int
    targets: tuple[int, ...]


class Word(NamedTuple):
    """A word; `simple` is it in lower case, `stem` its canonical form, and `clause` the number of its clause."""

    text: str
    simple: str
    stem: str
    start: int
    clause: int
    has_content: bool


class Claim(NamedTuple):
    """A text with its words, and those that its strength depends on."""

    text: str
    words: tuple[Word, ...]
    claim_words: tuple[ClaimWord, ...]

    def of_kind(self, kind: str) -> list[ClaimWord]:
        """Return its claim words of a kind."""
        return [word for word in self.claim_words if word.kind == kind]

    def find(self, stem: str) -> list[int]:
        """Return the indexes of a word in any form."""
        return [index for index, word in enumerate(self.words) if is_same_word(word.stem, stem)]

    def covered(self, kind: str) -> set[int]:
        """Return the indexes of the words that a claim word of a kind bears on."""
        covered = {target for word in self.of_kind(kind) for target in word.targets}
        if kind == "plan":
            covered |= {index for index in range(1, len(self.words)) if self.words[index - 1].stem == "to"}
        return covered

    def content_before(self, index: int) -> str:
        """Return the stem of the content word before one, "" if there is none in its clause."""
        return next(self._contents(range(index - 1, -1, -1), self.words[index].clause), "")

    def content_after(self, index: int) -> str:
        """Return the stem of the content word after one, "" if there is none in its clause."""
        return next(self._contents(range(index + 1, len(self.words)), self.words[index].clause), "")

    def _contents(self, indexes: Iterable[int], clause: int) -> Iterator[str]:
        words = (self.words[index] for index in indexes)
        return (word.stem for word in words if word.has_content and word.clause == clause)

    def context(self, index: int, width: int = 4) -> list[str]:
        """Return the stems of the content words around one, in its clause."""
        near = self.words[max(0, index - width) : index + width + 1]
        return [word.stem for word in near if word.has_content and word.clause == self.words[index].clause]


@lru_cache(maxsize=8192)
def read_claim(text: str) -> Claim:
    """Return the words of a text, and those that its strength depends on."""
    words = tuple(_words(text))
    idle = [match.span() for match in NO_NEGATION.finditer(text)]
    months = [match.span() for match in _MONTH.finditer(text)]
    found = []
    for kind, phrases in _phrases().items():
        skipped = {"negation": idle, "hedge": months, "plan": months}.get(kind, [])
        found += [
            word
            for word in _find(text, words, kind, phrases)
            if not any(start <= word.start < end for start, end in skipped)
        ]
    return Claim(text, words, tuple(found))


def stem(word: str) -> str:
    """Return a word in lower case, a verb with irregular forms in its first form, in American spelling."""
    simple = _simplify(word)
    return _BRITISH.sub("iz", _irregular().get(simple, simple)).replace("defence", "defense")


def is_about_reports(word: str) -> bool:
    """Return whether a word in lower case says who reports something, and how."""
    return word in REPORTING_WORDS or word in FRAME_WORDS or _SAYING.fullmatch(word) is not None


def _simplify(word: str) -> str:
    return simplify_word(word).replace("’", "'")


def _words(text: str) -> Iterator[Word]:
    clause = end = 0
    is_initial = False
    for match in _WORD.finditer(text):
        if _CLAUSE_END.search(text, end, match.start()) and not is_initial:
            clause += 1
        end, is_initial = match.end(), len(match[0]) == 1
        simple = _simplify(match[0])
        has_content = len(simple) > 1 and simple not in _empty_words() and not _CONTRACTION.search(simple)
        yield Word(match[0], simple, stem(match[0]), match.start(), clause, has_content)


def _find(text: str, words: Sequence[Word], kind: str, phrases: "_Phrases") -> Iterator[ClaimWord]:
    end = 0
    for index, word in enumerate(words):
        if index < end:
            continue
        simple = word.simple
        if kind == "negation" and _CONTRACTION.search(word.simple):
            length, group = 1, "not"
        else:
            length, group = next(
                (
                    (len(rest) + 1, group)
                    for rest, group in phrases.get(simple, ())
                    if tuple(other.simple for other in words[index + 1 : index + 1 + len(rest)]) == rest
                ),
                (0, ""),
            )
        if length:
            end = index + length
            last = words[end - 1]
            written = text[word.start : last.start + len(last.text)]
            if group == "not" and any(other.simple in ("only", "just") for other in words[end : end + 6]):
                continue  # We are not saying that we need only money, but also food.
            yield ClaimWord(kind, group, written, word.start, index, tuple(_targets(words, group, index, end)))


def _targets(words: Sequence[Word], group: str, index: int, end: int) -> list[int]:
    """Return the indexes of the content words that follow in the clause; a plan to say something is none to do it."""
    clause = words[index].clause
    near = [position for position in range(end, min(end + 8, len(words))) if words[position].clause == clause]
    targets = [
        position for position in near if words[position].has_content or words[position].simple in REPORTING_WORDS
    ]
    if group != "not" and targets and words[targets[0]].simple in REPORTING_WORDS:
        return []
    return [position for position in targets if words[position].has_content][:MAX_TARGETS]


_Phrases = Mapping[str, list[tuple[tuple[str, ...], str]]]


@cache
def _phrases() -> Mapping[str, _Phrases]:
    """Return for each kind, by its first word, the rest of each phrase and its group, longest phrases first."""
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for kind, groups in CLAIM_WORDS.items():
        by_first = phrases.setdefault(kind, {})
        for group, text in groups.items():
            for phrase in text.split(","):
                first, *rest = phrase.split()
                for form in _forms(first):
                    by_first.setdefault(_simplify(form), []).append((tuple(rest), group))
        for options in by_first.values():
            options.sort(key=lambda option: -len(option[0]))
    return phrases


@cache
def _empty_words() -> frozenset[str]:
    """Return the words that no claim word bears on: claim words, and those without a meaning of their own."""
    kinds = ("negation", "hedge", "quantifier", "plan")
    markers = frozenset(
        first for kind in kinds for first, options in _phrases()[kind].items()
        if any(not rest and group != OTHER for rest, group in options)
    )  # fmt: skip
    return (
        (markers - {"deny", "denied"}) | FUNCTION_WORDS | COMMON_WORDS | REPORTING_WORDS | {"theirs", "mine", "still"}
    )


@cache
def opposites() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Return for each word the pairs that it is in, and on which side."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, pair in enumerate(OPPOSITES.split(";")):
        for side, text in enumerate(pair.split("/")):
            for entry in text.split():
                for form in _forms(entry):
                    found[form] = (*found.get(form, ()), (number, side))
    return found


@cache
def _irregular() -> Mapping[str, str]:
    groups = (group.split() for group in IRREGULAR_VERBS.split(";"))
    return {form: group[0] for group in groups for form in group}


def _forms(entry: str) -> list[str]:
    """Return the forms of a word with `*`: `deny*` is deny, denies, denied, denying."""
    if not entry.endswith("*"):
        return [entry]
    word = entry[:-1]
    base = word[:-1] if word.endswith("e") else word
    forms = [word, f"{word}s", f"{word}es", f"{base}ed", f"{base}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"]
    if word.endswith("y"):
        forms += [f"{word[:-1]}ies", f"{word[:-1]}ied"]
    return forms
