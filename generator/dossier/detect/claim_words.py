"""Find the words on which the strength of a claim depends: negations, hedges, quantifiers, plans, opposites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from dossier.detect.claim_tables import ClaimTables, Word
from dossier.detect.word_sets import letter_runs

MAX_TARGETS = 3
"""How many content words after a claim word it may bear on."""
MAX_DISTANCE = 8
"""How many words after a claim word the first of these may be."""
PARTNER_WITHIN = 7
"""Within how many words after a "ne" its "pas" is."""
CORRECTED_WITHIN = 16
"""Within how many words after a "not" what is true instead is."""
_CLAUSE_END = re.compile(r"[,;:!?…()—–]|\.(?=[”\"’)\]]*\s)|\.$")
OTHER = "other"
"""The groups of words that may do the same as those of the other groups of their kind."""
INTENDS = "intends"
"""The group of verbs such as "want" and "must", which plan what an infinitive after them names, and nothing else."""
INFINITIVE_WITHIN = 3
"""Within how many words after one of these its infinitive is."""


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
        before = self.tables.before_infinitive
        found = {index for index in range(1, len(self.words)) if self.words[index - 1].stem == before}
        if self.tables.infinitive is not None:
            found |= {index for index, word in enumerate(self.words) if self.tables.is_infinitive(word.text)}
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

    def cache_clear(self) -> None:
        """Forget the texts and words that have been read; what takes much memory has a function of this name."""
        for function in (self.read, self.find_signs, self._known):
            function.cache_clear()

    def is_about_reports(self, word: str) -> bool:
        """Return whether a word in lower case says who reports something, and how."""
        tables = self.tables
        return word in tables.reporting or word in tables.framing or tables.saying.fullmatch(word) is not None

    def _read(self, text: str) -> Claim:
        """Return the words of a text, and those that its strength depends on."""
        words = tuple(self._words(text))
        if self.tables.revise:
            words = tuple(self.tables.revise(list(words)))
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
        if self.tables.is_by_stem:
            return self._signs_of(self.read(text))
        if not text.isascii() or "'" in text:
            others = " ".join(part for part in text.split() if "'" in part or not part.isascii())
            written = {self._known(word).simple for word in self.tables.word.findall(others)}
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

    def _signs_of(self, claim: Claim) -> ClaimSigns:
        kinds = {word.kind for word in claim.claim_words if word.group != OTHER or word.kind == "quantifier"}
        return ClaimSigns(frozenset(kinds), frozenset(side for word in claim.words for side in self.sides_of(word)))

    def sides_of(self, word: Word) -> tuple[tuple[int, int], ...]:
        """Return the pairs of opposites that a word is in, and on which side."""
        sides = self.opposites.get(word.simple, ())
        return sides if not self.tables.is_by_stem else (*sides, *self.opposites.get(f"*{word.stem}", ()))

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
        for match in self.tables.word.finditer(text):
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
        by_stem, future, corrections = self.tables.is_by_stem, self.tables.future, self.tables.corrections
        for place, word in enumerate(words):
            denial = _NOT if contraction is not None and contraction.search(word.simple) else ()
            options = (*denial, *phrases.get(word.simple, ()))
            if by_stem:
                options = (*options, *phrases.get(f"*{word.stem}", ()))
                if future is not None and future.fullmatch(word.text.casefold()):
                    yield ClaimWord("plan", "will", word.text, word.start, place, (place,))
            for rest, kind, group in options:
                if place < ends[kind] or (rest and _simple_words(words, place + 1, len(rest)) != rest):
                    continue
                end = ends[kind] = place + 1 + len(rest)
                if not self._has_partner(words, place):
                    continue
                if group == "not" and any(other.simple in only for other in words[end : end + 6]):
                    continue  # We are not saying that we need only money, but also food.
                last = words[end - 1]
                written = text[word.start : last.start + len(last.text)]
                targets = self._targets(words, group, place, end)
                if group == INTENDS:
                    intended = self._intended(words, place, end, targets)
                    targets, group = (intended, group) if intended else (targets, OTHER)
                elif self.tables.is_verb_last:
                    targets = self._targets_of_verb(words, kind, group, place, targets)
                    if group == "will" and not targets:
                        continue
                if group == "not" and any(other.simple in corrections for other in words[end : end + CORRECTED_WITHIN]):
                    group = OTHER
                yield ClaimWord(kind, group, written, word.start, place, tuple(targets))

    def _has_partner(self, words: Sequence[Word], place: int) -> bool:
        """Return whether a word that denies only together with another has that within a few words."""
        partners = self.tables.partners.get(words[place].simple)
        clause = words[place].clause
        near = words[place + 1 : place + PARTNER_WITHIN]
        return partners is None or any(word.simple in partners and word.clause == clause for word in near)

    def _targets_of_verb(
        self, words: Sequence[Word], kind: str, group: str, index: int, after: Sequence[int]
    ) -> list[int]:
        """Return the targets where verbs may come first or last.

        After a "not" are those that follow, then the verb and the nouns before; of a plan, the infinitive at the end.
        """
        if group == "will" and self.tables.infinitive is not None:
            return self._last_infinitive(words, index)
        if kind != "negation":
            return [*after]
        clause = words[index].clause
        before = [place for place in range(index) if words[place].clause == clause and words[place].has_content]
        before.sort(key=lambda place: (words[place].text[0].isupper(), -place))
        return [*after[:MAX_TARGETS], *before[:MAX_TARGETS]]

    def _intended(self, words: Sequence[Word], index: int, end: int, after: Sequence[int]) -> list[int]:
        """Return the targets from the infinitive on that names what is wanted; none without one."""
        if self.tables.is_verb_last:
            return self._last_infinitive(words, index)
        for place in range(end, min(end + INFINITIVE_WITHIN, len(words))):
            if words[place].clause == words[index].clause and self.tables.is_infinitive(words[place].text):
                reached = [target for target in after if target >= place]
                later = (target for target in reached[1:] if not self.tables.is_past(words[target].text))
                return [*reached[:1], *later]  # She wants to close it, and closed it.
        return []

    def _last_infinitive(self, words: Sequence[Word], index: int) -> list[int]:
        """Return the infinitive at the end of the clause, or else the one with "zu" in the next clause."""
        infinitive, clause = self.tables.infinitive, words[index].clause
        found: dict[int, int] = {}
        for place in range(index + 1, len(words)):
            word = words[place]
            is_own, is_next = word.clause == clause, word.clause == clause + 1
            is_wanted = is_own or (is_next and words[place - 1].stem == self.tables.before_infinitive)
            if is_wanted and word.has_content and infinitive is not None and infinitive.fullmatch(word.text):
                found[word.clause] = place
        return [*found.values()][:1]

    def _targets(self, words: Sequence[Word], group: str, index: int, end: int) -> list[int]:
        """Return the indexes of the content words that follow in the clause.

        A plan to say something is none to do it.
        """
        clause, reporting = words[index].clause, self.tables.reporting
        near = [
            position for position in range(end, min(end + MAX_DISTANCE, len(words))) if words[position].clause == clause
        ]
        targets = [position for position in near if words[position].has_content or words[position].simple in reporting]
        if (group != "not" or self.tables.is_by_stem) and targets and words[targets[0]].simple in reporting:
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
                    if self.tables.is_by_stem:
                        rest = [self.tables.form(word).simple for word in rest]
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
        if self.tables.is_by_stem:
            form = self.tables.form(entry.removesuffix("*"))
            return [f"*{form.stem}" if entry.endswith("*") else form.simple]
        assert self.tables.ending_forms is not None
        return self.tables.ending_forms(entry[:-1]) if entry.endswith("*") else [entry]


def _is_within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _simple_words(words: Sequence[Word], start: int, count: int) -> tuple[str, ...]:
    return tuple(word.simple for word in words[start : start + count])
