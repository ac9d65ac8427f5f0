"""Find the words on which the strength of a claim depends: negations, hedges, quantifiers, plans, opposites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.detect.en.lexicon import (
    CLAIM_WORDS,
    COMMON_WORDS,
    IRREGULAR_VERBS,
    NO_NEGATION,
    OPPOSITES,
    REPORTING_WORDS,
    SAYING_WORDS,
)
from dossier.detect.en.word_forms import FUNCTION_WORDS, is_same_word, simplify_word
from dossier.detect.word_sets import letter_runs

MAX_TARGETS = 3
"""How many content words after a claim word it may bear on."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[,;:!?…()—–]|\.(?=[”\"’)\]]*\s)|\.$")
_DOUBLED = re.compile(r"(?<=([bdglmnprt]))\1(?=(?:ed|ing)$)")
_ENDED_IN_Y = re.compile(r"(?<=[bcdfghjklmnprstvz])(?:ied|ies)$")
_CLAUSE_OPENERS = ("which", "because", "but", "while", "although", "though", "whereas", "unless")
_CONTRACTION = re.compile("n't$")
_BRITISH = re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|ing|ation|ations)$)")
_MONTH = re.compile(r"\bMay\b")
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
    """A word; `simple` is it in lower case, `stem` what its forms share, and `clause` the number of its clause."""

    text: str
    simple: str
    stem: str
    start: int
    clause: int
    has_content: bool

    @property
    def is_past(self) -> bool:
        """Whether it may be a verb in the past: `closed`, `left`."""
        return self.simple.endswith("ed") or (self.simple != self.stem and self.simple in _irregular())


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
        start = stem[:2]
        return [
            index
            for index, word in enumerate(self.words)
            if word.stem[:2] == start and (word.stem == stem or is_same_form(word.stem, stem))
        ]

    def unshared(self, kind: str, other: "Claim") -> list[ClaimWord]:
        """Return its claim words of a kind, but none of the group `other` that another text has for its own sake."""
        certain = {word.place for word in other.of_kind(kind) if word.group != OTHER}
        return [
            word
            for word in self.of_kind(kind)
            if word.group != OTHER or set(other.find(self.words[word.place].stem)) <= certain
        ]

    def covered(self, kind: str, *, with_other: bool = True, besides: "Claim | None" = None) -> set[int]:
        """Return the indexes of the words that a claim word of a kind bears on.

        Without those of the group `other`, or without those of them that the text `besides` has for its own sake.
        """
        found = self.of_kind(kind) if besides is None else self.unshared(kind, besides)
        words = (word for word in found if with_other or word.group != OTHER)
        covered = {target for word in words for target in word.targets}
        if kind == "plan" and with_other:
            covered |= {index for index in range(1, len(self.words)) if self.words[index - 1].stem == "to"}
        return covered

    def is_denied(self, place: int) -> bool:
        """Return whether a "not" or the like is among the two words before one or bears on it, or an "unless" does."""
        near = (word.place for word in self.of_kind("negation") if word.group != OTHER)
        clause = self.words[place].clause
        is_excepted = any(word.simple == "unless" for word in self.words[:place] if word.clause == clause)
        is_near = any(0 < place - other < 3 for other in near)
        return is_near or is_excepted or place in self.covered("negation", with_other=False)

    def contents(self, first: int, end: int, clause: int) -> list[int]:
        """Return the indexes of the content words in a part of the text that are in a clause."""
        places = range(max(0, first), min(end, len(self.words)))
        return [place for place in places if self.words[place].has_content and self.words[place].clause == clause]

    def context(self, index: int, width: int = 4) -> list[str]:
        """Return the stems of the content words around one, in its clause."""
        places = self.contents(index - width, index + width + 1, self.words[index].clause)
        return [self.words[place].stem for place in places]


@lru_cache(maxsize=1024)  # Many statements cite the same passage; a claim is large, and few texts need one.
def read_claim(text: str) -> Claim:
    """Return the words of a text, and those that its strength depends on."""
    words = tuple(_words(text))
    idle = {"negation": [match.span() for match in NO_NEGATION.finditer(text)]}
    if "May" in text:
        idle["hedge"] = idle["plan"] = [match.span() for match in _MONTH.finditer(text)]
    found = [word for word in _find(text, words) if not _is_within(word.start, idle.get(word.kind, ()))]
    return Claim(text, words, tuple(found))


class ClaimSigns(NamedTuple):
    """What kinds of claim words a text may have, and which sides of pairs of opposites it has."""

    kinds: frozenset[str]
    sides: frozenset[tuple[int, int]]


@lru_cache(maxsize=2048)
def find_signs(text: str) -> ClaimSigns:
    """Return the signs of a text, which are quicker to find than what `read_claim` returns.

    A kind of which the text has but words of the group `other` is left out, except quantifiers.
    """
    simple = letter_runs(text)  # Of most words; the others are read one by one.
    is_negated = False
    if not text.isascii() or "'" in text:
        others = " ".join(part for part in text.split() if "'" in part or not part.isascii())
        written = {_form(word).simple for word in _WORD.findall(others)}
        is_negated = any("'" in word and word.endswith("n't") for word in written)
        simple |= written
    phrases, sides = _phrases(), opposites()
    kinds = {
        kind
        for word in phrases.keys() & simple
        for rest, kind, group in phrases[word]
        if (group != OTHER or kind == "quantifier") and simple.issuperset(rest)
    }
    if is_negated:
        kinds.add("negation")
    return ClaimSigns(frozenset(kinds), frozenset(side for word in sides.keys() & simple for side in sides[word]))


