"""Find the names of a text in a language in which only names are capitalised inside a sentence.

A name is a run of capitalised words on one line, with particles inside. Titles and roles at its beginning are left out.
A capital at the start of a sentence proves nothing: a word there counts if the run goes on, or if the text has it
capitalised elsewhere and never in lower case. In doubt a name is reported, as in English.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.detect.date_mentions import DateMention
from dossier.detect.name_mentions import NameMention
from dossier.detect.tabular.language_tables import NameTables

_WORD = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+(?!\$)")
_JOINT = re.compile(r"[ \t\xa0\u202f]{1,3}|[-‑'’]| ?& ?|\. (?=[A-Z])")
_OPENING = re.compile("[.!?…:][”»\"')\\]]*\\s*|[\"'“‘«„—–(¿¡*•-]\\s*$|^\\s*$")
_ROMAN_NUMBER = re.compile("[IVXLCDM]{1,7}(?:e|er|ème)?")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    is_capitalized: bool
    starts_sentence: bool
    is_joined: bool


class NameFinder:
    """Finds the names of one language."""

    def __init__(self, tables: NameTables, find_dates: Callable[[str], Iterable[DateMention]]) -> None:
        self._tables = tables
        self._find_dates = find_dates

    def find(self, text: str) -> list[NameMention]:
        """Return every name of the text, in order and without overlaps."""
        lines = list(self._lines(text))
        words = [word for line in lines for word in line]
        lower = frozenset(word.text for word in words if word.text.islower())
        inside = frozenset(word.text for word in words if word.is_capitalized and not word.starts_sentence)
        names = (name for line in lines for name in self._names_in(line, lower, inside))
        return [NameMention(name[0].start, name[-1].end, text[name[0].start : name[-1].end]) for name in names]

    def _lines(self, text: str) -> Iterator[list[_Word]]:
        """Yield the words of each line that is not all in capitals, without those of dates and addresses."""
        plain = re.sub(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+", lambda match: "\0" * len(match[0]), text)
        parts, end = [], 0
        for date in self._find_dates(text):
            parts += [plain[end : date.start], re.sub(r"[^\n]", "\0", date.text)]
            end = date.end
        plain = "".join(parts) + plain[end:]
        for line in re.finditer(r"[^\n]+", plain):
            words = list(self._words(plain, *line.span()))
            if len(words) < 3 or not "".join(word.text for word in words).isupper():
                yield words

    def _words(self, plain: str, start: int, stop: int) -> Iterator[_Word]:
        end, is_first = start, True
        for match in _WORD.finditer(plain, start, stop):
            gap, text = plain[end : match.start()], match[0]
            is_opening = is_first or (_OPENING.search(gap) is not None and not _JOINT.fullmatch(gap))
            is_capitalized = text[0].isupper() and not text.isdigit()
            is_joined = not is_first and _JOINT.fullmatch(gap) is not None and not (". " in gap and end - start > 2)
            yield _Word(*match.span(), text, is_capitalized, is_opening, is_joined and "\0" not in gap)
            end, is_first = match.end(), False

    def _names_in(
        self, line: Sequence[_Word], lower: frozenset[str], inside: frozenset[str]
    ) -> Iterator[Sequence[_Word]]:
        for run in self._runs(line):
            name = self._without_titles(run, lower, inside)
            if name and (len(name) > 1 or self._is_certain(name[0], lower, inside)):
                yield name

    def _runs(self, line: Sequence[_Word]) -> Iterator[list[_Word]]:
        """Yield the runs of capitalised words, with particles inside."""
        run: list[_Word] = []
        pending: list[_Word] = []
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

    def _without_titles(self, run: Sequence[_Word], lower: frozenset[str], inside: frozenset[str]) -> Sequence[_Word]:
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

    def _is_certain(self, word: _Word, lower: frozenset[str], inside: frozenset[str]) -> bool:
        if len(word.text) < 2 or _ROMAN_NUMBER.fullmatch(word.text):
            return False
        if not word.starts_sentence or any(map(str.isupper, word.text[1:])):
            return True
        return word.text in inside and word.text.lower() not in lower
