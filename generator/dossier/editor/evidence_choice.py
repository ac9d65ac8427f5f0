"""The passage that a sentence is based on, if its words leave only one choice."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cached_property, partial
from typing import NamedTuple

from dossier.detect.date_mentions import DateMention
from dossier.detect.detectors import Detectors
from dossier.detect.languages import find_quotations_in
from dossier.detect.quantity_mentions import QuantityMention, quantities_match
from dossier.match.normalize import normalize
from dossier.model.quantity import Quantity
from dossier.text.spans import Bounds, Spanning, span_contains

WORD = re.compile(r"[^\W_]+")
DIGIT = re.compile("[0-9]")
EDGE_PUNCTUATION = " .,;:!?-"
MIN_WORD_LENGTH = 3
MIN_DISTINCTIVE_WORDS = 2


class Candidate:
    """Evidence that a sentence may be based on: the target of its mark, its words, and what reads their language."""

    def __init__(self, target: str, text: str, detectors: Detectors | None) -> None:
        self.target = target
        self.text = text
        self.detectors = detectors

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, without case and accents."""
        return frozenset(content_words(self.text, self.detectors))

    @cached_property
    def dates(self) -> list[DateMention]:
        return self.detectors.find_dates(self.text) if self.detectors else []

    @cached_property
    def quantities(self) -> list[QuantityMention]:
        return self.detectors.find_quantities(self.text) if self.detectors else []

    @cached_property
    def folded(self) -> str:
        """Its text without case and accents."""
        return fold(self.text)


class Term(NamedTuple):
    """A figure, date, quotation or word of a sentence, as it is written there, and how to find it in evidence."""

    text: str
    is_word: bool
    occurs_in: Callable[[Candidate], bool]

    @property
    def identifies(self) -> bool:
        """Whether one occurrence is enough to identify the evidence, as of a quotation, a date or figures."""
        return not self.is_word and (" " in self.text or DIGIT.search(self.text) is not None)


class SharedWords(NamedTuple):
    """The target of a candidate's mark, and the words that it shares with a sentence."""

    target: str
    words: tuple[str, ...] = ()


class Choice(NamedTuple):
    """The only candidate that a sentence can be based on, or None; and what candidates share with it, most first."""

    chosen: Candidate | None
    shared: tuple[SharedWords, ...]


def choose_evidence(
    sentence: str, candidates: Sequence[Candidate], detectors: Detectors | None, subject: Set[str] = frozenset()
) -> Choice:
    """Choose the evidence of a sentence (plain text, without markup). `subject` are folded words that do not count.

    `detectors` read the language of the sentence.

    A candidate is chosen if

    - it has every figure, date and quotation of the sentence, and every word of it that any candidate has;
    - only this candidate has a date, a quotation, figures in digits or at least two words of the sentence;
    - it has more than half of the sentence's words;
    - it says "not", "no" or the like if the sentence does.

    Words count without case and accents, but in the same form: `soldier` is not `soldiers`. Common words, such as
    "the" and "after", and words of reporting, such as "says", do not count.
    """
    terms = list(_terms(sentence, subject, detectors))
    found = [[candidate for candidate in candidates if term.occurs_in(candidate)] for term in terms]
    shared = [SharedWords(candidate.target, _shared_words(terms, candidate)) for candidate in candidates]
    shared.sort(key=lambda candidate: -len(candidate.words))
    chosen = [
        candidate
        for candidate in candidates
        if _is_only_choice(candidate, terms, found) and _may_deny(candidate, sentence, detectors)
    ]
    return Choice(chosen[0] if len(chosen) == 1 else None, tuple(candidate for candidate in shared if candidate.words))


def content_words(text: str, detectors: Detectors | None) -> Iterator[str]:
    """Yield the words of a text that say what it is about, without case and accents, in order."""
    words = detectors.name_words if detectors else None
    others = words.common | words.reporting if words else frozenset()
    for match in WORD.finditer(fold(text)):
        if len(match[0]) >= MIN_WORD_LENGTH and match[0] not in others:
            yield match[0]


def fold(text: str) -> str:
    """Return text without case and accents, and with plain quotation marks and hyphens."""
    return normalize(text, ("typography", "unicode form", "case", "diacritics")).chars


def _is_only_choice(candidate: Candidate, terms: Sequence[Term], found: Sequence[Sequence[Candidate]]) -> bool:
    for term, holders in zip(terms, found, strict=True):
        if candidate not in holders and (holders or not term.is_word):
            return False
    own = [term for term, holders in zip(terms, found, strict=True) if holders == [candidate]]
    if not any(term.identifies for term in own) and len(own) < MIN_DISTINCTIVE_WORDS:
        return False
    words = [candidate in holders for term, holders in zip(terms, found, strict=True) if term.is_word]
    return not words or sum(words) > len(words) / 2


def _may_deny(candidate: Candidate, sentence: str, detectors: Detectors | None) -> bool:
    """Return whether a candidate denies something if the sentence does, as far as their words are read."""
    if detectors is None or detectors.negation is None or not detectors.negation.search(sentence):
        return True
    own = candidate.detectors.negation if candidate.detectors else None
    return own is None or own.search(candidate.text) is not None


def _shared_words(terms: Sequence[Term], candidate: Candidate) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.text for term in terms if term.occurs_in(candidate)))


def _terms(sentence: str, subject: Set[str], detectors: Detectors | None) -> Iterator[Term]:
    """Yield the terms of a sentence: quotations, dates in figures, quantities, then each other word once."""
    for quotation in find_quotations_in(sentence, detectors):
        words = sentence[quotation.inner_start : quotation.inner_end]
        yield Term(words, False, partial(_has_words, fold(words).strip(EDGE_PUNCTUATION)))
    all_dates = detectors.find_dates(sentence) if detectors else []
    dates = [mention for mention in all_dates if DIGIT.search(mention.text)]
    figures = detectors.find_quantities(sentence) if detectors else []
    quantities = [mention for mention in figures if not mention.ordinal]
    yield from (Term(date.text, False, partial(_has_date, date)) for date in dates)
    yield from (Term(mention.text, False, partial(_has_quantity, mention.quantity)) for mention in quantities)
    spans: list[Spanning] = [*dates, *quantities]
    seen = set(subject)
    for match in WORD.finditer(sentence):
        bounds = Bounds(*match.span())
        is_part = any(span_contains(mention, bounds) for mention in spans)
        for word in () if is_part else content_words(match[0], detectors):
            if word not in seen:
                seen.add(word)
                yield Term(match[0], True, partial(_has_word, word))


def _has_words(folded: str, candidate: Candidate) -> bool:
    return folded in candidate.folded


def _has_word(word: str, candidate: Candidate) -> bool:
    return word in candidate.words


def _has_date(date: DateMention, candidate: Candidate) -> bool:
    """Return whether the candidate has the date; one of them may lack the year."""
    return any(
        (date.month, date.day) == (other.month, other.day)
        and (date.year == other.year or (date.month is not None and None in (date.year, other.year)))
        for other in candidate.dates
    )


def _has_quantity(quantity: Quantity, candidate: Candidate) -> bool:
    return any(quantities_match(quantity, other) for other in candidate.quantities)
