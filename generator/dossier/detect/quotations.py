"""Find the quotations of a text: the strings between quotation marks, nested ones included.

Paragraphs are separated by blank lines, or are the lines of a text that has no blank line. Real texts mix curly,
straight and low marks and guillemets, so the characters around a mark count as much as its shape:

- A straight double mark closes the straight one that is open in its paragraph; otherwise it opens.
- A single mark between letters is an apostrophe, and so is one after a word while no single quotation is open
  (soldiers'), one before an elision ('em, ‘90s), and a straight one that is never closed.
- An open quotation continues into the next paragraph if that begins with the same curly mark, as printers do;
  otherwise it ends with its own paragraph and is not closed.
- What follows an equals sign is a value of markup or code (id="3"), no quotation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_MARK = re.compile("[\"'“”„«»‘’]")
_FAMILY = {'"': "double", "“": "double", "”": "double", "„": "double", "«": "angle", "»": "angle"}
_REPEATED = "“„«‘"
"""Marks that may be repeated where a quotation continues; a straight mark might as well open a new one."""
_BEFORE_OPENING = "([{</—–-:;,=*_>" + "\"'“„«‘"
_BEFORE_CLOSING = ".,?!…"
_ELISION = re.compile(r"(?:[0-9]{2}s?|em|til|tis|twas|cause|bout|round|n)(?!\w)", re.IGNORECASE)
_SINGLE_AHEAD = re.compile(r"(?P<closer>[.,?!…]['’](?!\w))|‘|(?<!\w)'(?=\w)")
_MAX_DEPTH = 8
"""Deeper nesting only occurs in broken texts, where it would be slow to follow."""


class QuotationMention(NamedTuple):
    """A quoted string: from `start` to `end` with its marks, and without them from `inner_start` to `inner_end`.

    Offsets are in code points, end-exclusive. `depth` counts the quotations around it. `closed` is False for one that
    ends with its paragraph for lack of a closing mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


class _OpenQuotation(NamedTuple):
    """A quotation that is not yet closed: its opening mark, and the offset of the mark."""

    mark: str
    start: int

    @property
    def family(self) -> str:
        return _FAMILY.get(self.mark, "single")


