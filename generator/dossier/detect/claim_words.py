"""Find the words on which the strength of a claim depends: negations, hedges, quantifiers, plans, opposites."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from dossier.detect.word_sets import letter_runs

MAX_TARGETS = 3
"""How many content words after a claim word it may bear on."""
MAX_DISTANCE = 8
"""How many words after a claim word the first of these may be."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[,;:!?…()—–]|\.(?=[”\"’)\]]*\s)|\.$")
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


class WordForm(NamedTuple):
    """What a word is wherever it occurs: in lower case, and what its forms share."""

    simple: str
    stem: str


@dataclass(frozen=True, eq=False)
class ClaimTables:
    """The words of one language on which the strength of a claim depends, in lower case as `form` writes them."""

    claim_words: Mapping[str, Mapping[str, str]]
    """By kind and by what they do to a claim, separated by commas; `*` is for any ending."""
    opposites: str
    """Groups of words that say the opposite of each other, with ` / ` between them, separated by semicolons."""
    form: Callable[[str], WordForm]
    is_same_form: Callable[[str, str], bool]
    """Whether two stems are those of one word."""
    is_same_word: Callable[[str, str], bool]
    """Whether two stems are those of one word, or of words of one meaning or family."""
    ending_forms: Callable[[str], list[str]]
    """The forms of a word that is given without its ending."""
    is_past: Callable[[str], bool]
    """Whether a word, as written, may be a verb in the past."""
    function_words: frozenset[str]
    """Words that join others."""
    without_content: frozenset[str]
    """Other words that no claim word bears on."""
    reporting: frozenset[str]
    """Words by which a statement says who reports something."""
    framing: frozenset[str]
    """Words about texts and what they say."""
    saying: re.Pattern[str]
    """Verbs and nouns of saying, whole."""
    idle: tuple[tuple[str, str, re.Pattern[str]], ...] = ()
    """A kind, and words of it that are none here; and what a text must have to be worth searching."""
    clause_openers: frozenset[str] = frozenset()
    """Words that begin a clause without a comma."""
    only: tuple[str, ...] = ()
    """After a "not", "only" and the like add something."""
    questions: tuple[str, ...] = ()
    """After these a clause does not say that something is so."""
    relatives: tuple[str, ...] = ()
    how_much: tuple[str, ...] = ()
    """Words before a quantifier that ask: "how many"."""
    conditions: tuple[str, ...] = ()
    """"If" and "unless"."""
    exceptions: tuple[str, ...] = ()
    """"Unless", after which it is the other way round."""
    comparatives: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    """"Since" and the like: what did not happen since a day happened on it."""
    planned: tuple[str, ...] = ()
    """Words after what is to happen: "a vote is planned", for "will vote"."""
    noun_endings: tuple[str, ...] = ()
    contraction: re.Pattern[str] | None = None
    """The end of a word that denies: "n't"."""
    before_infinitive: str = ""
    """The stem of the word before what is meant to happen: "to"."""
    infinitive: re.Pattern[str] | None = None
    """A whole word that is an infinitive."""


class Claim(NamedTuple):
    """A text with its words, and those that its strength depends on."""

    text: str
    words: tuple[Word, ...]
    claim_words: tuple[ClaimWord, ...]
    tables: ClaimTables

    def of_kind(self, kind: str) -> list[ClaimWord]:
        """Return its claim words of a kind."""
        return [word for word in self.claim_words if word.kind == kind]

    def find(self, stem: str) -> list[int]:
        """Return the indexes of a word in any form."""
        start, is_same_form = stem[:2], self.tables.is_same_form
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
            covered |= self._infinitives()
        return covered

    def _infinitives(self) -> set[int]:
        """Return the indexes of words that name what is to happen: after "to", or with the ending of an infinitive."""
        before, is_infinitive = self.tables.before_infinitive, self.tables.infinitive
        found = {index for index in range(1, len(self.words)) if self.words[index - 1].stem == before}
        if is_infinitive is not None:
            found |= {index for index, word in enumerate(self.words) if is_infinitive.fullmatch(word.simple)}
        return found

    def is_denied(self, place: int) -> bool:
        """Return whether a "not" or the like is among the two words before one or bears on it, or an "unless" does."""
        near = (word.place for word in self.of_kind("negation") if word.group != OTHER)
        clause, exceptions = self.words[place].clause, self.tables.exceptions
        is_excepted = any(word.simple in exceptions for word in self.words[:place] if word.clause == clause)
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


class ClaimSigns(NamedTuple):
    """What kinds of claim words a text may have, and which sides of pairs of opposites it has."""

    kinds: frozenset[str]
    sides: frozenset[tuple[int, int]]


class _KnownWord(NamedTuple):
    simple: str
    stem: str
    has_content: bool


_Phrase = tuple[tuple[str, ...], str, str]
"""The words of a phrase after the first, its kind and its group."""
_NOT: tuple[_Phrase, ...] = (((), "negation", "not"),)


