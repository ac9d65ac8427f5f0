"""What limits an English noun after a figure: "of" and a noun, a participle, a relative clause, or what is said of it.

There is no parser here: words are read one by one, up to a date, a mark or a clause of its own.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.detect.en.actor_nouns import PEOPLE_NOUNS, PERSON_NOUNS
from dossier.detect.en.noun_forms import is_adjective, is_plural
from dossier.detect.en.word_forms import FUNCTION_WORDS
from dossier.detect.word_sets import split_words

_MAX_WORDS = 9
_TOKEN = re.compile(r"[^\W_](?:[\w’'&-]|\.(?=\w))*|[^\w\s]")
DETERMINERS = split_words("the a an his her its their our these those this that all some any more other another")
_PREPOSITIONS = split_words("in from at near by on for against between among into across through outside with to")
_OBJECT_PREPOSITIONS = split_words("in from at near by into across outside")
COPULAS = split_words("is are was were be been being")
AUXILIARIES = split_words("have has had")
_ADVERBS = re.compile(r"(?:also|already|now|still|since|so|\w{2,}ly)$")
STATES = split_words("dead missing wounded injured homeless unaccounted alive ill sick hospitalized")
_IRREGULAR_TEXT = """
    fled took left came went died fell ran sat stood met held made gave lost won sent built sold shot hurt cut caught
    fought sought brought bought taught thought broke chose spoke stole wrote rose grew drew knew threw began sank drove
    rode led fed spent put hit set paid
"""
IRREGULAR_PAST = frozenset(_IRREGULAR_TEXT.split())
_PARTICIPLE_TEXT = """
    left made given held lost sent built sold shot hurt cut caught sought brought bought broken chosen stolen written
    drawn known thrown driven led spent put hit set paid found taken seen sunk born without
"""
_IRREGULAR_PARTICIPLES = frozenset(_PARTICIPLE_TEXT.split())
_TRANSITIVE_TEXT = """
    rescued killed arrested detained evacuated injured wounded displaced destroyed damaged recovered seized deployed
    interviewed surveyed polled fired hired sacked jailed imprisoned executed freed released treated hospitalized
    vaccinated infected charged convicted indicted captured confiscated cancelled canceled closed built sold planted
    deported expelled recalled kidnapped abducted shot sunk stranded slaughtered culled screened
"""
TRANSITIVE = frozenset(_TRANSITIVE_TEXT.split())
_ENDS_TEXT = """
    as while when after before because since but following during amid despite including if until than where although
    though unless so whether who which that whose what how why ago later earlier yesterday today tomorrow tonight
    recently again too alone each apiece per every not never no nor would will could might can should must said says
    say told according he she it they we i you there about within over under
"""
_DATES_TEXT = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec last this next late early
"""
_DATES = frozenset(_DATES_TEXT.split())
ENDS = frozenset((*_ENDS_TEXT.split(), *_DATES))
"""Words at which what limits a noun ends, as a date or a clause of its own begins there."""
_CUTS = split_words("it he she they we i you him her them us me that how whether what why more about")
"""Words that a verb may need: a phrase that ends right before one says something else."""
_CLAUSE_STARTS = split_words("that said says say and but while as when after because where which who")
_BEFORE_SUBJECT = split_words("some about nearly almost only the these those all an a another")
_PERSONS = frozenset((*PERSON_NOUNS.split(), *PEOPLE_NOUNS.split(), "troops", "police", "members"))
_NO_PARTICIPLE = split_words("indeed need hundred embed bed seed weed feed speed breed shed sacred naked red")


