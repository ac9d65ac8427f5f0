"""Quotations in a text: what stands between quotation marks, one inside another.

Paragraphs are what blank lines part, or the lines of a text that has no blank line. Real texts mix curly, straight
and low marks and guillemets, so what stands before and behind a mark counts as much as its shape:

- A straight double mark closes the straight one that is open in its paragraph, else opens.
- A single mark between letters is an apostrophe; so is one behind a word while no single quotation is open
  (soldiers'), one before an elision ('em, ‘90s), and a straight one that nothing closes.
- A quotation left open goes on over the next paragraph if that begins with the same curly mark, as printers have it;
  else it ends with its own paragraph and is not closed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_MARK = re.compile("[\"'“”„«»‘’]")
_FAMILY = {'"': "double", "“": "double", "”": "double", "„": "double", "«": "angle", "»": "angle"}
_REPEATED = "“„«‘"  # straight marks do not say which way they face, so they never go on
_BEFORE_OPENING = "([{</—–-:;,=*_>" + "\"'“„«‘"
_BEFORE_CLOSING = ".,?!…"
_ELISION = re.compile(r"(?:[0-9]{2}s?|em|til|tis|twas|cause|bout|round|n)(?!\w)", re.IGNORECASE)
_SINGLE_AHEAD = re.compile(r"(?P<closer>[.,?!…]['’](?!\w))|‘|(?<!\w)'(?=\w)")
_DEEPEST = 8  # more marks inside each other are no quotations but a broken text, and slow to look through


class QuotationMention(NamedTuple):
    """A quoted string: `start` and `end` take in its marks, the inner places do not (code points, end-exclusive).

    `depth` counts the quotations around it. One that nothing closes ends with its paragraph: `closed` is False.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


class _Open(NamedTuple):
    mark: str
    start: int

    @property
    def family(self) -> str:
        return _FAMILY.get(self.mark, "single")


def find_quotations(text: str) -> list[QuotationMention]:
    """Every quotation of the text, in the order they open, each wholly inside or outside any other."""
    reader = _Reader(text)
    for start, stop in _paragraphs(text):
        reader.read_paragraph(start, stop)
    reader.leave(0)
    return _with_depths(reader.found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without the white space after it."""
    gap = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    start = 0
    for stop, following in [*(match.span() for match in gap.finditer(text)), (len(text), len(text))]:
        yield start, start + len(text[start:stop].rstrip())
        start = following


def _with_depths(found: list[QuotationMention]) -> list[QuotationMention]:
    around: list[QuotationMention] = []
    deepened = []
    for mention in sorted(found):
        while around and around[-1].end <= mention.start:
            around.pop()
        deepened.append(mention._replace(depth=len(around)))
        around.append(mention)
    return deepened


class _Reader:
    """Reads the marks of one text in order, keeping what is open on a stack."""

    def __init__(self, text: str) -> None:
        self.found: list[QuotationMention] = []
        self._text = text
        self._open: list[_Open] = []
        self._start = self._stop = 0  # of the paragraph being read
        self._ahead: tuple[int, bool] = (-1, False)  # the next telling single mark, and whether it surely closes

    def read_paragraph(self, start: int, stop: int) -> None:
        """Read the marks from `start` to `stop`, after ending what does not go on from the paragraph before."""
        self._open = [opened for opened in self._open if opened.mark != "'"]
        kept = 0
        while kept < len(self._open) and self._goes_on(self._open[kept], start + kept):
            kept += 1
        self.leave(kept)
        self._start, self._stop = start, stop
        for match in _MARK.finditer(self._text, start + kept, stop):
            self._read(match.group(), match.start())

    def leave(self, kept: int) -> None:
        """End all but the outermost `kept` open quotations with the paragraph, unclosed."""
        self._end_open(kept, self._stop)

    def _goes_on(self, opened: _Open, at: int) -> bool:
        return opened.mark in _REPEATED and self._text.startswith(opened.mark, at)

    def _read(self, mark: str, at: int) -> None:
        before = self._text[at - 1] if at > self._start else ""
        after = self._text[at + 1] if at + 1 < self._stop else ""
        opened = self._closed_by(mark, at, before, after)
        if opened is not None:
            self._close(opened, at)
        elif len(self._open) < _DEEPEST and self._opens(mark, at, before, after):
            self._open.append(_Open(mark, at))

    def _closed_by(self, mark: str, at: int, before: str, after: str) -> int | None:
        """The place on the stack of the quotation that the mark closes, if it does."""
        faces_back = _is_solid(before) and not after.isalnum()
        if mark in "‘“":  # shaped to open: closes only right behind words
            faces_back = faces_back and (before.isalnum() or before in _BEFORE_CLOSING)
        if mark in "'‘’":
            ends = faces_back or (mark == "’" and not before.isalnum() and not after.isalnum())
            return self._innermost("single", "") if ends and not self._is_possessive(at, before, after) else None
        if mark == '"':
            straight = self._innermost("double", '"')
            return straight if straight is not None or not faces_back else self._innermost("double", "")
        if mark == "“":
            low = self._innermost("double", "„")
            return low if low is not None or not faces_back else self._innermost("double", "")
        return self._innermost(_FAMILY[mark], "") if mark in "”»" else None

    def _innermost(self, family: str, mark: str) -> int | None:
        """The innermost open quotation of a family, of one mark if given. A single one counts only on top."""
        for place in range(len(self._open) - 1, -1, -1):
            opened = self._open[place]
            if opened.family == family and mark in ("", opened.mark):
                return place
            if family == "single":
                return None
        return None

    def _is_possessive(self, at: int, before: str, after: str) -> bool:
        """Whether "soldiers' " is a genitive inside a quotation that a later mark surely closes."""
        return before in "sS" and after == " " and self._surely_closes_later(at)

    def _surely_closes_later(self, at: int) -> bool:
        """Whether a single mark behind a punctuation mark comes before the next one that opens."""
        if not at < self._ahead[0] < self._stop:
            match = _SINGLE_AHEAD.search(self._text, at + 1, self._stop)
            self._ahead = (match.start(), bool(match["closer"])) if match else (self._stop - 1, False)
        return self._ahead[1]

    def _opens(self, mark: str, at: int, before: str, after: str) -> bool:
        begins = before == "" or before.isspace() or before in _BEFORE_OPENING
        if mark in "'‘":
            elided = _ELISION.match(self._text, at + 1, self._stop) and not self._surely_closes_later(at)
            return begins and _is_solid(after) and not elided
        if mark == '"':
            return begins and _is_solid(after)
        if mark == "”":
            return (before == "" or before.isspace()) and after.isalnum()
        return mark in "“„«" and after != ""

    def _close(self, place: int, at: int) -> None:
        self._end_open(place + 1, at)
        opened = self._open.pop()
        if self._text[opened.start + 1 : at].strip():
            self.found.append(QuotationMention(opened.start, at + 1, opened.start + 1, at, 0, closed=True))

    def _end_open(self, kept: int, end: int) -> None:
        """End all but the outermost `kept` at `end`, unclosed; a straight single mark was an apostrophe then."""
        for opened in self._open[kept:]:
            if opened.mark != "'":
                self.found.append(QuotationMention(opened.start, end, opened.start + 1, end, 0, closed=False))
        del self._open[kept:]


def _is_solid(character: str) -> bool:
    return character != "" and not character.isspace()
