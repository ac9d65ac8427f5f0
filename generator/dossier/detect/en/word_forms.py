"""Compare English words whatever their endings: `defected` and `defectors`, `countries` and `country`."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from dossier.detect.word_sets import list_letter_runs

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASCII_WORD = re.compile("[a-z]+(?:-[a-z]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDING_TEXT = """
    s es ed d e ing er ers or ors ion ions ation ations y ies ied al ly ment ments an en ive ist ists ance ence ant ants
    ent ents ity ic ism ees ee n
"""
_ENDINGS = frozenset(("", *_ENDING_TEXT.split()))
_MIN_STEM = 4
_FUNCTION_TEXT = """
    a an the this that these those of in on at by for from with without to into onto upon over under after before since
    until till during through across against along amid among around behind below beneath beside between beyond despite
    down except inside like near off out outside past per toward towards up via within about above according and but or
    nor so if then than as because although though while whereas unless once who whom whose which what where when why
    how it its they them their he him his she her hers we us our you your i me my there here not no be is are was were
    been being do does did has have had having can could will would shall should may might must some any each every all
    both """
FUNCTION_WORDS = frozenset(_FUNCTION_TEXT.split())
"""Words that join others, and carry no meaning of their own."""
_SYNONYM_TEXT = (
    "people persons person individuals",
    "soldiers soldier troops servicemen servicewomen",
    "dead deaths death killed fatalities died",
    "injured wounded injuries hurt",
    "children child kids minors",
    "countries country nations nation states state",
    "homes home houses house dwellings",
    "workers worker employees staff dockers docker",
    "women woman",
    "men man",
    "police policemen policeman officers",
    "cars car vehicles vehicle",
    *("january jan", "february feb", "march mar", "april apr", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
)
SYNONYMS: Mapping[str, frozenset[str]] = {
    word: frozenset(group.split()) for group in _SYNONYM_TEXT for word in group.split()
}
"""Words that mean the same: in counts, and short forms of months."""


def iter_words(text: str) -> Iterator[re.Match[str]]:
    """Yield every word of a text: letters, with hyphens and apostrophes inside."""
    return _WORD.finditer(text)


@lru_cache(maxsize=4096)  # Many statements cite the same passage.
def meaningful_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that carry meaning, simplified, each once and in order."""
    if text.isascii() and "'" not in text:  # Most texts; their words are simple, and quicker to find.
        words = dict.fromkeys(_ASCII_WORD.findall(text.lower()) if "-" in text else list_letter_runs(text))
    else:
        words = dict.fromkeys(map(simplify_word, _WORD.findall(text)))
    return tuple([word for word in words if word not in FUNCTION_WORDS and len(word) > 1])


@lru_cache(maxsize=16384)
def simplify_word(word: str) -> str:
    """Return a word in lower case, without accents and possessive."""
    decomposed = unicodedata.normalize("NFD", _POSSESSIVE.sub("", word.casefold()))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def is_same_word(first: str, second: str) -> bool:
    """Return whether two simplified words differ in nothing but their endings, or are synonyms."""
    if first == second or second in SYNONYMS.get(first, ()):
        return True
    if first[:1] != second[:1]:
        return False
    length = next(
        (index for index, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]),
        min(len(first), len(second)),
    )
    if length < min(_MIN_STEM, len(first), len(second)):
        return False
    endings = {first[length:], second[length:]}
    if length < _MIN_STEM:
        return endings <= {"", "s"}
    return endings <= _ENDINGS


class WordIndex:
    """Simplified words, to look others up among them whatever their endings."""

    def __init__(self, words: Iterable[str]) -> None:
        self._parts = {part for word in words for part in (word, *word.split("-"))}
        self._by_stem: dict[str, list[str]] = {}
        for part in self._parts:
            if len(part) >= _MIN_STEM:
                self._by_stem.setdefault(part[:_MIN_STEM], []).append(part)
        self._clues = self._parts.union(self._by_stem)

    def has(self, wanted: str) -> bool:
        """Return whether one of the words is the wanted one, whatever its ending, or a part of its compound."""
        return not self.missing((wanted,))

    def missing(self, wanted: Sequence[str]) -> list[str]:
        """Return the words that it does not have."""
        return [
            word
            for word in wanted
            if self._clues.isdisjoint(clues_of(word)) or not any(map(self._has_part, _parts_of(word)))
        ]

    def count_possible(self, clues: Sequence[frozenset[str]]) -> int:
        """Return how many words with these `clues_of` them it may have at most, which is quick to find."""
        return len(clues) - sum(map(self._clues.isdisjoint, clues))

    def _has_part(self, part: str) -> bool:
        """Return whether `is_same_word` holds for one of the words: those shorter than a stem differ in an -s only."""
        return not self._parts.isdisjoint(_nearest_forms(part)) or any(
            is_same_word(other, part) for other in self._by_stem.get(part[:_MIN_STEM], ())
        )


def _parts_of(wanted: str) -> set[str]:
    return {wanted, *(part for part in wanted.split("-") if len(part) > 3)}


def _nearest_forms(word: str) -> Iterator[str]:
    """Yield a word, it with and without an -s, and its synonyms."""
    yield word
    if word:
        yield f"{word}s"
    if len(word) > 1 and word[-1] == "s":
        yield word[:-1]
    yield from SYNONYMS.get(word, ())


@lru_cache(maxsize=16384)
def clues_of(wanted: str) -> frozenset[str]:
    """Return words and stems of which an index has one if it has the wanted word."""
    return frozenset(clue for part in _parts_of(wanted) for clue in (part[:_MIN_STEM], *_nearest_forms(part)))


@lru_cache(maxsize=256)  # The statements of a record are compared with the same passages, and an index is large.
def index_of(text: str) -> WordIndex:
    """Return the words of a text that carry meaning, to look others up among them."""
    return WordIndex(meaningful_words(text))


def has_word(words: Iterable[str], wanted: str) -> bool:
    """Return whether one of the simplified words is the wanted one, as `WordIndex.has` does."""
    return WordIndex(words).has(wanted)