class PhraseWord(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def read_words(text: str, start: int, end: int) -> list[PhraseWord]:
    return [PhraseWord(*match.span(), match[0]) for match in _TOKEN.finditer(text, start, end)]


def group_end(words: Sequence[PhraseWord], start: int) -> int:
    """Return where a noun with its adjectives ends: before a function word, a verb or a mark."""
    end = start
    while end < len(words) and words[end].is_word and words[end].lower not in FUNCTION_WORDS | ENDS:
        if end > start and (_is_participle(words[end].lower) or _is_gerund(words, end)):
            break
        if end > start and words[end].lower in IRREGULAR_PAST:
            break
        end += 1
    return end


def _is_gerund(words: Sequence[PhraseWord], index: int) -> bool:
    """Return whether a word on -ing begins a phrase of its own: "rain falling on parts"."""
    lower = words[index].lower
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return lower.endswith("ing") and is_adjective(lower) and following in _PREPOSITIONS


def _is_participle(lower: str) -> bool:
    if lower in _NO_PARTICIPLE:
        return False
    return lower in _IRREGULAR_PARTICIPLES or (len(lower) > 4 and lower.endswith("ed"))


def is_past(lower: str) -> bool:
    return lower in IRREGULAR_PAST or (lower not in _NO_PARTICIPLE and len(lower) > 4 and lower.endswith("ed"))


def join_words(words: Sequence[PhraseWord]) -> str:
    glue = ["", *("" if first.end == second.start else " " for first, second in pairwise(words))]
    return "".join(f"{space}{word.text}" for space, word in zip(glue, words, strict=False))


class NounLimits:
    """What follows a noun and limits it."""

    def __init__(self, words: Sequence[PhraseWord], end: int, before: Sequence[PhraseWord], unit: str | None) -> None:
        self.words, self.end, self.before = words, end, before
        self.is_measured, self.is_share = unit is not None, unit == "percent"
        self.noun = words[end - 1].lower
        self.of = ""

    def find(self) -> str | None:
        """Return what limits the noun; None if nothing does, or nothing that can be read."""
        index = self.end
        if self._at(index) == "of":
            stop = self._of_end(index)
            if stop is None:
                return None
            self.of, index = self._words(index, stop), stop
        limit = self._after(index)
        if limit is None and self.is_share:
            return None
        return " ".join(part for part in (self.of, limit) if part) or None

    def _after(self, index: int) -> str | None:
        lower = self._at(index)
        if lower in STATES and self._at(index + 1) not in ("people", "persons") and self.ends_at(index + 1):
            return lower
        if lower in COPULAS or (lower in AUXILIARIES and self._at(self._skip_adverbs(index + 1)) == "been"):
            return self._predicate(index)
        verb = self._verb_before()
        if self.is_subject() and (verb is None or is_past(lower)):
            return self._subject_of(index)
        if lower == "who" or (lower == "that" and self._at(index + 1) not in DETERMINERS):
            return self._relative(index)
        if _is_participle(lower) or (lower.endswith("ing") and len(lower) > 5):
            return self._phrase(index, prepositions=_PREPOSITIONS)
        if verb:
            return " ".join(filter(None, (verb, self._adjunct(index, _OBJECT_PREPOSITIONS))))
        if lower in _PREPOSITIONS and not self.is_measured and self._is_free():
            return self._adjunct(index, frozenset(("by", "against", "between", "among", "for")))
        if self.is_measured and lower == "for":
            return self._adjunct(index, frozenset(("for",)))
        return None

    def _predicate(self, index: int) -> str | None:
        """Return what is said of the noun by a form of "to be": "confirmed dead", "reported to be without power"."""
        index = self._skip_adverbs(index + 1)
        if self._at(index) == "been":
            index = self._skip_adverbs(index + 1)
        lower = self._at(index)
        if lower in STATES and self.ends_at(index + 1):
            return lower
        if _is_participle(lower) or (lower.endswith("ing") and len(lower) > 5 and lower != "going"):
            return self._phrase(index, prepositions=_PREPOSITIONS)
        return None

    def _subject_of(self, index: int) -> str | None:
        """Return what the noun did, as a relative clause: "who walked out at Nordhavn"."""
        start = index
        if self._at(index) in AUXILIARIES:
            index = self._skip_adverbs(index + 1)
            if not (_is_participle(self._at(index)) or self._at(index) in IRREGULAR_PAST):
                return None
        elif not is_past(self._at(index)):
            return None
        verb, following = self._at(index), self._at(index + 1)
        phrase = self._phrase(index, prepositions=_PREPOSITIONS)
        is_passive = verb in TRANSITIVE and start == index
        if phrase and is_passive and (following in _PREPOSITIONS or not following.isalpha()):
            return phrase
        if phrase is None or " " not in phrase or self._has_other_verb(index + 1):
            return None
        who = "who" if self.noun in _PERSONS or self.noun.removesuffix("s") in _PERSONS else "that"
        lead = self._words(start, index)
        return " ".join(filter(None, (who, lead, phrase)))

    def _relative(self, index: int) -> str | None:
        phrase = self._phrase(index + 1, prepositions=_PREPOSITIONS, is_clause=True)
        return f"{self._at(index)} {phrase}" if phrase and len(phrase.split()) > 1 else None

    def _phrase(self, index: int, *, prepositions: frozenset[str], is_clause: bool = False) -> str | None:
        """Return a verb with what follows it, up to a date, a mark or a clause; None if it is long or cut short."""
        stop, last_preposition = index + 1, 0
        if self._at(stop) == "and" and _is_participle(self._at(stop + 1)):
            stop += 2
        if is_clause and self._at(index) in COPULAS | AUXILIARIES:
            stop += 1
        while stop < len(self.words) and (self.words[stop].is_word or self._list_end(stop)):
            lower = self.words[stop].lower
            if listed := self._list_end(stop):
                stop = listed
                continue
            if lower in _CUTS or lower[0].isdigit():
                return None
            if lower in ENDS or (lower in ("and", "or") and not self._joins_noun(stop)):
                break
            if lower in COPULAS and self._at(stop - 1) != "to":
                return None
            if lower in prepositions:
                last_preposition = stop
            if stop - index >= _MAX_WORDS - 1:
                return self._words(index, last_preposition) if last_preposition > index + 1 else None
            stop += 1
        if stop < len(self.words) and not self.words[stop].is_word and self.words[stop].text in "“\"‘'(%$":
            return None
        if self._at(stop - 1) in FUNCTION_WORDS and stop > index + 1:
            stop -= 1
            if self._at(stop + 1) not in _DATES or self._at(stop - 1) in FUNCTION_WORDS:
                return None
        is_gerund = stop == index + 1 and self._at(index).endswith("ing")
        return None if is_gerund else self._words(index, stop)

    def _adjunct(self, index: int, prepositions: frozenset[str]) -> str | None:
        """Return a preposition with its noun, if one of these follows: "from rooftops, vehicles and trailers"."""
        if self._at(index) not in prepositions:
            return None
        return self._phrase(index, prepositions=prepositions) if self._at(index + 1) not in ("", *ENDS) else None

    def _list_end(self, index: int) -> int | None:
        """Return where a list that goes on at a comma ends: ", vehicles and trailers"; None if it is none."""
        while self._at(index) == "," and self._at(index + 2) in (",", "and", "or"):
            index += 2
            if self._at(index) in ("and", "or") or self._at(index + 1) in ("and", "or"):
                joint = index + int(self._at(index) == ",")
                return joint + 2 if self._joins_noun(joint) else None
        return None

    def _joins_noun(self, index: int) -> bool:
        """Return whether an "and" joins two nouns: the second ends what is read, or goes on with a preposition."""
        following = [self._at(index + 1), self._at(index + 2)]
        is_noun = following[0].isalpha() and following[0] not in FUNCTION_WORDS | ENDS and not is_past(following[0])
        return is_noun and (not following[1].isalpha() or following[1] in _PREPOSITIONS | ENDS | {"of"})

    def _of_end(self, index: int) -> int | None:
        start = index + 1
        while self._at(start) in DETERMINERS:
            start += 1
        stop = group_end(self.words, start)
        if self._at(stop) == "and" and self._joins_noun(stop):
            stop = group_end(self.words, stop + 1)
        if stop > start and self._at(stop) == "of":
            following = group_end(self.words, stop + 1)
            stop = following if following > stop + 1 else stop
        return stop if start < stop <= start + _MAX_WORDS - 2 else None

    def is_subject(self) -> bool:
        """Return whether the figure is where a clause begins, so that a verb in the past is its verb."""
        before = [*self.before]
        while before and before[-1].lower in _BEFORE_SUBJECT:
            before.pop()
        return not before or before[-1].lower in _CLAUSE_STARTS or not (before[-1].is_word or before[-1].text == "$")

    def _is_free(self) -> bool:
        """Return whether what is before the figure is no verb to which a preposition after the noun may belong."""
        before = self.before[-1].lower if self.before else ""
        return before in ("", "including", "among", ",", "were", "was", "are")

    def _verb_before(self) -> str | None:
        end = len(self.before)
        if end and self.before[-1].lower == "and":  # "rescued 500 people and 61 pets"
            end = next((end for end in range(end - 1, max(0, end - 6), -1) if not self._is_of_noun(end - 1)), 0)
        lower = self.before[end - 1].lower if end else ""
        if lower not in TRANSITIVE or self.is_measured:
            return None
        before = self.before[end - 2].lower if end > 1 else ""
        return None if before in COPULAS | {"not", "never"} or before.endswith(("n’t", "n't")) else lower

    def _is_of_noun(self, index: int) -> bool:
        word = self.before[index]
        return word.is_word and not is_past(word.lower) and word.lower not in FUNCTION_WORDS

    def _has_other_verb(self, index: int) -> bool:
        """Return whether a clause has a second finite verb, so that the first may be a participle."""
        for word in self.words[index:]:
            if not word.is_word and word.text in ",;:.—–":
                return False
            if word.lower in COPULAS | AUXILIARIES or word.lower in ("will", "would", "said", "did", "could"):
                return True
        return False

    def _skip_adverbs(self, index: int) -> int:
        while _ADVERBS.fullmatch(self._at(index)):
            index += 1
        return index

    def ends_at(self, index: int) -> bool:
        lower = self._at(index)
        is_noun = lower.isalpha() and lower not in FUNCTION_WORDS | ENDS and (is_plural(lower) or is_adjective(lower))
        return not is_noun or is_past(lower)

    def _at(self, index: int) -> str:
        return self.words[index].lower if index < len(self.words) else ""

    def _words(self, start: int, stop: int) -> str:
        return join_words(self.words[start:stop])
