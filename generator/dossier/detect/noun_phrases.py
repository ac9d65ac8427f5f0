"""Find the words that name the subject of a verb: a name, a description ("a spokesman for the ministry") or a pronoun.

There is no parser here. A subject is read outwards from its verb: auxiliaries, adverbs and what stands between commas
are skipped, then a name or a pronoun, or words back to an article, are the subject.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from dossier.detect.name_mentions import NameMention
from dossier.text.spans import Bounds

HIDDEN = "\0"
"""Stands for each character of a quotation."""
_MARK = re.compile(r"[,;:()—\0]")
_PAUSE_OR_END = re.compile(r"\s*(?:[,.;:)—–\0]|$)")
_MAX_LENGTH = 300
"""How far from its verb a subject may begin, in code points."""
_MAX_WORDS = 9
"""Longer descriptions are not looked for."""
_MAX_PLURAL_WORDS = 4
"""How many words a description without an article has at most, as in "senior Colombian officials"."""

SubjectKind = Literal["name", "description", "pronoun"]


class Subject(NamedTuple):
    """Who says something, as `text[start:end]` of its text (code points, end-exclusive)."""

    start: int
    end: int
    kind: SubjectKind


@dataclass(frozen=True)
class SubjectWords:
    """The words of a language that show where a subject begins and ends, as patterns of whole words."""

    pronouns: str
    auxiliaries: str
    """What may stand between a subject and its verb: auxiliaries and adverbs."""
    determiners: str
    """What begins a description: articles, possessives, numerals."""
    outside: str
    """What is part of no description: conjunctions, auxiliaries, pronouns."""
    prepositions: str
    joining: str
    """Those of the prepositions that join two parts of a description: "a spokesman for the ministry"."""
    relative: str
    """Relative pronouns, whose subject is before them."""
    participles: str
    """What may stand between a noun and a preposition: "protesters marching through the streets"."""
    plural: str
    """A last word of a description without an article: "officials", "police"."""
    after_subject: str
    """What ends a subject that follows its verb: "said Holm on Friday"."""
    never_names: str
    """Words that have a capital because they begin a sentence."""
    adverbs: str
    """Other words that may stand between a subject and its verb, such as those in "-ly"."""
    plural_verbs: str = r"(?!)"
    """Forms of verbs and auxiliaries that follow no single name: "have", "say"."""
    gerunds: str = r"(?!)"
    """Forms of a verb that have the subject of another: "saying"."""
    before_no_plural: str = r"(?!)"
    """Determiners that no plural follows, so that they are something else before one: the "that" of "that they say"."""
    possessive: str = r"(?!)"
    """The end of the word for an owner: "Holm's"."""
    elided: str = r"(?!)"
    """Words that are written together with the next one: the "l'" of French."""
    genitives: str = r"(?!)"
    """Determiners that join two parts of a description on their own: "ein Sprecher der Polizei"."""
    before_subject: str = r"(?!)"
    """What may be between a verb and the subject that follows it: "dijo ayer Holm"."""
    oblique: str = r"(?!)"
    """Determiners of which no subject has one: "den"."""
    capital_nouns: bool = False
    """Whether nouns that are no names are capitalised."""
    inverts: bool = False
    """Whether the subject may follow its verb in any sentence: "Así lo dijo Holm"."""
    heads_first: bool = False
    """Whether the noun is the first word of a description, and not the last: "fuentes de la policía"."""


class SubjectFinder:
    """Finds subjects in one text whose quotations are hidden."""

    def __init__(self, text: str, names: Sequence[NameMention], words: SubjectWords) -> None:
        self.text, self.names = text, names
        self._patterns = _compiled(words)
        self._name_by_end = {name.end: name for name in names}

    def before_verb(self, start: int, verb: Bounds) -> Subject | None:
        """Return the subject before a verb whose clause begins at `start`."""
        patterns, start = self._patterns, max(start, verb.start - _MAX_LENGTH)
        end = self.start_of_verb(start, verb)
        words = self.text[start:end].rstrip()
        if words.endswith(",") and patterns.gerund.match(self.text, verb.start):
            return None
        if relative := patterns.relative.search(words):
            end = start + relative.start()
        return self.ending_at(start, end)

    def start_of_verb(self, start: int, verb: Bounds) -> int:
        """Return where a verb begins with its auxiliaries and adverbs, which are not looked for before `start`."""
        end = verb.start
        while skipped := self._patterns.auxiliary.search(words := self.text[start:end].rstrip()):
            if start + len(words) in self._name_by_end:  # The "Assembly" of a name is no adverb.
                break
            end = start + skipped.start()
        return end

    def of_verb(self, start: int, verb: Bounds, end: int) -> Subject | None:
        """Return the subject of a verb whose clause begins at `start`; nothing after `end` is looked at.

        Where it may follow the verb, it does if what is before the verb is part of something else.
        """
        before = self.before_verb(start, verb)
        if not self._patterns.words.inverts:
            return before
        is_other = before is None or self._patterns.in_phrase.search(self.text[start : before.start])
        is_relative = self._patterns.relative.search(self.text[start : verb.start].rstrip())
        if before and (not is_other or is_relative):
            return before
        return self.after_verb(verb, end) or before

    def is_next(self, start: int, verb: Bounds) -> bool:
        """Return whether only auxiliaries and adverbs are between an offset and a verb."""
        return self._patterns.auxiliaries.fullmatch(self.text, start, verb.start) is not None

    def has_no_subject(self, verb: Bounds, end: int) -> bool:
        """Return whether nothing that could be the subject of a verb follows it."""
        rest = self.text[verb.end : end]
        return not rest.strip() or self._patterns.after_subject.match(rest) is not None

    def is_in_phrase(self, start: int, name: NameMention) -> bool:
        """Return whether a preposition is before a name, in a sentence that begins at `start`."""
        return self._patterns.in_phrase.search(self.text[start : name.start]) is not None

    def after_verb(self, verb: Bounds, end: int) -> Subject | None:
        """Return the subject that directly follows a verb: "said Caddell"; nothing after `end` is looked at."""
        patterns = self._patterns
        if inverted := patterns.inverted.match(self.text, verb.end, end):
            return Subject(*inverted.span(1), "pronoun")
        skipped = patterns.before_subject.match(self.text, verb.end, end)
        if not skipped or patterns.oblique.match(self.text, skipped.end(), end):
            return None
        return self._subject_at(skipped.end(), end)

    def following(self, words: Bounds, end: int) -> Subject | None:
        """Return who is named directly after words such as "according to"; nothing after `end` is looked at."""
        start = words.end + len(self.text[words.end : end]) - len(self.text[words.end : end].lstrip())
        return self._subject_at(start, end) if start > words.end else None

    def _subject_at(self, start: int, end: int) -> Subject | None:
        rest, patterns = self.text[start:end], self._patterns
        if pronoun := patterns.pronoun.match(rest):
            return Subject(start, start + pronoun.end(), "pronoun")
        name = self._name_from(start)
        if name and name.start < end and patterns.before_name.fullmatch(self.text, start, name.start):
            return Subject(name.start, name.end, "name")
        limit = patterns.after_subject.search(rest)
        words = rest[: limit.start() if limit else len(rest)].rstrip()
        if not words or len(words.split()) > _MAX_WORDS:
            return None
        is_described = patterns.described.match(words) is not None
        if patterns.words.capital_nouns and not is_described and (noun := patterns.first_noun.match(words)):
            words = words[: noun.end()] if patterns.plural_word.fullmatch(noun["noun"]) else words
        if is_described or patterns.plural.fullmatch(words):
            named = self._apposed(start + len(words)) if patterns.words.inverts else None
            return (
                Subject(named.start, named.end, "name") if named else Subject(start, start + len(words), "description")
            )
        if patterns.words.capital_nouns and (word := patterns.name_words.match(words)):
            return None if patterns.never_name.fullmatch(word[0]) else Subject(start, start + word.end(), "name")
        return None

    def _name_from(self, start: int) -> NameMention | None:
        index = bisect_left(self.names, start, key=lambda name: name.start)
        return self.names[index] if index < len(self.names) else None

    def _apposed(self, end: int) -> NameMention | None:
        """Return the name between commas after a description: "el alcalde de Nordhavn, Rolf Brandt,"."""
        name = self._name_from(end)
        is_next = name is not None and self.text[end : name.start].strip(" \xa0") == ","
        return name if name and is_next and _PAUSE_OR_END.match(self.text, name.end) else None

    def ending_at(self, start: int, end: int) -> Subject | None:
        """Return the subject that ends at `end`; if it only belongs to one before it, that one."""
        found = self.possessor_ending_at(start, end)
        if not found:
            return None
        is_other = found.kind == "name" and self._is_plural(end)
        preposition = self._patterns.preposition_last.search(self.text[start : found.start])
        if not preposition:
            return None if is_other and self._is_described(start, found) else found
        before = self._patterns.participle_last.sub("", self.text[start : start + preposition.start()])
        outer = self.ending_at(start, start + len(before)) if not before.endswith(",") else None
        if outer and outer.kind == "description" and self._patterns.words.heads_first:
            between = self.text[start + preposition.start() : found.start].split()
            is_part = bool(between) and self._patterns.joining.fullmatch(between[0])
            return outer._replace(end=found.end) if is_part else outer
        return outer or (None if is_other else found)

    def _is_described(self, start: int, name: Subject) -> bool:
        """Return whether the word before a name says what it is: "to president Holm"."""
        word = self.text[start : name.start].rstrip().rpartition(" ")[2]
        other = self._patterns.outside.fullmatch(word) or self._patterns.determiner.fullmatch(word)
        return word.islower() and not other

    def has_plural(self, start: int, verb: Bounds) -> bool:
        """Return whether a verb, or its auxiliary, has a form that follows no single name."""
        return self._is_plural(self.start_of_verb(max(start, verb.start - _MAX_LENGTH), verb))

    def _is_plural(self, offset: int) -> bool:
        return self._patterns.plural_verb.match(self.text, offset) is not None

    def possessor_ending_at(self, start: int, end: int) -> Subject | None:
        """Return the subject that ends at `end`, whatever is before it."""
        words = self.text[start:end].rstrip()
        end = start + len(words)
        if pronoun := self._patterns.pronoun_last.search(words):
            return Subject(start + pronoun.start(1), start + pronoun.end(1), "pronoun")
        if words.endswith(","):
            return self._before_apposition(start, words[:-1])
        if words.endswith(")") and "(" in words:
            return self.possessor_ending_at(start, start + words.rindex("("))
        found = [Bounds(start + word.start(), start + word.end()) for word in self._patterns.word.finditer(words)]
        possessive = self._patterns.possessive.search(words)
        name = self._name_by_end.get(end) or (possessive and self._name_by_end.get(start + possessive.start()))
        if name and name.start >= start:
            return self._described(found, name) or Subject(name.start, name.end, "name")
        described = self._description_start(found)
        if described is not None:
            return Subject(described, end, "description")
        return self._without_article(found)

    def _before_apposition(self, start: int, words: str) -> Subject | None:
        """Return the subject before what stands between commas: "Phil Lovas, the chairman," or "Moore, 41,"."""
        comma = words.rfind(",")
        while comma > 0:
            between = words[comma + 1 :].strip()
            subject = self.possessor_ending_at(start, start + comma)
            if subject and HIDDEN not in between and self._patterns.apposition.match(between):
                named = self._apposed(start + comma) if subject.kind == "description" else None
                return Subject(named.start, named.end, "name") if named and self._patterns.words.inverts else subject
            comma = words.rfind(",", 0, comma)
        return None

    def _described(self, words: Sequence[Bounds], name: NameMention) -> Subject | None:
        """Return a description that ends in a name: "a spokesman for Holm"."""
        before = [word for word in words if word.end <= name.start]
        if self._patterns.words.inverts and len(before) > 2 and self._is_determiner(before[-1]):
            before = before[:-1]  # "El presidente de la Comisión Europea".
        if len(before) < 2 or not self._joins(before, len(before) - 1):
            return None
        start = self._description_start(before[:-1])
        return Subject(start, name.end, "description") if start is not None else None

    def _description_start(self, words: Sequence[Bounds]) -> int | None:
        """Return where the description begins of which these are the last words."""
        patterns = self._patterns
        for index in range(len(words) - 1, max(len(words) - 1 - _MAX_WORDS, -1), -1):
            word = self.text[words[index].start : words[index].end]
            is_last = index == len(words) - 1
            if patterns.genitive.fullmatch(word) and index and not is_last:
                further = self._description_start(words[:index])
                if further is not None:
                    return further
            if patterns.determiner.fullmatch(word):
                if self._is_before_plural(word, words[index + 1 :]):
                    return words[index + 1].start
                further = self._description_start(words[: index - 1]) if self._joins(words, index - 1) else None
                return further if further is not None else None if is_last else words[index].start
            if patterns.possessive.search(word) and not is_last:
                owner = bisect_right(self.names, words[index].start, key=lambda name: name.start) - 1
                is_name = owner >= 0 and words[index].start < self.names[owner].end
                return self.names[owner].start if is_name else words[index].start
            if _MARK.fullmatch(word) or patterns.outside.fullmatch(word):
                return None
        return None

    def _is_before_plural(self, word: str, noun: Sequence[Bounds]) -> bool:
        """Return whether a word is no determiner, since a plural follows: the "that" of "floods that officials say"."""
        patterns, texts = self._patterns, [self.text[part.start : part.end] for part in noun]
        is_plural = bool(texts) and patterns.plural_word.fullmatch(texts[-1]) is not None
        is_simple = is_plural and all(map(self._continues, texts))
        return is_simple and patterns.before_no_plural.fullmatch(word) is not None

    def _is_determiner(self, word: Bounds) -> bool:
        return self._patterns.determiner.fullmatch(self.text, word.start, word.end) is not None

    def _joins(self, words: Sequence[Bounds], index: int) -> bool:
        """Return whether a word joins two parts of a description: the "for" of "a spokesman for"."""
        if index < 1:
            return False
        noun, joining = (self.text[word.start : word.end] for word in words[index - 1 : index + 1])
        return (
            self._patterns.joining.fullmatch(joining) is not None
            and (noun.islower() or self._patterns.words.capital_nouns)
            and not self._patterns.outside.fullmatch(noun)
        )

    def _without_article(self, words: Sequence[Bounds]) -> Subject | None:
        """Return a description without an article, or a name that is in no list of names."""
        if not words:
            return None
        patterns, texts = self._patterns, [self.text[word.start : word.end] for word in words]
        first = len(words) - 1
        if patterns.plural_word.fullmatch(texts[-1]):
            while len(words) - first < _MAX_PLURAL_WORDS and first > 0 and self._continues(texts[first - 1]):
                first -= 1
            return Subject(words[first].start, words[-1].end, "description")
        if patterns.words.heads_first and (start := self._plural_start(texts)) is not None:
            return Subject(words[start].start, words[-1].end, "description")
        if not patterns.name_word.fullmatch(texts[-1]) or patterns.never_name.fullmatch(texts[-1]):
            return None
        while first > 0 and patterns.name_word.fullmatch(texts[first - 1]):
            first -= 1
        return Subject(words[first].start, words[-1].end, "name")

    def _plural_start(self, words: Sequence[str]) -> int | None:
        """Return the index of a plural that begins a clause, of which the last words are: "funcionarios del puerto"."""
        patterns = self._patterns
        for index in range(len(words) - 1, max(len(words) - 1 - _MAX_WORDS, -1), -1):
            is_first = index == 0 or _MARK.fullmatch(words[index - 1]) or patterns.outside.fullmatch(words[index - 1])
            if is_first:
                return index if patterns.plural_word.fullmatch(words[index]) else None
            if patterns.outside.fullmatch(words[index]) or not words[index].islower():
                return None
        return None

    def _continues(self, word: str) -> bool:
        patterns = self._patterns
        other = _MARK.fullmatch(word) or patterns.outside.fullmatch(word) or patterns.preposition.fullmatch(word)
        return not other


class _Patterns:
    """The patterns made from the words of a language."""

    def __init__(self, words: SubjectWords) -> None:
        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.IGNORECASE)

        self.words = words
        self.pronoun = compiled(rf"(?:{words.pronouns})\b")
        self.inverted = compiled(rf"[-‑](?:t[-‑])?({words.pronouns})\b")
        self.before_subject = compiled(rf"\s+(?:(?:{words.before_subject})\s+)*")
        self.auxiliaries = compiled(rf"(?:(?:{words.auxiliaries}|{words.adverbs})\s+)*")
        self.oblique = compiled(rf"(?:{words.oblique})\b")
        self.genitive = re.compile(words.genitives)
        noun = rf"(?:{words.determiners})(?:\s+|(?<=['’]))(?:[\w-]+\s+){{0,2}}|(?-i:[a-zß-ÿ])[\w-]+\s+"
        self.in_phrase = compiled(rf"(?<!\w)(?:{words.prepositions})\s+(?:{noun})?$")
        self.pronoun_last = compiled(rf"(?<![\w'’])({words.pronouns})(?:['’](?:{words.auxiliaries}))?$")
        self.auxiliary = compiled(
            rf"(?:[\s,]+(?:{words.auxiliaries}|{words.adverbs})|(?<=\w)['’](?:{words.auxiliaries}))$"
        )
        self.plural_verb = compiled(rf"\s*(?:{words.plural_verbs})\b")
        self.gerund = compiled(rf"(?:{words.gerunds})\b")
        self.before_no_plural = compiled(words.before_no_plural)
        self.possessive = compiled(rf"(?:{words.possessive})$")
        self.word = compiled(rf"(?:{words.elided})(?=\w)|[^\s,;:()—\0]+|[,;:()—\0]")
        self.relative = compiled(rf",?\s+(?:{words.relative})$")
        self.determiner = compiled(words.determiners)
        self.outside = compiled(rf"{words.outside}|{words.pronouns}|{words.auxiliaries}")
        self.preposition = compiled(words.prepositions)
        self.preposition_last = compiled(rf"(?<!\w)(?:{words.prepositions})\s+(?:(?:{words.determiners})\s+)?$")
        self.participle_last = compiled(rf"\s+(?:{words.participles})\s*$")
        self.joining = compiled(words.joining)
        self.first_noun = re.compile(r"(?:[a-zß-ÿ][\w-]+ ){0,3}(?P<noun>[A-ZÀ-ÖØ-Þ][\w-]+)(?= [a-zß-ÿ]|$)")
        self.plural_word = re.compile(words.plural)
        self.plural = re.compile(
            rf"(?:{words.plural})(?:\s.*)?" if words.heads_first else rf"(?:[\w-]+ ){{0,3}}(?:{words.plural})"
        )
        self.after_subject = compiled(rf"[,.;:—!?(\0]|\s(?:{words.after_subject})\b")
        self.described = compiled(rf"(?:{words.determiners})(?:\s+|(?<=['’]))\w")
        excluded = rf"(?!(?:{words.outside}|{words.prepositions}|{words.pronouns})\b)"
        self.before_name = compiled(rf"(?:(?:{words.determiners})(?:\s+|(?<=['’])))?(?:{excluded}[\w'’.-]+\s+){{0,6}}")
        apposition = r"[^\W\d_][\w-]*" if words.inverts else r"[a-z][\w-]*|[A-Z]\S*$"
        self.apposition = re.compile(rf"(?:(?i:{words.determiners}|{words.relative})|\d+|{apposition})(?!\w)")
        self.name_word = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]+")
        self.name_words = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?: (?:von|zu|van|de|der|[A-ZÀ-ÖØ-Þ][\w'’-]+))*(?<=\w)")
        self.never_name = compiled(rf"{words.never_names}|{words.outside}|{words.prepositions}|{words.determiners}")


@lru_cache(maxsize=16)
def _compiled(words: SubjectWords) -> _Patterns:
    return _Patterns(words)
