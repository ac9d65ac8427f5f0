"""Words with a meaning of their own in one language: those of two texts compared, and the noun after a figure."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import takewhile

from dossier.detect.claim_tables import WORD, WordForm

MAX_WORDS = 6
"""Words of a noun with all that belongs to it."""
MIN_PREFIX = 3
"""The fewest letters by which a stem may begin as another."""
MIN_PART = 4
"""The fewest letters of a stem that may be the end of a compound."""
BREAK = re.compile(r"[.,;:()\[\]—–/“”„«»\"?!\n]")
_FOOTNOTE = re.compile(r"^\s*\[[0-9]{1,3}\]")


class ContentWords:
    """Reads the words of texts in one language; words in the tables are in lower case, as `form` writes them."""

    def __init__(
        self,
        form: Callable[[str], WordForm],
        *,
        function_words: frozenset[str],
        reporting: frozenset[str],
        framing: str,
        linking: str,
        synonyms: str,
        counted: re.Pattern[str],
        word: re.Pattern[str] = WORD,
    ) -> None:
        """Take the tables: `counted` is a whole word that may be the noun after a figure greater than one.

        `linking` are words between a figure and its noun; `framing` say how something is counted, and not what;
        `synonyms` are groups of words that mean the same, separated by semicolons.
        """
        self._form = form
        self._function_words = function_words
        self._reporting = reporting
        self._framing = frozenset(form(word).stem for word in framing.split())
        self._linking = frozenset(linking.split())
        self._counted = counted
        self._word = word
        groups = [frozenset(form(word).stem for word in group.split()) for group in synonyms.split(";")]
        self._synonyms = {stem: group for group in groups for stem in group}
        self.stems = lru_cache(maxsize=4096)(self._stems)

    def cache_clear(self) -> None:
        """Forget the texts that have been read."""
        self.stems.cache_clear()

    def _stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words of a text that have a meaning of their own."""
        return frozenset(form.stem for form in map(self._form, self._words(text)) if self._has_content(form))

    def stems_by_word(self, text: str) -> dict[str, str]:
        """Return the words of a text with a meaning of their own, and not about reports, with their stems."""
        forms = {word: self._form(word) for word in self._words(text)}
        return {
            word: form.stem
            for word, form in forms.items()
            if form.simple not in self._reporting and self._has_content(form)
        }

    def has(self, stems: Iterable[str], wanted: str) -> bool:
        """Return whether one of the stems may be that of a form, a synonym or a compound of a word."""
        meant = self._synonyms.get(wanted, frozenset((wanted,)))
        return any(_is_alike(stem, other) for stem in stems for other in meant)

    def missing(self, wanted: Iterable[str], stems: Iterable[str]) -> list[str]:
        """Return the wanted stems that none of others may be."""
        known = tuple(stems)
        return [stem for stem in wanted if not self.has(known, stem)]

    def is_framing(self, stem: str) -> bool:
        """Return whether a word says how something is counted: "share", "estimate"."""
        return stem in self._framing

    def counted_words(self, text: str) -> list[str]:
        """Return the words of the noun at the beginning of a text, right after a figure; none if that is uncertain."""
        phrase = BREAK.split(_FOOTNOTE.sub("", text), maxsplit=1)[0]
        words = [*takewhile(self._may_belong, self._words(phrase))][:MAX_WORDS]
        words = [word for word in words if self._form(word).simple not in self._linking]
        return words if any(map(self._counted.fullmatch, words)) else []

    def _may_belong(self, word: str) -> bool:
        simple = self._form(word).simple
        return simple in self._linking or simple not in self._function_words

    def _words(self, text: str) -> list[str]:
        words: list[str] = self._word.findall(text)
        return words

    def _has_content(self, form: WordForm) -> bool:
        return len(form.simple) > 2 and form.simple not in self._function_words


def _is_alike(stem: str, wanted: str) -> bool:
    shorter, longer = sorted((stem, wanted), key=len)
    if len(shorter) >= MIN_PREFIX and longer.startswith(shorter):
        return True
    return stem == wanted or (len(wanted) >= MIN_PART and stem.endswith(wanted))