def find_quotations(text: str) -> list[QuotationMention]:
    """Return every quotation of the text, in order of the opening marks; two are nested or disjoint, never crossing."""
    parser = _QuotationParser(text)
    for start, stop in paragraphs_of(text):
        parser.parse_paragraph(start, stop)
    parser.end_paragraph(0)
    return _with_depths(parser.quotations)


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph, without its trailing white space."""
    gap = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    start = 0
    for stop, following in [*(match.span() for match in gap.finditer(text)), (len(text), len(text))]:
        yield start, start + len(text[start:stop].rstrip())
        start = following


def _with_depths(quotations: list[QuotationMention]) -> list[QuotationMention]:
    """Return the quotations in order, each with the number of those around it."""
    around: list[QuotationMention] = []
    nested = []
    for quotation in sorted(quotations):
        while around and around[-1].end <= quotation.start:
            around.pop()
        nested.append(quotation._replace(depth=len(around)))
        around.append(quotation)
    return nested


class _QuotationParser:
    """Reads the quotation marks of a text in order and keeps the open ones on a stack."""

    def __init__(self, text: str) -> None:
        self.quotations: list[QuotationMention] = []
        self._text = text
        self._open: list[_OpenQuotation] = []
        self._start = self._stop = 0
        """The bounds of the current paragraph."""
        self._ahead: tuple[int, bool] = (-1, False)
        """The next unambiguous single mark, and whether it closes; see `_surely_closes_later`."""

    def parse_paragraph(self, start: int, stop: int) -> None:
        """Read the marks from `start` to `stop`, after ending quotations that the paragraph does not continue."""
        self._open = [opened for opened in self._open if opened.mark != "'"]
        continued = 0
        while continued < len(self._open) and self._continues(self._open[continued], start + continued):
            continued += 1
        self.end_paragraph(continued)
        self._start, self._stop = start, stop
        for match in _MARK.finditer(self._text, start + continued, stop):
            self._read_mark(match.group(), match.start())

    def end_paragraph(self, kept: int) -> None:
        """End all but the outermost `kept` open quotations with the paragraph, unclosed."""
        self._end_open(kept, self._stop)

    def _continues(self, opened: _OpenQuotation, offset: int) -> bool:
        return opened.mark in _REPEATED and self._text.startswith(opened.mark, offset)

    def _read_mark(self, mark: str, offset: int) -> None:
        before = self._text[offset - 1] if offset > self._start else ""
        after = self._text[offset + 1] if offset + 1 < self._stop else ""
        index = self._index_closed_by(mark, offset, before, after)
        if index is not None:
            self._close(index, offset)
        elif len(self._open) < _MAX_DEPTH and self._opens(mark, offset, before, after):
            self._open.append(_OpenQuotation(mark, offset))

    def _index_closed_by(self, mark: str, offset: int, before: str, after: str) -> int | None:
        """Return the index on the stack of the quotation that the mark closes; None if it closes none."""
        faces_back = _is_visible(before) and not after.isalnum()
        if mark in "‘“":  # These opening marks close only directly after words.
            faces_back = faces_back and (before.isalnum() or before in _BEFORE_CLOSING)
        if mark in "'‘’":
            ends = faces_back or (mark == "’" and not before.isalnum() and not after.isalnum())
            return self._innermost("single", "") if ends and not self._is_possessive(offset, before, after) else None
        if mark == '"':
            straight = self._innermost("double", '"')
            return straight if straight is not None or not faces_back else self._innermost("double", "")
        if mark == "“":
            low = self._innermost("double", "„")
            return low if low is not None or not faces_back else self._innermost("double", "")
        return self._innermost(_FAMILY[mark], "") if mark in "”»" else None

    def _innermost(self, family: str, mark: str) -> int | None:
        """Return the index of the innermost open quotation of a family, with this mark unless it is "".

        A single quotation counts only if it is the innermost of all.
        """
        for index in range(len(self._open) - 1, -1, -1):
            opened = self._open[index]
            if opened.family == family and mark in ("", opened.mark):
                return index
            if family == "single":
                return None
        return None

    def _is_possessive(self, offset: int, before: str, after: str) -> bool:
        """Return whether "soldiers' " is a genitive inside a quotation that a later mark surely closes."""
        return before in "sS" and after == " " and self._surely_closes_later(offset)

    def _surely_closes_later(self, offset: int) -> bool:
        """Return whether a closing single mark, after punctuation, comes before the next opening one.

        The result holds for all offsets before that mark, so it is kept until the parser has passed it.
        """
        if not offset < self._ahead[0] < self._stop:
            match = _SINGLE_AHEAD.search(self._text, offset + 1, self._stop)
            self._ahead = (match.start(), bool(match["closer"])) if match else (self._stop - 1, False)
        return self._ahead[1]

    def _opens(self, mark: str, offset: int, before: str, after: str) -> bool:
        begins = before == "" or before.isspace() or before in _BEFORE_OPENING
        if mark in "'‘":
            elided = _ELISION.match(self._text, offset + 1, self._stop) and not self._surely_closes_later(offset)
            return begins and _is_visible(after) and not elided
        if mark == '"':
            return begins and _is_visible(after)
        if mark == "”":
            return (before == "" or before.isspace()) and after.isalnum()
        return mark in "“„«" and after != ""

    def _close(self, index: int, offset: int) -> None:
        self._end_open(index + 1, offset)
        opened = self._open.pop()
        is_attribute = self._text[max(opened.start - 1, 0) : opened.start] == "="
        if self._text[opened.start + 1 : offset].strip() and not is_attribute:
            start, end = opened.start, offset + 1
            self.quotations.append(QuotationMention(start, end, start + 1, offset, 0, closed=True))

    def _end_open(self, kept: int, end: int) -> None:
        """End all but the outermost `kept` at `end`, unclosed; a straight single mark was an apostrophe after all."""
        for opened in self._open[kept:]:
            if opened.mark != "'":
                start = opened.start
                self.quotations.append(QuotationMention(start, end, start + 1, end, 0, closed=False))
        del self._open[kept:]


def _is_visible(character: str) -> bool:
    return character != "" and not character.isspace()
