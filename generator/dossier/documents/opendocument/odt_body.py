"""The body of an OpenDocument text as HTML: paragraphs, lists with their numbers, tables, footnotes and text boxes."""

from collections.abc import Callable
from typing import Any, NamedTuple

from dossier.documents.document_text import MAX_SPAN, TAB
from dossier.documents.html_building import add_element, add_marked, add_note_mark, add_text, prefix_note
from dossier.documents.omissions import Omissions
from dossier.documents.opendocument.lists import ListNumbers
from dossier.documents.opendocument.odt_styles import DC, DRAW, OFFICE, STYLE, SVG, TABLE, TEXT, XLINK, OdtStyles

MAX_REPEATED = 100
"""The most rows with the same text that are written."""
SPACES = frozenset([f"{TEXT}p", f"{TEXT}h", f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"])
"""Elements that are a space in a text on one line."""
IGNORED = frozenset(
    [f"{TEXT}{name}" for name in ("sequence-decls", "variable-decls", "user-field-decls", "tracked-changes", "number")]
    + [f"{OFFICE}forms", f"{TEXT}table-of-content-source", f"{TEXT}list-header-source", f"{DC}title"]
)
BLOCKS = frozenset((f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table", f"{TEXT}section"))


class _List(NamedTuple):
    """The list that is being converted: its style, level, and counts by level."""

    style: str
    level: int
    counts: dict[int, int]


class OdtBody:
    """Converts the body of a document; `deletions` are what was deleted, by the ids of the tracked changes."""

    def __init__(self, styles: OdtStyles, dropped: frozenset[str], deletions: dict[str, Any]) -> None:
        """Convert with these styles; text in the tracked changes `dropped` is left out, `deletions` are put back."""
        self.omissions = Omissions()
        self.notes: dict[str, list[Any]] = {"footnote": [], "endnote": []}
        self.formulas: Callable[[str], Any] = lambda address: None
        """Returns the root of the embedded document at an address if it is a formula, otherwise None."""
        self._styles = styles
        self._numbers = ListNumbers(styles)
        self._dropped = dropped
        self._deletions = deletions
        self._open_changes: set[str] = set()
        self._boxes: list[Any] = []

    def convert(self, container: Any, parent: Any, of_list: _List | None = None) -> None:
        """Convert the paragraphs, lists and tables in a container, and add them to an element of HTML."""
        for child in container:
            name = child.tag
            if name in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, parent, "", of_list)
            elif name == f"{TEXT}list":
                self._list(child, parent, of_list)
            elif name == f"{TABLE}table":
                self._table(child, parent)
            elif child.get(f"{TEXT}display") == "none" or name in IGNORED:
                self._hide(child)
            elif name in (f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"):
                self._change(child, parent)
            elif name.startswith(DRAW):
                self._drawing(child)
                self._write_boxes(parent)
            else:
                self.convert(child, parent, of_list)

    def _hide(self, element: Any) -> None:
        if element.tag not in IGNORED and (text := all_text(element)):
            self.omissions.hidden.append(text)

    def _paragraph(self, paragraph: Any, parent: Any, mark: str | None, of_list: _List | None) -> None:
        style = paragraph.get(f"{TEXT}style-name")
        level = _level(paragraph, self._styles, style)
        if self._is_hidden("paragraph", style):
            self._hide(paragraph)
            return
        element = add_element(parent, "p" if level is None else f"h{min(level, 6)}")
        if (number := paragraph.find(f"{TEXT}number")) is not None:
            mark = f"{all_text(number)} "
        elif level is not None and of_list is None and paragraph.tag == f"{TEXT}h":
            mark = self._numbers.heading_mark(paragraph, level)
        self._inline(paragraph, element)
        text = "".join(element.itertext())
        if mark is None and text.strip():
            self.omissions.unnumbered.append(text)
        elif mark and text.strip():
            element.text = mark + (element.text or "")
        self._write_boxes(parent)

    def _write_boxes(self, parent: Any) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            if text := all_text(box):
                self.omissions.text_boxes.append(text)
            self.convert(box, add_element(parent, "div"))

    def _list(self, element: Any, parent: Any, of_list: _List | None) -> None:
        outer = of_list or _List("", 0, {})
        style = element.get(f"{TEXT}style-name") or outer.style or self._style_of_first(element)
        counts = self._numbers.start_list(element, style, of_list is None, outer.counts)
        inner = _List(style, outer.level + 1, counts)
        for item in element:
            is_item = item.tag == f"{TEXT}list-item"
            starts_with_list = len(item) > 0 and item[0].tag == f"{TEXT}list"
            mark: str | None = ""
            if is_item and not starts_with_list:
                mark = self._numbers.item_mark(item, style, inner.level, counts)
            for child in item:
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._paragraph(child, parent, mark, inner)
                    mark = ""
                elif child.tag == f"{TEXT}list":
                    self._list(child, parent, inner)
                else:
                    self.convert([child], parent, inner)

    def _style_of_first(self, element: Any) -> str:
        """Return the list style of the first paragraph in a list that names none."""
        first = next(element.iter(f"{TEXT}p", f"{TEXT}h"), None)
        name = None if first is None else first.get(f"{TEXT}style-name")
        return self._styles.attribute(name, f"{STYLE}list-style-name") or ""

    def _table(self, table: Any, parent: Any) -> None:
        element = add_element(parent, "table")
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is not table:
                continue
            has_text = bool(all_text(row))
            for _ in range(min(_integer(row.get(f"{TABLE}number-rows-repeated")), MAX_REPEATED) if has_text else 1):
                self._row(row, add_element(element, "tr"))

    def _row(self, row: Any, element: Any) -> None:
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            for _ in range(min(_integer(cell.get(f"{TABLE}number-columns-repeated")), MAX_SPAN)):
                cell_element = add_element(element, "td")
                if cell.tag == f"{TABLE}table-cell":
                    self.convert(cell, cell_element)
                else:
                    self._hide(cell)

    def _inline(self, container: Any, parent: Any, tag: str = "") -> None:
        self._text(container.text, parent, tag)
        for child in container:
            self._part(child, parent, tag)
            self._text(child.tail, parent, tag)

    def _part(self, child: Any, parent: Any, tag: str) -> None:
        """Convert a part of a paragraph."""
        name = child.tag
        if name in IGNORED:
            return
        if name in (f"{TEXT}s", f"{TEXT}tab"):
            self._text(" " if name == f"{TEXT}s" else TAB, parent, tag)
        elif name == f"{TEXT}line-break":
            add_element(parent, "br")
        elif name == f"{TEXT}note":
            self._note(child, parent)
        elif name == f"{OFFICE}annotation":
            author = child.findtext(f"{DC}creator") or ""
            text = " ".join(all_text(paragraph) for paragraph in child.iter(f"{TEXT}p"))
            self.omissions.comments.append(f"{author}: {text}" if author else text)
        elif name in (f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"):
            self._change(child, parent)
        elif name == f"{TEXT}ruby":
            base, above = all_text(child.find(f"{TEXT}ruby-base")), all_text(child.find(f"{TEXT}ruby-text"))
            self._text(f"{base} ({above})", parent, tag)
        elif name.startswith(DRAW):
            self._drawing(child, parent)
        elif child.get(f"{TEXT}is-hidden") == "true" or child.get(f"{TEXT}display") == "none":
            self._hide(child)
        elif name == f"{TEXT}span":
            style = child.get(f"{TEXT}style-name")
            if self._is_hidden("text", style):
                self._hide(child)
            else:
                self._inline(child, parent, self._styles.tag(style) or tag)
        elif name in BLOCKS:
            self.convert([child], parent)
        else:
            self._inline(child, parent, tag)

    def _text(self, text: str | None, parent: Any, tag: str) -> None:
        if not text or self._open_changes:
            return
        if tag:
            add_marked(parent, tag, text)
        else:
            add_text(parent, text)

    def _is_hidden(self, family: str, style: str | None) -> bool:
        return self._styles.text_property(family, style, f"{TEXT}display") == "none"

    def _change(self, mark: Any, parent: Any) -> None:
        """Leave out the text of a tracked change, or put back what it deleted."""
        id = mark.get(f"{TEXT}change-id") or ""
        if mark.tag == f"{TEXT}change-start" and id in self._dropped:
            self._open_changes.add(id)
        elif mark.tag == f"{TEXT}change-end":
            self._open_changes.discard(id)
        elif mark.tag == f"{TEXT}change" and id in self._deletions:
            paragraphs = [child for child in self._deletions[id] if child.tag in (f"{TEXT}p", f"{TEXT}h")]
            for number, paragraph in enumerate(paragraphs):
                if number:
                    add_element(parent, "br")
                self._inline(paragraph, parent)

    def _note(self, note: Any, parent: Any) -> None:
        if self._open_changes:
            return
        citation = note.find(f"{TEXT}note-citation")
        kind = "endnote" if note.get(f"{TEXT}note-class") == "endnote" else "footnote"
        mark = "" if citation is None else citation.get(f"{TEXT}label") or all_text(citation)
        add_note_mark(parent, mark or "*")
        body = note.find(f"{TEXT}note-body")
        if body is None:
            return
        element = add_element(parent, "div")
        parent.remove(element)
        self.convert(body, element)
        prefix_note(element, mark or "*")
        self.notes[kind].append(element)

    def _drawing(self, element: Any, parent: Any = None) -> None:
        """Collect the text boxes, pictures and embedded documents in a drawing; write a formula at its place."""
        for node in [element, *element.iterdescendants()]:
            if node is not element and any(
                box.tag in (f"{DRAW}text-box", f"{TEXT}note") for box in _between(node, element)
            ):
                continue
            if node.tag == f"{DRAW}text-box":
                self._boxes.append(node)
            elif node.tag == f"{DRAW}image":
                if node.getparent().find(f"{DRAW}object") is None:
                    self.omissions.pictures.append(_description(node.getparent()))
            elif node.tag in (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}applet"):
                self._object(node, parent)
            elif node.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list") and node.getparent().tag.startswith(DRAW):
                self._boxes.append([node])

    def _object(self, node: Any, parent: Any) -> None:
        formula = self.formulas(node.get(f"{XLINK}href") or "")
        if formula is None or parent is None:
            self.omissions.objects.append(_description(node.getparent()))
            return
        parent.append(formula)
        self.omissions.equations.append("".join(formula.itertext()))


def _between(node: Any, outer: Any) -> list[Any]:
    """Return the elements that a node is in, up to an outer one, without it."""
    found: list[Any] = []
    for ancestor in node.iterancestors():
        if ancestor is outer:
            break
        found.append(ancestor)
    return [*found, outer]


def all_text(element: Any) -> str:
    """Return the text of an element on one line, with a space for each tab and end of a paragraph; "" for None."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]  # Imported here because it takes 30 ms.

    pieces: list[str] = []
    for part in [] if element is None else element if isinstance(element, list) else [element]:
        for event, node in iterwalk(part, events=("start", "end")):
            if event == "start":
                pieces.append((" " if node.tag in SPACES else "") + (node.text or ""))
            elif node is not part:
                pieces.append(node.tail or "")
    return " ".join("".join(pieces).split())


def _description(frame: Any) -> str:
    texts = (frame.findtext(f"{SVG}{name}") for name in ("title", "desc"))
    described = ": ".join(" ".join(text.split()) for text in texts if text and text.strip())
    return described or frame.get(f"{DRAW}name") or "without description"


def _level(paragraph: Any, styles: OdtStyles, style: str | None) -> int | None:
    """Return the level of a heading, None if the paragraph is not one."""
    level = paragraph.get(f"{TEXT}outline-level")
    if paragraph.tag == f"{TEXT}p":
        level = styles.attribute(style, f"{STYLE}default-outline-level")
    return int(level) if level and level.isdecimal() and int(level) > 0 else 1 if paragraph.tag == f"{TEXT}h" else None


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < len("1000000") else 1 if not text else MAX_REPEATED
