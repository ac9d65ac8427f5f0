"""The stretch of a text that a record is to rest on, as an editor names it: by a place or by its words."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from dossier.editor.locate import QuoteHit, find_quotes, make_passage
from dossier.match import SearchableText
from dossier.match.resolve import READER_COMMENTS
from dossier.model.errors import UserError
from dossier.model.passage import Span

PLACE = re.compile(r"(?P<name>[^\s:]+):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line as findings count them: other characters that Python takes for a line's end are none."""


class Selection(NamedTuple):
    """A passage with its text. `pointed` is the offset that the editor pointed at, if any, else None.

    `by_line` says that it is a whole line, named by its number, and not the words that the editor gave.
    """

    located: QuoteHit
    text: SearchableText
    cursor: int | None = None
    is_line: bool = False

    @property
    def source(self) -> str:
        """The id of the source that it stands in."""
        return self.located.passage.source

    @property
    def span(self) -> Span:
        return self.located.span

    @property
    def line(self) -> "Selection":
        """The whole line, or lines, that it stands in."""
        content = self.text.content
        start, end = content.rfind("\n", 0, self.span.start) + 1, content.find("\n", self.span.end)
        return self._replace(located=self.located._replace(span=Span(self.text.file, start, end % (len(content) + 1))))

    @property
    def in_comments(self) -> bool:
        """Whether it stands among readers' comments."""
        return self.located.region is not None and self.located.region.kind in READER_COMMENTS


def parse_selection(told: str, texts: Mapping[str, SearchableText]) -> tuple[Selection, ...]:
    """What `told` names: a line, as `cnn-report:12` or `seeds/000.txt:12:5`, or every place where its words stand.

    Raises RefusedError where the text has no such line.
    """
    place = PLACE.fullmatch(told.strip())
    named = place and [source for source, text in texts.items() if _is_of(place["name"], source, text)]
    if place and named:
        return tuple(_line(place, source, texts[source]) for source in named[:1])
    return tuple(Selection(located, texts[located.passage.source]) for located in find_quotes(told, texts))


def _is_of(name: str, source: str, text: SearchableText) -> bool:
    return name.removeprefix("seeds/") in (source, text.file)


def _line(place: re.Match[str], source: str, text: SearchableText) -> Selection:
    """The line without the white space around it."""
    lines = LINE.findall(text.content)
    number = int(place["line"])
    if not 1 <= number <= len(lines) or not lines[number - 1].strip():
        raise UserError(f"seeds/{text.file} has no words in line {number}: it has {len(lines)} lines")
    line, start = lines[number - 1], sum(map(len, lines[: number - 1]))
    first = start + len(line) - len(line.lstrip())
    span = Span(text.file, first, start + len(line.rstrip()))
    pointed = start + int(place["column"]) - 1 if place["column"] else None
    return Selection(make_passage(span, source, text), text, pointed, is_line=True)
