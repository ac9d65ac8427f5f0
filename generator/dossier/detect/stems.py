"""What the forms of a word share, by tables of the endings and of the irregular verbs of a language."""

from collections.abc import Iterable, Mapping

from dossier.detect.claim_tables import WordForm
from dossier.detect.simple_words import strip_accents


class Stemmer:
    """Takes the longest ending from a word; `irregular` has groups of forms, separated by semicolons.

    `spellings` are letters that change before an ending, and what they stand for: "qu" for "c" in "ataqué".
    """

    def __init__(
        self, endings: Iterable[str], irregular: str, spellings: Mapping[str, str] | None = None, min_length: int = 3
    ) -> None:
        self._endings = frozenset(endings)
        self._longest = max(map(len, self._endings))
        self._spellings = spellings or {}
        self._min_length = min_length
        groups = [group.split() for group in irregular.split(";")]
        self._irregular = {form: self._cut(forms[0]) for forms in groups for form in forms}

    def form(self, word: str) -> WordForm:
        """Return a word in lower case and without accents, and its stem."""
        simple = strip_accents(word)
        return WordForm(simple, self.stem(simple))

    def stem(self, word: str) -> str:
        """Return the stem of a word in lower case."""
        return self._irregular.get(word) or self._cut(word)

    def is_irregular(self, word: str) -> bool:
        """Return whether the table of irregular verbs has a form."""
        return word in self._irregular

    def _cut(self, word: str) -> str:
        for letters, other in self._spellings.items():
            word = word.replace(letters, other)
        for length in range(min(self._longest, len(word) - self._min_length), 0, -1):
            if word[-length:] in self._endings:
                return word[:-length]
        return word
