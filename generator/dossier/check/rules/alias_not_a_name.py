"""An alias must be a name: not a common word that has nothing to do with the actor's or the place's name.

Passes: `aliases: [Tories]` of the Conservative Party; `collectives` of `Pro-government “collectives”`; `el presidente`.
Fails:  `aliases: [their]` or `aliases: [office]` of Germany; `Print`, where the texts have it at the beginning of a
    sentence only, and `print` elsewhere.
"""

import re
from collections.abc import Iterator

from dossier.check.names import simplify_name
from dossier.detect.en.lexicon import COMMON_WORDS
from dossier.detect.languages import prose_detectors, reads_words
from dossier.edtf.parse import MONTHS, WEEKDAYS
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place

ID = "alias-not-a-name"
MIN_SHARED = 4
"""The letters at the beginning of two spellings of a word: `collectives` and `collectivos`."""
CALENDAR = (*MONTHS, *WEEKDAYS)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:|–—]|[\"'“‘(\[])\s*(?:(?:the|a|an)\s)?$", re.IGNORECASE | re.MULTILINE)


def check(graph: Graph) -> Iterator[Finding]:
    detectors = prose_detectors(graph.dossier)
    if detectors is None or detectors.name_words is None:
        return
    is_common = _is_common if reads_words(graph.dossier) else _has_common_words_alone
    records: tuple[Actor | Place, ...] = (*graph.dossier.actors, *graph.dossier.places)
    for record in records:
        for index, alias in enumerate(record.aliases):
            if is_common(graph, record, alias):
                message = f"`{alias}` is a common word, no spelling of {record.name}; leave it out"
                yield Finding(record.location("aliases", index), ID, message)


def _is_common(graph: Graph, record: Actor | Place, alias: str) -> bool:
    """Return whether an alias has only common words, and texts do not use it as a name."""
    words = _WORD.findall(simplify_name(alias))
    if not words or any(character.isdigit() or character in "@._#&" for character in alias):
        return False
    is_lower, is_function_word = alias.islower(), all(word.casefold() in COMMON_WORDS for word in words)
    content = [word for word in words if word.casefold() not in COMMON_WORDS]
    if len(content) > 1 or alias == record.name or _is_like(simplify_name(record.name), words):
        return False
    texts = [text.text for text in graph.dossier.source_texts.values()]
    if not any(_has(alias, text) for text in texts):
        return False  # `alias-not-in-source` reports it.
    if isinstance(record, Actor) and record.unnamed:
        return is_lower and is_function_word
    if is_lower or len(words) > 1 or alias in CALENDAR:
        return is_lower or alias in CALENDAR
    is_word = is_function_word or any(_has(alias.lower(), text) for text in texts)
    return is_word and not any(_is_capitalized(alias, text) for text in texts)


def _has_common_words_alone(graph: Graph, record: Actor | Place, alias: str) -> bool:
    """Return whether an alias has but articles, pronouns and the like of a language other than English."""
    detectors = prose_detectors(graph.dossier)
    common = detectors.name_words.common if detectors and detectors.name_words else frozenset[str]()
    words = _WORD.findall(alias)
    if not words or alias == record.name or alias.isupper() or any(word.casefold() not in common for word in words):
        return False
    texts = [text.text for text in graph.dossier.source_texts.values()]
    return any(_has(alias, text) for text in texts) and (
        alias.islower() or not any(_is_capitalized(alias, text) for text in texts)
    )


def _is_like(name: str, words: list[str]) -> bool:
    """Return whether words have a word of a name, the beginning of one, or its initials."""
    parts = [part.casefold() for part in _WORD.findall(name)]
    initials = "".join(part[0] for part in parts)
    for word in (word.casefold() for word in words if word.casefold() not in COMMON_WORDS or word.casefold() in parts):
        if word in initials or any(part.startswith(word) or word in part for part in parts):
            return True
        if any(word.startswith(part[:MIN_SHARED]) for part in parts if len(part) > 2):
            return True
    return False


def _has(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _is_capitalized(alias: str, text: str) -> bool:
    """Return whether a text has the word, as written, elsewhere than at the beginning of a sentence."""
    matches = re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text)
    return any(_SENTENCE_START.search(text, max(0, match.start() - 10), match.start()) is None for match in matches)
