"""Find the names of a text in a language in which all nouns are capitalised, such as German, and guess none.

A name is what follows a title without an article ("Präsident Maduro") or a frequent given name ("Anna Berg"), a word
that is known to be one from elsewhere in the dossier or in the text, a country, an acronym, and the word after a verb
of saying that follows a quotation ("…“, sagte Berg"). Any other capitalised word may be a noun, and is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from dossier.detect.date_mentions import DateMention
from dossier.detect.name_mentions import NameMention
from dossier.detect.tabular.given_names import GIVEN_NAMES
from dossier.detect.tabular.language_tables import NounNameTables
from dossier.detect.tabular.name_tokens import NameToken, NameTokenizer

_ROMAN_NUMBER = re.compile("[IVXLCDM]{1,7}")
_QUOTATION_END = re.compile(r"[“”«»\"‘’],?[ \xa0]$")
_HYPHEN = re.compile("[-‑]")


class NounLanguageNames:
    """Finds the names of one language; `countries` are names of one word."""

    def __init__(
        self, tables: NounNameTables, find_dates: Callable[[str], Iterable[DateMention]], countries: Set[str]
    ) -> None:
        self._tables = tables
        self._tokenizer = NameTokenizer(find_dates, tables.roles, tables.common)
        self._countries = countries

    def find(self, text: str, known: Set[str] = frozenset()) -> list[NameMention]:
        """Return every certain name of the text, in order and without overlaps; `known` are words of names."""
        lines = list(self._tokenizer.split(text))
        known = known | self._countries | self._tables.cities
        persons = [name for line in lines for name in _Line(self._tables, text, line, known).names() if len(name) > 1]
        known = known | {name[-1].text for name in persons}
        names = [name for line in lines for name in _Line(self._tables, text, line, known).names()]
        return [NameMention(name[0].start, name[-1].end, text[name[0].start : name[-1].end]) for name in names]


class _Line:
    """The words of a line of a text; `known` are words of names."""

    def __init__(self, tables: NounNameTables, text: str, words: Sequence[NameToken], known: Set[str]) -> None:
        self._tables, self._text, self._words, self._known = tables, text, words, known
        self._adjective = re.compile(tables.adjectives)
        self._inside = tables.particles | tables.articles

    def names(self) -> Iterator[Sequence[NameToken]]:
        """Yield the names of the line."""
        index = 0
        while index < len(self._words):
            end = self._name_end(index)
            if end > index:
                yield self._words[index:end]
            index = max(end, index + 1)

    def _name_end(self, index: int) -> int:
        """Return the index after the name that begins with a word; the index itself if none does."""
        if not self._may_be_name(index):
            return index
        word = self._words[index].text
        after_given = self._after_given(index)
        if after_given > index:
            return after_given
        if self._follows_title(index) or self._follows_saying(index) or self._follows_noun(index):
            return self._after_surname(index + 1)
        if self._is_known(word):
            return self._after_particles(index + 1)
        if not self._words[index].starts_sentence and (after := self._after_adjectives(index)) > index:
            return after
        if word in self._tables.leading and self._joins(index + 1):
            return index + 2
        return index + 1 if any(map(str.isupper, word[1:])) else index

    def _may_be_name(self, index: int) -> bool:
        word = self._words[index]
        is_other = word.text.lower() in self._tables.common or _ROMAN_NUMBER.fullmatch(word.text) is not None
        return word.is_capitalized and not is_other and not self._is_title(word.text)

    def _is_title(self, word: str) -> bool:
        return word.lower() in self._tables.roles or word.lower().endswith(self._tables.title_endings)

    def _is_known(self, word: str) -> bool:
        return word in self._known or any(
            word.endswith(ending) and word.removesuffix(ending) in self._known for ending in self._tables.endings
        )

    def _joins(self, index: int) -> bool:
        """Return whether a word may go on with the name before it."""
        return index < len(self._words) and self._words[index].is_joined and self._may_be_name(index)

    def _after_given(self, index: int) -> int:
        """Return the index after given names with a surname, and its particles; the index itself if it has none."""
        end = index
        while end < len(self._words) and self._words[end].text in GIVEN_NAMES and (end == index or self._joins(end)):
            end += 1
        if end > index and self._joins(end):
            return self._after_surname(end + 1)
        if end > index and (after := self._after_particles(end)) > end:
            return after
        return self._after_particles(end) if end > index + 1 else index

    def _after_adjectives(self, index: int) -> int:
        """Return the index after a name such as "Europäische Union", whose adjectives have capitals; or the index."""
        end = index
        while self._adjective.fullmatch(self._words[end].text) and self._joins(end + 1):
            end += 1
        return self._after_surname(end + 1) if end > index else index

    def _after_surname(self, end: int) -> int:
        """Return the index after the rest of a surname: what a hyphen or particles join to it."""
        if self._joins(end) and _HYPHEN.fullmatch(self._gap(end)):
            end += 1
        return self._after_particles(end)

    def _after_particles(self, end: int) -> int:
        place = end
        while place < len(self._words) and self._is_particle(place, is_first=place == end):
            place += 1
        return place + 1 if place > end and self._joins(place) else end

    def _is_particle(self, index: int, *, is_first: bool) -> bool:
        """Return whether a word may be inside a name: an article only after a particle, as in "von der"."""
        word = self._words[index]
        return word.is_joined and word.text in (self._tables.particles if is_first else self._inside)

    def _gap(self, index: int) -> str:
        return self._text[self._words[index - 1].end : self._words[index].start]

    def _follows_title(self, index: int) -> bool:
        """Return whether a title is before a word, and no article before that, after which a noun might follow."""
        before = index - 1
        if before < 0 or not self._words[index].is_joined or not self._is_title(self._words[before].text):
            return False
        if self._gap(index).startswith("."):
            return True
        while before > 0 and _HYPHEN.fullmatch(self._gap(before)):
            before -= 1
        return before == 0 or self._words[before - 1].text.lower() not in self._tables.determiners

    def _follows_noun(self, index: int) -> bool:
        """Return whether the noun before a word says that a name follows: "die Firma Nordstahl"."""
        if index == 0 or not self._words[index].is_joined or not self._tables.naming:
            return False
        return self._words[index - 1].text.lower().endswith(self._tables.naming)

    def _follows_saying(self, index: int) -> bool:
        """Return whether a verb of saying is before a word, and a quotation before that."""
        if index == 0 or self._words[index - 1].text not in self._tables.saying or not self._words[index].is_joined:
            return False
        start = self._words[index - 1].start
        return _QUOTATION_END.search(self._text, max(0, start - 3), start) is not None