class ClaimReader:
    """Reads the claims of texts in one language."""

    def __init__(self, tables: ClaimTables) -> None:
        self.tables = tables
        # Many statements cite the same passage; a claim is large, and few texts need one.
        self.read = lru_cache(maxsize=1024)(self._read)
        self.find_signs = lru_cache(maxsize=2048)(self._find_signs)
        self._known = lru_cache(maxsize=16384)(self._know)

    def is_about_reports(self, word: str) -> bool:
        """Return whether a word in lower case says who reports something, and how."""
        tables = self.tables
        return word in tables.reporting or word in tables.framing or tables.saying.fullmatch(word) is not None

    def _read(self, text: str) -> Claim:
        """Return the words of a text, and those that its strength depends on."""
        words = tuple(self._words(text))
        idle: dict[str, list[tuple[int, int]]] = {}
        for kind, required, pattern in self.tables.idle:
            if required in text:
                idle[kind] = [match.span() for match in pattern.finditer(text)]
        found = [word for word in self._find(text, words) if not _is_within(word.start, idle.get(word.kind, ()))]
        return Claim(text, words, tuple(found), self.tables)

    def _find_signs(self, text: str) -> ClaimSigns:
        """Return the signs of a text, which are quicker to find than what `read` returns.

        A kind of which the text has but words of the group `other` is left out, except quantifiers.
        """
        simple = letter_runs(text)  # Of most words; the others are read one by one.
        is_negated = False
        contraction = self.tables.contraction
        if not text.isascii() or "'" in text:
            others = " ".join(part for part in text.split() if "'" in part or not part.isascii())
            written = {self._known(word).simple for word in _WORD.findall(others)}
            is_negated = contraction is not None and any("'" in word and contraction.search(word) for word in written)
            simple |= written
        phrases, sides = self._phrases, self.opposites
        kinds = {
            kind
            for word in phrases.keys() & simple
            for rest, kind, group in phrases[word]
            if (group != OTHER or kind == "quantifier") and simple.issuperset(rest)
        }
        if is_negated:
            kinds.add("negation")
        return ClaimSigns(frozenset(kinds), frozenset(side for word in sides.keys() & simple for side in sides[word]))

    def _know(self, word: str) -> _KnownWord:
        simple, stem = self.tables.form(word)
        contraction = self.tables.contraction
        has_content = (
            len(simple) > 1
            and simple not in self._without_content
            and not (contraction is not None and contraction.search(simple))
        )
        return _KnownWord(simple, stem, has_content)

    def _words(self, text: str) -> Iterator[Word]:
        clause = end = 0
        is_initial = False
        openers, known = self.tables.clause_openers, self._known
        for match in _WORD.finditer(text):
            start = match.start()
            word = match[0]
            if word in openers or (start - end > 1 and not is_initial and _CLAUSE_END.search(text, end, start)):
                clause += 1
            end = match.end()
            is_initial = len(word) == 1
            simple, stem, has_content = known(word)
            yield Word(word, simple, stem, start, clause, has_content)

    def _find(self, text: str, words: Sequence[Word]) -> Iterator[ClaimWord]:
        """Yield the claim words of each kind; of those that overlap, the first and longest."""
        ends = dict.fromkeys(self.tables.claim_words, 0)
        phrases, contraction, only = self._phrases, self.tables.contraction, self.tables.only
        for place, word in enumerate(words):
            denial = _NOT if contraction is not None and contraction.search(word.simple) else ()
            for rest, kind, group in (*denial, *phrases.get(word.simple, ())):
                if place < ends[kind] or (rest and _simple_words(words, place + 1, len(rest)) != rest):
                    continue
                end = ends[kind] = place + 1 + len(rest)
                if group == "not" and any(other.simple in only for other in words[end : end + 6]):
                    continue  # We are not saying that we need only money, but also food.
                last = words[end - 1]
                written = text[word.start : last.start + len(last.text)]
                yield ClaimWord(kind, group, written, word.start, place, tuple(self._targets(words, group, place, end)))

    def _targets(self, words: Sequence[Word], group: str, index: int, end: int) -> list[int]:
        """Return the indexes of the content words that follow in the clause.

        A plan to say something is none to do it.
        """
        clause, reporting = words[index].clause, self.tables.reporting
        near = [
            position for position in range(end, min(end + MAX_DISTANCE, len(words))) if words[position].clause == clause
        ]
        targets = [position for position in near if words[position].has_content or words[position].simple in reporting]
        if group != "not" and targets and words[targets[0]].simple in reporting:
            return []
        return [position for position in targets if words[position].has_content][:MAX_TARGETS]

    @cached_property
    def _phrases(self) -> Mapping[str, Sequence[_Phrase]]:
        """The phrases by their first word, the longest first."""
        phrases: dict[str, list[_Phrase]] = {}
        for kind, groups in self.tables.claim_words.items():
            for group, text in groups.items():
                for phrase in text.split(","):
                    first, *rest = phrase.split()
                    for form in self._forms(first):
                        phrases.setdefault(form, []).append((tuple(rest), kind, group))
        return {first: sorted(options, key=lambda option: -len(option[0])) for first, options in phrases.items()}

    @cached_property
    def _without_content(self) -> frozenset[str]:
        """The words that no claim word bears on: claim words, and those without a meaning of their own."""
        kinds = ("negation", "hedge", "quantifier", "plan")
        markers = frozenset(
            first for first, options in self._phrases.items()
            if any(not rest and kind in kinds and group not in ("refused", OTHER) for rest, kind, group in options)
        )  # fmt: skip
        return markers | self.tables.function_words | self.tables.without_content | self.tables.reporting

    @cached_property
    def opposites(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """For each word the pairs that it is in, and on which side."""
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for number, pair in enumerate(self.tables.opposites.split(";")):
            for side, text in enumerate(pair.split("/")):
                for entry in text.split():
                    for form in self._forms(entry):
                        found[form] = tuple(dict.fromkeys((*found.get(form, ()), (number, side))))
        return found

    def _forms(self, entry: str) -> list[str]:
        """Return the forms of a word with `*`: `deny*` is deny, denies, denied, denying."""
        return self.tables.ending_forms(entry[:-1]) if entry.endswith("*") else [entry]


def _is_within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _simple_words(words: Sequence[Word], start: int, count: int) -> tuple[str, ...]:
    return tuple(word.simple for word in words[start : start + count])
