"""The part of a source text that a new record cites, which an editor selects by line and column or by its words."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from dossier.editor.locate import QuoteHit, find_quotes, make_passage
from dossier.match import SearchableText, resolve_passages
from dossier.match.resolve import READER_COMMENTS
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.passage import Span
from dossier.text.suggest import did_you_mean

POSITION = re.compile(r"(?P<name>[^\s:]+):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line as findings count them: only `\\n` ends one, unlike in str.splitlines."""


class Selection(NamedTuple):
    """A passage and the text it is from.

    `cursor` is the offset in the text that the editor pointed at, or None. `is_line` is true for a whole line selected
    by its number, false for words that the editor typed.
    """

    hit: QuoteHit
    text: SearchableText
    cursor: int | None = None
    is_line: bool = False
    key: str = ""
    """The key of the record whose passage it is, if the editor named that."""

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.hit.passage.source

    @property
    def span(self) -> Span:
        return self.hit.span

    @property
    def line(self) -> "Selection":
        """The whole line or lines that the selection is in."""
        content = self.text.content
        start, end = content.rfind("\n", 0, self.span.start) + 1, content.find("\n", self.span.end)
        span = Span(self.text.file, start, len(content) if end == -1 else end)
        return self._replace(hit=self.hit._replace(span=span))

    @property
    def in_comments(self) -> bool:
        """Whether the selection is among readers' comments."""
        return self.hit.region is not None and self.hit.region.kind in READER_COMMENTS


def parse_selection(argument: str, texts: Mapping[str, SearchableText]) -> tuple[Selection, ...]:
    """Return the line that `argument` names, as `cnn-report:12` or `seeds/000.txt:12:5`, or all places of its words.

    Raises UserError where the text has no such line.
    """
    position = POSITION.fullmatch(argument.strip())
    if position:
        name = position["name"].removeprefix("seeds/")
        for source, text in texts.items():
            if name in (source, text.file):
                return (_select_line(position, source, text),)
    return tuple(Selection(hit, texts[hit.passage.source]) for hit in find_quotes(argument, texts))


def select_record(key: str, dossier: Dossier, texts: Mapping[str, SearchableText]) -> Selection | None:
    """Return the first passage of a record that is found in one of the texts, None if there is no such record.

    Raises UserError where the record has none.
    """
    if key not in dossier.by_key:
        return None
    for citation in resolve_passages(dossier).citations:
        text = texts.get(citation.passage.source)
        if citation.record.key == key and citation.is_found and text:
            hit = make_passage(Span(text.file, citation.span.start, citation.span.end), citation.passage.source, text)
            return Selection(hit, text, key=key)
    raise UserError(f"`{key}` has no passage that is found")


def require_known_source(argument: str, texts: Mapping[str, SearchableText]) -> None:
    """Raise UserError where an argument that is no words of a text looks like a position in an unknown source."""
    position = POSITION.fullmatch(argument.strip())
    if position and not position["name"].isdigit():
        name = position["name"]
        hint = did_you_mean(name, [*texts, *(f"seeds/{text.file}" for text in texts.values())])
        raise UserError(f"`{argument}`: no source or file `{name}`, and no text has these words{hint}")


def _select_line(position: re.Match[str], source: str, text: SearchableText) -> Selection:
    """Return a line without the white space around it."""
    lines = LINE.findall(text.content)
    number = int(position["line"])
    if not 1 <= number <= len(lines) or not lines[number - 1].strip():
        raise UserError(f"line {number} of seeds/{text.file} is empty or missing: the file has {len(lines)} lines")
    line, start = lines[number - 1], sum(map(len, lines[: number - 1]))
    span = Span(text.file, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    cursor = start + int(position["column"]) - 1 if position["column"] else None
    return Selection(make_passage(span, source, text), text, cursor, is_line=True)
