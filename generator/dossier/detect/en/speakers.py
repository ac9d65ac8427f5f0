"""Find where an English news text says who speaks: the words next to a quotation that have a verb of saying.

Nothing inside quotation marks counts: who is named there is spoken of. What counts is the sentence that the quotation
is part of, or, if that has no verb of saying, the nearest ones before and after that do. In these, the speaker is
before the verb or, where it is turned round (`said Holm`), after it; not the one to whom it is said, or of whom.
Where the verb has a pronoun as its subject, the names of the sentence before count, to which the pronoun refers.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dossier.detect.en.lexicon import SAYING_WORDS
from dossier.detect.en.named_entities import find_names
from dossier.detect.en.sentences import find_sentences
from dossier.detect.quotations import find_quotations
from dossier.text.spans import Bounds

MAX_DISTANCE = 3
"""How many sentences away from its quotation an attribution may be."""
MAX_QUOTATION_LENGTH = 5000
"""A longer quotation is a mark that was never closed."""
_SAYING = re.compile(rf"(?<!\w)(?:{'|'.join(SAYING_WORDS.split())})(?!\w)", re.IGNORECASE)
_HAS_OBJECT = re.compile(
    r"t[oe]ll?(?:d|s|ing)?|ask|accus|call|blam|critici|attack|prais|blast|slam|condemn|denounc|mock|interview|remind|assur"
    r"|warn|urg|describ|dismiss",
    re.IGNORECASE,
)
"""The verbs after which the one who is spoken to, or of, follows."""
_NO_SUBJECT = re.compile(
    r"\W*(?:about|and|as|at|but|by|during|for|from|he|her|him|his|how|if|in|into|it|me|no|not|of|on|she|that|their|them|they"
    r"|to|us|what|when|whether|why|with|you)(?!\w)",
    re.IGNORECASE,
)
"""What follows a verb of saying that is not turned round."""
_CLAUSE_END = re.compile(
    r"[;:]|,(?= (?:and|but|where|which|who)\b)|(?<!\w)(?:after|although|because|before|that|while)(?!\w)"
)
_NAME_TO_COMMA = re.compile(r"[A-Z][^,]*")
_PRONOUN = re.compile(r"(?<!\w)(?:he|her|him|his|I|it|she|they|we|who)(?!\w)", re.IGNORECASE)


def find_speaker_texts(text: str, start: int, end: int) -> list[str]:
    """Return the words among which the speaker of `text[start:end]` is named, if the text names one."""
    return _find_subjects(text, start, end, _blank(_without_quotations(text), Bounds(start, end)))


def find_attributing_texts(text: str, start: int, end: int) -> list[str]:
    """Return the words among which `text[start:end]`, or the text next to it, names on whose word it is."""
    return _find_subjects(text, start, end, _without_quotations(text))


def _find_subjects(text: str, start: int, end: int, unquoted: str) -> list[str]:
    """Return the words around verbs of saying, in a text without quotations, that may name the speaker."""
    sentences = _sentences(text)
    inside = [index for index, bounds in enumerate(sentences) if bounds.start < end and start < bounds.end]
    if not inside:
        return []
    first = max(inside[0] - 2 * MAX_DISTANCE, 0)  # None before this sentence is looked at.
    near = sentences[first : inside[-1] + MAX_DISTANCE + 1]
    words = [" ".join(unquoted[bounds.start : bounds.end].split()) for bounds in near]
    clauses = []
    for index in _attributing_sentences(words, inside[0] - first, inside[-1] - first):
        clauses += [*_subjects(words[index]), *_antecedents(words, index)]
    return clauses


@lru_cache(maxsize=128)  # Each text is asked for once per passage.
def _sentences(text: str) -> tuple[Bounds, ...]:
    """Return the sentences of each line; a quotation with marks is part of one sentence."""
    return tuple(
        Bounds(line.start() + sentence.start, line.start() + sentence.end)
        for line in re.finditer(r"[^\n]+", text)
        for sentence in find_sentences(line[0])
    )


@lru_cache(maxsize=128)
def _without_quotations(text: str) -> str:
    """Return the text with blanks for all words in quotation marks."""
    blanked = text
    for mention in find_quotations(text):
        blanked = _blank(blanked, Bounds(mention.inner_start, mention.inner_end))
    return blanked


def _blank(text: str, span: Bounds) -> str:
    """Return a text with blanks for a span, if that is no longer than a quotation."""
    if span.end - span.start > MAX_QUOTATION_LENGTH:
        return text
    blanks = re.sub(r"[^\n]", " ", text[span.start : span.end])
    return f"{text[: span.start]}{blanks}{text[span.end :]}"


def _attributing_sentences(words: Sequence[str], first: int, last: int) -> list[int]:
    """Return the indexes of the sentences that say who speaks in those from `first` to `last`."""
    own = [index for index in range(first, last + 1) if _SAYING.search(words[index])]
    before = range(max(first - MAX_DISTANCE, 0), first)
    after = range(last + 1, min(last + 1 + MAX_DISTANCE, len(words)))
    around = [index for index in (*reversed(before), *after) if _SAYING.search(words[index])]
    return own or sorted(around, key=lambda index: min(abs(index - first), abs(index - last)))[:2]


def _subjects(sentence: str) -> Iterator[str]:
    """Yield the words before each verb of saying, and those after it where its subject may follow."""
    for verb in _SAYING.finditer(sentence):
        following = sentence[verb.end() :]
        if verb[0].casefold() == "according":
            named = _NAME_TO_COMMA.search(following)
            yield following[: named.end()] if named else following
            continue
        yield sentence[: verb.start()]
        if _NO_SUBJECT.match(following) or _HAS_OBJECT.match(verb[0]):
            continue
        end = _CLAUSE_END.search(following)
        yield following[: end.start()] if end else following


def _antecedents(words: Sequence[str], index: int) -> Iterator[str]:
    """Yield the sentence to which a pronoun refers: the nearest before that has a name, or any if none has one."""
    if _PRONOUN.search(words[index]):
        before = words[max(index - MAX_DISTANCE, 0) : index]
        yield from [sentence for sentence in reversed(before) if find_names(f"then {sentence}")][:1] or before
