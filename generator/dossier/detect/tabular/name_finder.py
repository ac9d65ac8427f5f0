"""Find the names of a text in a language in which only names are capitalised inside a sentence.

A name is a run of capitalised words on one line, with particles inside. Titles and roles at its beginning are left out.
A capital at the start of a sentence proves nothing: a word there counts if the run goes on, or if the text has it
capitalised elsewhere and never in lower case. In doubt a name is reported, as in English.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from dossier.detect.date_mentions import DateMention
from dossier.detect.name_mentions import NameMention
from dossier.detect.tabular.language_tables import NameTables
from dossier.detect.tabular.name_tokens import NameToken, NameTokenizer

_ROMAN_NUMBER = re.compile("[IVXLCDM]{1,7}(?:e|er|ème)?")


class NameFinder:
    """Finds the names of one language; `countries` are names of one word, certain wherever they are."""

    def __init__(
        self, tables: NameTables, find_dates: Callable[[str], Iterable[DateMention]], countries: Set[str] = frozenset()
    ) -> None:
        self._tables = tables
        self._tokenizer = NameTokenizer(find_dates, tables.roles, tables.common)
        self._countries = countries
        self._verbs_after = re.compile(rf"(?:{tables.verbs_after})(?!\w)")
        self._not_before_verbs = re.compile(tables.not_before_verbs)

    def find(self, text: str, known: Set[str] = frozenset()) -> list[NameMention]:
        """Return every name of the text, in order and without overlaps; `known` are words of names."""
        lines = list(self._tokenizer.split(text))
        words = [word for line in lines for word in line]
        lower = frozenset(word.text for word in words if word.text.islower())
        inside = frozenset(word.text for word in words if word.is_capitalized and not word.starts_sentence)
        inside |= self._countries | known
        names = (name for line in lines for name in self._names_in(line, lower, inside))
        return [NameMention(name[0].start, name[-1].end, text[name[0].start : name[-1].end]) for name in names]

    def _names_in(
        self, line: Sequence[NameToken], lower: frozenset[str], inside: frozenset[str]
    ) -> Iterator[Sequence[NameToken]]:
        for run in self._runs(line):
            name = self._without_titles(run, lower, inside)
            is_certain = name and (len(name) > 1 or self._is_certain(name[0], lower, inside))
            if name and (is_certain or self._is_subject(line, line.index(name[0]), lower)):
                yield name

    def _is_subject(self, line: Sequence[NameToken], index: int, lower: Set[str]) -> bool:
        """Return whether a verb follows the word that begins a sentence: no other noun would be without an article."""
        word, following = line[index].text, line[index + 1 : index + 4]
        if not following or not following[0].is_joined or len(word) < 2 or self._not_before_verbs.search(word):
            return False
        return word.lower() not in lower and bool(self._verbs_after.match(" ".join(token.text for token in following)))

    def _runs(self, line: Sequence[NameToken]) -> Iterator[list[NameToken]]:
        """Yield the runs of capitalised words, with particles inside."""
        run: list[NameToken] = []
        pending: list[NameToken] = []
        for word in line:
            inside = self._tables.particles | self._tables.articles if pending else self._tables.particles
            if run and word.is_joined and word.text in inside and len(pending) < 3:
                pending.append(word)
                continue
            if word.is_capitalized and run and word.is_joined:
                run += [*pending, word]
            else:
                if run:
                    yield run
                run = [word] if word.is_capitalized else []
            pending = []
        if run:
            yield run

    def _without_titles(
        self, run: Sequence[NameToken], lower: frozenset[str], inside: frozenset[str]
    ) -> Sequence[NameToken]:
        """Return a run without the words before a name: an article that begins a sentence, titles, roles."""
        for index, word in enumerate(run):
            folded = word.text.lower()
            if not word.is_capitalized or folded in self._tables.common or folded in self._tables.roles:
                continue
            is_ordinary = word.starts_sentence and folded in lower and word.text not in inside
            if is_ordinary and index + 1 < len(run):
                continue
            return run[index:]
        return ()

    def _is_certain(self, word: NameToken, lower: frozenset[str], inside: frozenset[str]) -> bool:
        if len(word.text) < 2 or _ROMAN_NUMBER.fullmatch(word.text):
            return False
        if not word.starts_sentence or any(map(str.isupper, word.text[1:])):
            return True
        return word.text in inside and word.text.lower() not in lower
