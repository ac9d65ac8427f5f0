"""All that readers see of a web page, as text: for pages that are a document as a whole, such as an email's.

Each paragraph, heading, item of a list and row of a table is a line. The cells of a row are separated by ` | `.
"""

import re
from collections.abc import Iterator
from typing import Any

from dossier.documents.list_marks import BULLET, item_marks
from dossier.documents.page_elements import BLOCKS, UNSEEN, iter_text
from dossier.documents.page_tree import clean_page, parse_page
from dossier.documents.reader import Extract
from dossier.documents.remarks import list_texts

WHITE_SPACE = re.compile("[ \t\n\r\f\v]+")
"""What a page shows as one space; a no-break space is kept, as it may belong to a figure."""
LINE_END = re.compile("\r\n?|\n")
CELLS = ("td", "th")
LAYOUT_TAGS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption")
PRESERVED = frozenset(("pre", "textarea"))
CELL_SEPARATOR = " | "


def extract_whole(page: str, quotation_prefix: str = "") -> Extract | None:
    """Extract everything that readers see of a page; return None if that is nothing.

    Each line of a block quotation begins with `quotation_prefix`, once for each quotation that it is in.
    """
    parsed = parse_page(page)
    if parsed is None:
        return None
    tree = parsed.tree
    title = " ".join((tree.findtext(".//title") or "").split()) or None
    _unwrap_layout(tree.body)
    remarks = clean_page(tree)
    lines = [line for line in _Lines(quotation_prefix).read(tree.body) if line.strip()]
    if not lines:
        return None
    images = (WHITE_SPACE.sub(" ", image.get("alt") or "").strip() for image in tree.body.iter("img"))
    omitted = tuple(list_texts("Image, left out", (image for image in images if image)))
    return Extract("\n".join(lines) + "\n", title, (), (*remarks, *omitted, *parsed.remarks), parsed.language)


def _unwrap_layout(body: Any) -> None:
    """Turn tables that only arrange a page, with one cell per row or another table inside, into divisions."""
    for table in list(body.iter("table")):
        rows = [row for row in table.iter("tr") if _table_of(row) is table]
        is_layout = any(True for _ in table.iterdescendants("table")) or all(
            sum(1 for cell in row.iterchildren(*CELLS) if "".join(cell.itertext()).strip()) <= 1 for row in rows
        )
        if is_layout:
            parts = [part for part in table.iter(*LAYOUT_TAGS) if part is table or _table_of(part) is table]
            for part in parts:
                part.tag = "div"


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


class _Lines:
    """Collects the lines of a page; an element may be nested deeper than Python can call."""

    def __init__(self, quotation_prefix: str) -> None:
        self._quotation_prefix = quotation_prefix
        self._depth = 0
        self._preserved = 0
        self._mark = ""
        self._item_marks: dict[Any, str] = {}
        self._parts: list[str] = []

    def read(self, body: Any) -> Iterator[str]:
        stack: list[tuple[Any, bool]] = [(body, False)]
        while stack:
            node, is_end = stack.pop()
            if not isinstance(node.tag, str) or node.tag in UNSEEN:
                yield from self._write(node.tail or "")
                continue
            if node.tag in BLOCKS:
                yield from self._flush()
            if is_end:
                self._leave(node)
                yield from self._write(node.tail or "" if node is not body else "")
                continue
            self._enter(node)
            stack.append((node, True))
            if node.tag == "tr":
                self._parts = [_row_text(node)]
                continue
            yield from self._write(node.text or "")
            stack.extend((child, False) for child in reversed(node))
        yield from self._flush()

    def _enter(self, node: Any) -> None:
        if node.tag == "blockquote":
            self._depth += 1
        elif node.tag in PRESERVED:
            self._preserved += 1
        elif node.tag == "li":
            self._mark = self._item_marks.pop(node, BULLET)
        elif node.tag in ("ul", "ol"):
            self._item_marks.update(item_marks(node))

    def _leave(self, node: Any) -> None:
        if node.tag == "blockquote":
            self._depth -= 1
        elif node.tag in PRESERVED:
            self._preserved -= 1
        elif node.tag == "li":
            self._mark = ""

    def _write(self, text: str) -> Iterator[str]:
        if not self._preserved:
            self._parts.append(text)
            return
        first, *others = LINE_END.split(text)
        self._parts.append(first)
        for line in others:
            yield from self._flush()
            self._parts.append(line)

    def _flush(self) -> Iterator[str]:
        text = "".join(self._parts)
        line = text.rstrip() if self._preserved else WHITE_SPACE.sub(" ", text).strip()
        self._parts = []
        if line.strip():
            yield self._quotation_prefix * self._depth + self._mark + line
            self._mark = ""


def _row_text(row: Any) -> str:
    cells = row.iterchildren(*CELLS)
    texts = (WHITE_SPACE.sub(" ", "".join(iter_text(cell))).strip() for cell in cells)
    return CELL_SEPARATOR.join(texts).strip()
