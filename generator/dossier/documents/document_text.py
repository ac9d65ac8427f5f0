"""The text of a word processor's document or a book, converted to HTML: all of it, with its headings as locators.

Paragraphs are separated by a blank line; items of a list and rows of a table are a line each. Readers put TAB where a
document has a tab, as white space in HTML is one space.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from dossier.documents.list_marks import BULLET, item_marks
from dossier.documents.page_elements import BLOCKS, UNSEEN, iter_text
from dossier.documents.page_markup import MAX_CELL, WHITE_SPACE
from dossier.documents.reader import TextBuilder
from dossier.model.locator import LocatorKind
from dossier.text.wording import truncate

TAB = "\ufdd0"
SOFT_HYPHEN = "\u00ad"
LINE_END = re.compile("\r\n?|\n")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CELLS = ("td", "th")
CELL_SEPARATOR = " | "
MAX_SPAN = 64
"""The most columns or rows that a cell is taken to span."""
MAX_LABEL = 100


class DocumentWriter:
    """Writes a tree of HTML elements, which may be nested deeper than Python can call, to a text with locators."""

    def __init__(self, has_headings: bool = True) -> None:
        """Start a text; each heading begins a chapter if `has_headings`."""
        self.builder = TextBuilder()
        self.soft_hyphens = 0
        """The number of soft hyphens, which only say where a word may be divided, that were left out."""
        self._anchors: Mapping[Any, str] = {}
        self._has_headings = has_headings
        self._label = ""
        self._locator_kind: LocatorKind = "chapter"
        self._parts: list[str] = []
        self._marks: list[str] = []
        self._item_marks: dict[Any, str] = {}
        self._list_depth = 0
        self._preserved = 0
        self._kind = ""
        self._is_after_break = False
        self._row_spans: dict[Any, list[Any]] = {}

    def write(self, body: Any, anchors: Mapping[Any, str] = MappingProxyType({})) -> None:
        """Add everything in an element; each anchor begins a chapter with its label."""
        self._anchors = anchors
        self._kind = self._kind and "paragraph"
        stack: list[tuple[Any, bool]] = [(body, False)]
        while stack:
            node, is_end = stack.pop()
            if not isinstance(node.tag, str) or node.tag in UNSEEN:
                self._write(node.tail or "")
                continue
            if node.tag in BLOCKS and not (node.tag == "br" and is_end):
                self._flush(is_break=node.tag == "br")
            if is_end:
                self._leave(node)
                self._write(node.tail or "" if node is not body else "")
                continue
            self._enter(node)
            stack.append((node, True))
            if node.tag == "tr" and self._write_row(node):
                continue
            self._write(node.text or "")
            stack.extend((child, False) for child in reversed(node))
        self._flush()

    def begin(self, label: str, kind: LocatorKind = "chapter") -> None:
        """Let the next line begin a chapter, or another part, with this label."""
        self._locator_kind = kind
        self._label = truncate(label.replace(TAB, " ").replace(SOFT_HYPHEN, ""), MAX_LABEL)

    def _enter(self, node: Any) -> None:
        if node in self._anchors:
            self.begin(self._anchors[node])
        if node.tag in HEADINGS and self._has_headings and (label := _line("".join(node.itertext()))):
            self.begin(label)
        if node.tag == "li":
            self._marks.append(self._item_marks.pop(node, BULLET))
        elif node.tag in ("ul", "ol"):
            self._list_depth += 1
            self._item_marks.update(item_marks(node))
        elif node.tag in ("pre", "textarea"):
            self._preserved += 1
        elif node.tag == "table":
            self._row_spans.update(_spread_cells(node))

    def _leave(self, node: Any) -> None:
        if node.tag == "li":
            self._marks.clear()
        elif node.tag in ("ul", "ol"):
            self._list_depth -= 1
            self._kind = self._kind if self._list_depth else self._kind and "list"
        elif node.tag in ("pre", "textarea"):
            self._preserved -= 1
        elif node.tag == "table" and self._kind == "row":
            self._kind = "table"

    def _write(self, text: str) -> None:
        if not self._preserved:
            self._parts.append(text)
            return
        first, *others = LINE_END.split(text)
        self._parts.append(first)
        for line in others:
            self._flush(is_break=True)
            self._parts.append(line)

    def _write_row(self, row: Any) -> bool:
        """Write a row of a table on one line; return whether it is one, and not the layout of a page."""
        cells = self._row_spans.get(row)
        if cells is None or _is_layout(cells):
            return False
        texts = ["" if cell is None else _line("".join(iter_text(cell))) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if any(texts):
            self._parts = [CELL_SEPARATOR.join(texts)]
            self._flush(kind="row")
        return True

    def _flush(self, is_break: bool = False, kind: str = "") -> None:
        """Write the line that has been collected, if it is not empty, after the line end or blank line it needs."""
        joined = "".join(self._parts)
        self._parts = []
        line = joined.rstrip() if self._preserved else _line(joined)
        if not line.strip():
            self._is_after_break = self._is_after_break and is_break
            return
        self.soft_hyphens += line.count(SOFT_HYPHEN)
        kind = kind or ("item" if self._list_depth else "paragraph")
        is_close = self._is_after_break or (kind == self._kind and kind != "paragraph")
        self.builder.write("" if not self._kind else "\n" if is_close else "\n\n")
        if self._label:
            self.builder.start(self._locator_kind, self._label)
            self._label = ""
        self.builder.write("".join(self._marks) + line.replace(SOFT_HYPHEN, "").replace(TAB, "\t").strip(" \t"))
        self._marks.clear()
        self._kind = kind
        self._is_after_break = is_break


def _line(text: str) -> str:
    return WHITE_SPACE.sub(" ", text).strip(f" {TAB}\u00a0")


def _is_layout(cells: Iterable[Any]) -> bool:
    """Return whether a row arranges a page: it has one cell, a table in a cell, or paragraphs of a page's length."""
    present = [cell for cell in cells if cell is not None]
    if len(present) <= 1 and not any(cell is None for cell in cells):
        return True
    for cell in present:
        if cell.find(".//table") is not None:
            return True
        if len("".join(cell.itertext())) > MAX_CELL and sum(1 for _ in cell.iter("p", "div", "li")) > 1:
            return True
    return False


def _spread_cells(table: Any) -> dict[Any, list[Any]]:
    """Return for each row its cells by column: None where a cell of an earlier row or column spans."""
    rows: dict[Any, list[Any]] = {}
    spanned: dict[int, int] = {}
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        cells: list[Any] = []
        following: dict[int, int] = {column: count - 1 for column, count in spanned.items() if count > 1}
        for cell in row.iterchildren(*CELLS):
            while spanned.get(len(cells)):
                cells.append(None)
            start, width, height = len(cells), _span(cell, "colspan"), _span(cell, "rowspan")
            cells.extend([cell, *[None] * (width - 1)])
            if height > 1:
                following.update(dict.fromkeys(range(start, start + width), height - 1))
        while spanned.get(len(cells)):
            cells.append(None)
        rows[row] = cells
        spanned = following
    return rows


def _span(cell: Any, attribute: str) -> int:
    value = cell.get(attribute) or ""
    return min(max(int(value), 1), MAX_SPAN) if re.fullmatch(r"\d{1,9}", value) else 1