def _is_within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def is_same_form(first: str, second: str) -> bool:
    """Return whether two stems are those of one word: `admit` and `admitted`."""
    if is_same_word(first, second):
        return True
    shorter, longer = sorted((_ENDED_IN_Y.sub("y", _DOUBLED.sub("", word)) for word in (first, second)), key=len)
    is_inflected = longer[: len(shorter)] == shorter and longer[len(shorter) :] in ("", "s", "d", "es", "ed", "ing")
    return len(shorter) > 2 and (is_inflected or is_same_word(shorter, longer))


def is_about_reports(word: str) -> bool:
    """Return whether a word in lower case says who reports something, and how."""
    return word in REPORTING_WORDS or word in FRAME_WORDS or _SAYING.fullmatch(word) is not None


class _Form(NamedTuple):
    simple: str
    stem: str
    has_content: bool


@lru_cache(maxsize=16384)
def _form(word: str) -> _Form:
    """Return what a word is wherever it occurs; the stem of a verb is its first form, in American spelling."""
    simple = simplify_word(word).replace("’", "'")
    stem = _BRITISH.sub("iz", _irregular().get(simple, simple)).replace("defence", "defense")
    has_content = len(simple) > 1 and simple not in _empty_words() and not _CONTRACTION.search(simple)
    return _Form(simple, stem, has_content)


def _words(text: str) -> Iterator[Word]:
    clause = end = 0
    is_initial = False
    for match in _WORD.finditer(text):
        start = match.start()
        word = match[0]
        if word in _CLAUSE_OPENERS or (start - end > 1 and not is_initial and _CLAUSE_END.search(text, end, start)):
            clause += 1
        end = match.end()
        is_initial = len(word) == 1
        simple, stem, has_content = _form(word)
        yield Word(word, simple, stem, start, clause, has_content)


def _find(text: str, words: Sequence[Word]) -> Iterator[ClaimWord]:
    """Yield the claim words of each kind; of those that overlap, the first and longest."""
    ends = dict.fromkeys(CLAIM_WORDS, 0)
    phrases = _phrases()
    for place, word in enumerate(words):
        contraction = _NOT if _CONTRACTION.search(word.simple) else ()
        for rest, kind, group in (*contraction, *phrases.get(word.simple, ())):
            if place < ends[kind] or (rest and _simple_words(words, place + 1, len(rest)) != rest):
                continue
            end = ends[kind] = place + 1 + len(rest)
            if group == "not" and any(other.simple in ("only", "just") for other in words[end : end + 6]):
                continue  # We are not saying that we need only money, but also food.
            last = words[end - 1]
            written = text[word.start : last.start + len(last.text)]
            yield ClaimWord(kind, group, written, word.start, place, tuple(_targets(words, group, place, end)))


def _simple_words(words: Sequence[Word], start: int, count: int) -> tuple[str, ...]:
    return tuple(word.simple for word in words[start : start + count])


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


_NOT: tuple["_Phrase", ...] = (((), "negation", "not"),)
_Phrase = tuple[tuple[str, ...], str, str]
"""The words of a phrase after the first, its kind and its group."""


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the phrases by their first word, the longest first."""
    phrases: dict[str, list[_Phrase]] = {}
    for kind, groups in CLAIM_WORDS.items():
        for group, text in groups.items():
            for phrase in text.split(","):
                first, *rest = phrase.split()
                for form in _forms(first):
                    phrases.setdefault(form, []).append((tuple(rest), kind, group))
    return {first: sorted(options, key=lambda option: -len(option[0])) for first, options in phrases.items()}


@cache
def _empty_words() -> frozenset[str]:
    """Return the words that no claim word bears on: claim words, and those without a meaning of their own."""
    kinds = ("negation", "hedge", "quantifier", "plan")
    markers = frozenset(
        first for first, options in _phrases().items()
        if any(not rest and kind in kinds and group not in ("refused", OTHER) for rest, kind, group in options)
    )  # fmt: skip
    return markers | FUNCTION_WORDS | COMMON_WORDS | REPORTING_WORDS | {"theirs", "mine", "still"}


@cache
def opposites() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Return for each word the pairs that it is in, and on which side."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, pair in enumerate(OPPOSITES.split(";")):
        for side, text in enumerate(pair.split("/")):
            for entry in text.split():
                for form in _forms(entry):
                    found[form] = tuple(dict.fromkeys((*found.get(form, ()), (number, side))))
    return found


@cache
def _irregular() -> Mapping[str, str]:
    """Return the first form of each form of an irregular verb, with "re" before it too: `rebuilt` is `rebuild`."""
    groups = [group.split() for group in IRREGULAR_VERBS.split(";")]
    repeated = {f"re{form}": f"re{group[0]}" for group in groups for form in group}
    return repeated | {form: group[0] for group in groups for form in group}


def is_past_form(word: str) -> bool:
    """Return whether a word is the past form of a verb: `resigned`, `bought`."""
    simple = word.casefold()
    return simple.endswith("ed") or (not simple.endswith(("s", "ing")) and _irregular().get(simple, simple) != simple)


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
