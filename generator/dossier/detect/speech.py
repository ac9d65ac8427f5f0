"""Find where a news text says who speaks: the words next to a quotation that have a verb of saying.

Nothing inside quotation marks counts: who is named there is spoken of. What counts is the sentence that the quotation
is part of, or, if that has no verb of saying, the nearest ones before and after that do. In these, the speaker is
before the verb or, where it is turned round (`said Holm`), after it; not the one to whom it is said, or of whom.
Where the verb has a pronoun as its subject, the names of the sentence before count, to which the pronoun refers.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.detect.name_mentions import NameMention
from dossier.detect.quotations import QuotationMention
from dossier.text.spans import Bounds

MAX_DISTANCE = 3
"""How many sentences away from its quotation an attribution may be."""
MAX_QUOTATION_LENGTH = 5000
"""A longer quotation is a mark that was never closed."""
_NAME_TO_COMMA = re.compile(r"[A-ZÀ-ÖØ-Þ][^,]*")


@dataclass(frozen=True)
class SpeechWords:
    """The words of a language about speech, as patterns of whole words or, after a verb, of what follows it."""

    saying: str
    """Verbs and nouns of saying, and prepositions such as "according to"."""
    according: str
    """Those of them that only the speaker follows."""
    has_object: str
    """Verbs after which the one who is spoken to, or of, follows."""
    no_subject: str
    """What follows a verb of saying that is not turned round."""
    clause_end: str
    """What ends the clause of a verb whose subject follows it."""
    pronoun: str
    """Pronouns that may be the subject of a verb of saying."""
    according_to: str
    """What a passage has before the name of who its words are from, with an article."""
    conjunctions: str
    """Words between the names of two who say the same."""
    said: str = ""
    """Verbs that no two who say the same have between their names, since each says its own; `saying` if it is ""."""
    omits_subject: bool = False
    """Whether a verb may have no subject, so that one without a name refers to the sentence before."""
    leading_word: str = "x"
    """A word before a sentence that shows that its first word may be a name."""


class SpeakerFinder:
    """Finds the speakers of one language."""

    def __init__(
        self,
        words: SpeechWords,
        find_sentences: Callable[[str], Iterator[Bounds]],
        find_quotations: Callable[[str], list[QuotationMention]],
        find_names: Callable[[str], list[NameMention]],
    ) -> None:
        self.words = words
        self.find_sentences, self.find_quotations, self._find_names = find_sentences, find_quotations, find_names
        self._saying = _compile(rf"(?<!\w)(?:{words.saying})(?!\w)")
        self._according, self._has_object = _compile(words.according), _compile(words.has_object)
        self._no_subject = _compile(rf"\W*(?:{words.no_subject})(?!\w)")
        self._clause_end = re.compile(words.clause_end)
        self._pronoun = _compile(rf"(?<!\w)(?:{words.pronoun})(?!\w)")

    def find_speaker_texts(self, text: str, start: int, end: int) -> list[str]:
        """Return the words among which the speaker of `text[start:end]` is named, if the text names one."""
        return self._find_subjects(text, start, end, _blank(_without_quotations(self, text), Bounds(start, end)))

    def find_attributing_texts(self, text: str, start: int, end: int) -> list[str]:
        """Return the words among which `text[start:end]`, or the text next to it, names on whose word it is."""
        return self._find_subjects(text, start, end, _without_quotations(self, text))

    def _find_subjects(self, text: str, start: int, end: int, unquoted: str) -> list[str]:
        """Return the words around verbs of saying, in a text without quotations, that may name the speaker."""
        sentences = _sentences(self, text)
        inside = [index for index, bounds in enumerate(sentences) if bounds.start < end and start < bounds.end]
        if not inside:
            return []
        first = max(inside[0] - 2 * MAX_DISTANCE, 0)  # None before this sentence is looked at.
        near = sentences[first : inside[-1] + MAX_DISTANCE + 1]
        words = [" ".join(unquoted[bounds.start : bounds.end].split()) for bounds in near]
        clauses = []
        for index in self._attributing_sentences(words, inside[0] - first, inside[-1] - first):
            subjects = list(self._subjects(words[index]))
            clauses += [*subjects, *self._antecedents(words, index, subjects)]
        return clauses

    def _attributing_sentences(self, words: Sequence[str], first: int, last: int) -> list[int]:
        """Return the indexes of the sentences that say who speaks in those from `first` to `last`."""
        own = [index for index in range(first, last + 1) if self._saying.search(words[index])]
        before = range(max(first - MAX_DISTANCE, 0), first)
        after = range(last + 1, min(last + 1 + MAX_DISTANCE, len(words)))
        around = [index for index in (*reversed(before), *after) if self._saying.search(words[index])]
        return own or sorted(around, key=lambda index: min(abs(index - first), abs(index - last)))[:2]

    def _subjects(self, sentence: str) -> Iterator[str]:
        """Yield the words before each verb of saying, and those after it where its subject may follow."""
        for verb in self._saying.finditer(sentence):
            following = sentence[verb.end() :]
            if self._according.fullmatch(verb[0]):
                named = _NAME_TO_COMMA.search(following)
                yield following[: named.end()] if named else following
                continue
            yield sentence[: verb.start()]
            if self._no_subject.match(following) or self._has_object.match(verb[0]):
                continue
            end = self._clause_end.search(following)
            yield following[: end.start()] if end else following

    def _antecedents(self, words: Sequence[str], index: int, subjects: Sequence[str]) -> Iterator[str]:
        """Yield the sentence to which a pronoun refers: the nearest before that has a name, or any if none has one."""
        is_omitted = self.words.omits_subject and not any(map(self._has_name, subjects))
        if is_omitted or self._pronoun.search(words[index]):
            before = words[max(index - MAX_DISTANCE, 0) : index]
            yield from [sentence for sentence in reversed(before) if self._has_name(sentence)][:1] or before

    def _has_name(self, sentence: str) -> bool:
        return bool(self._find_names(f"{self.words.leading_word} {sentence}"))


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=128)  # Each text is asked for once per passage.
def _sentences(finder: SpeakerFinder, text: str) -> tuple[Bounds, ...]:
    """Return the sentences of each line; a quotation with marks is part of one sentence."""
    return tuple(
        Bounds(line.start() + sentence.start, line.start() + sentence.end)
        for line in re.finditer(r"[^\n]+", text)
        for sentence in finder.find_sentences(line[0])
    )


@lru_cache(maxsize=128)
def _without_quotations(finder: SpeakerFinder, text: str) -> str:
    """Return the text with blanks for all words in quotation marks."""
    blanked = text
    for mention in finder.find_quotations(text):
        blanked = _blank(blanked, Bounds(mention.inner_start, mention.inner_end))
    return blanked


def _blank(text: str, span: Bounds) -> str:
    """Return a text with blanks for a span, if that is no longer than a quotation."""
    if span.end - span.start > MAX_QUOTATION_LENGTH:
        return text
    blanks = re.sub(r"[^\n]", " ", text[span.start : span.end])
    return f"{text[: span.start]}{blanks}{text[span.end :]}"
