"""Converts the slides of a presentation, and their notes, to HTML (ECMA-376, part 1, PresentationML and DrawingML)."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.documents.document_text import TAB
from dossier.documents.html_building import add_element, add_marked, add_text
from dossier.documents.list_marks import TYPES
from dossier.documents.office_parts import OfficeParts
from dossier.documents.omissions import Omissions
from dossier.documents.symbols import PRIVATE_AREA, UNKNOWN, symbol_text
from dossier.documents.word.equations import equation_text
from dossier.documents.word.parts import MC, M

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr", "sldImg")
"""The kinds of placeholders that a presentation repeats on its slides."""
NUMBERS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
"""The types of numbers in HTML, by the beginning of their names in DrawingML; others are decimal."""
SURROUNDINGS = {"ParenBoth": "(%s)", "ParenR": "%s)", "Plain": "%s"}
"""What is around a number, by the end of the name of its type; others end with a full stop."""
STRUCK = ("sngStrike", "dblStrike")


class Slide(NamedTuple):
    """A slide: its number as programs count it, its text and that of its notes as HTML, and whether it is hidden."""

    number: int
    body: Any
    notes: Any
    is_hidden: bool


class SlideReader:
    """Converts slides; what is left out, or written otherwise, is in `omissions`."""

    def __init__(self, parts: OfficeParts) -> None:
        self.omissions = Omissions()
        self._parts = parts
        self._counts: dict[int, int] = {}
        self._related: dict[str, str] = {}

    def read_all(self) -> Iterator[Slide]:
        """Yield the slides in the order in which they are shown."""
        from lxml.html import Element  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

        main = self._parts.root(self._parts.main)
        members = self._members(self._parts.main)
        slides = (members.get(item.get(f"{RELATION}id") or "", "") for item in main.iter(f"{P}sldId"))
        for number, member in enumerate(slides, 1):
            if member not in self._parts.package:
                continue
            root = self._parts.root(member)
            body, notes = Element("body"), Element("body")
            self._write_shapes(root, member, body)
            for part in self._parts.related(member):
                if part.type == "notesSlide" and part.member in self._parts.package:
                    self._write_shapes(self._parts.root(part.member), part.member, notes)
                elif part.type == "comments" and part.member in self._parts.package:
                    self.omissions.comments += map(_plain_text, self._parts.root(part.member))
            yield Slide(number, body, notes, root.get("show") in ("0", "false"))

    def _members(self, member: str) -> dict[str, str]:
        """Return the members that a part refers to, by the ids of the relationships."""
        return {part.id: part.member for part in self._parts.related(member) if not part.is_external}

    def _write_shapes(self, root: Any, member: str, parent: Any) -> None:
        """Write the shapes of a slide, its title first, then in the order in which screen readers read them."""
        self._related = self._members(member)
        tree = root.find(f"{P}cSld/{P}spTree")
        shapes = list(self._iter_shapes(tree)) if tree is not None else []
        for shape in sorted(shapes, key=lambda shape: _placeholder(shape) not in TITLES):
            kind = _placeholder(shape)
            if kind in FURNITURE:
                self._note_furniture(shape, kind)
            elif shape.tag == f"{P}graphicFrame":
                self._write_frame(shape, parent)
            elif shape.tag == f"{P}pic":
                self._note_picture(shape)
            else:
                self._write_paragraphs(shape.find(f"{P}txBody"), parent, "h2" if kind in TITLES else "p")

    def _iter_shapes(self, group: Any) -> Iterator[Any]:
        """Yield the shapes of a group and of those within it; of an alternative, the first version."""
        for child in group:
            if child.tag == f"{P}grpSp":
                yield from self._iter_shapes(child)
            elif child.tag == f"{MC}AlternateContent":
                choice = next(child.iterchildren(f"{MC}Choice", f"{MC}Fallback"), None)
                if choice is not None:
                    yield from self._iter_shapes(choice)
            elif child.tag in (f"{P}sp", f"{P}graphicFrame", f"{P}pic", f"{P}cxnSp"):
                if _properties(child).get("hidden") in ("1", "true"):
                    self.omissions.hidden.append(_plain_text(child))
                else:
                    yield child

    def _note_furniture(self, shape: Any, kind: str) -> None:
        if kind in ("ftr", "hdr") and (text := _plain_text(shape)):
            (self.omissions.footers if kind == "ftr" else self.omissions.headers).append(text)

    def _note_picture(self, shape: Any) -> None:
        properties = _properties(shape)
        self.omissions.pictures.append(properties.get("descr") or properties.get("name") or "without a description")

    def _write_frame(self, frame: Any, parent: Any) -> None:
        """Write a table or the words of a diagram; note a chart or an embedded document."""
        table = frame.find(f".//{A}tbl")
        if table is not None:
            self._write_table(table, parent)
        for diagram in frame.iter(f"{DIAGRAM}relIds"):
            member = self._related.get(diagram.get(f"{RELATION}dm") or "", "")
            for text in self._parts.root(member).iter(f"{DIAGRAM}t") if member in self._parts.package else ():
                self._write_paragraphs(text, parent, "p")
        for chart in frame.iter(f"{CHART}chart"):
            member = self._related.get(chart.get(f"{RELATION}id") or "", "")
            words = _plain_text(self._parts.root(member)) if member in self._parts.package else ""
            self.omissions.drawn.append(words or "without text")
        for item in frame.iter(f"{P}oleObj"):
            self.omissions.objects.append(item.get("name") or item.get("progId") or "without a name")

    def _write_table(self, table: Any, parent: Any) -> None:
        element = add_element(parent, "table")
        for row in table.iterchildren(f"{A}tr"):
            row_element = add_element(element, "tr")
            for cell in row.iterchildren(f"{A}tc"):
                if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                    continue
                cell_element = add_element(row_element, "td")
                for name, attribute in (("gridSpan", "colspan"), ("rowSpan", "rowspan")):
                    if span := cell.get(name):
                        cell_element.set(attribute, span)
                self._write_paragraphs(cell.find(f"{A}txBody"), cell_element, "p")

    def _write_paragraphs(self, text: Any, parent: Any, tag: str) -> None:
        self._counts = {}
        paragraphs = [] if text is None else list(text.iterchildren(f"{A}p"))
        if tag == "h2" and len(paragraphs) > 1:
            paragraphs = [paragraph for paragraph in paragraphs if _plain_text(paragraph)]
        for paragraph in paragraphs:
            self._write_inline(paragraph, self._block(paragraph, parent, tag))

    def _block(self, paragraph: Any, parent: Any, tag: str) -> Any:
        """Return a new element for a paragraph, with its number, or as an item of a list if it has its own bullet."""
        properties = paragraph.find(f"{A}pPr")
        level = 0 if properties is None else _integer(properties.get("lvl"), 0)
        self._counts = {other: count for other, count in self._counts.items() if other <= level}
        numbering = None if properties is None else properties.find(f"{A}buAutoNum")
        if numbering is not None and _plain_text(paragraph):
            count = self._counts.get(level, _integer(numbering.get("startAt"), 1))
            self._counts[level] = count + 1
            return add_element(parent, tag, f"{_number_mark(numbering.get('type') or '', count)} ")
        self._counts.pop(level, None)
        if properties is not None and properties.find(f"{A}buChar") is not None and _plain_text(paragraph):
            return add_element(add_element(parent, "ul"), "li")
        return add_element(parent, tag)

    def _write_inline(self, paragraph: Any, element: Any) -> None:
        for child in paragraph:
            if child.tag in (f"{A}r", f"{A}fld"):
                self._write_run(child, element)
            elif child.tag == f"{A}br":
                add_element(element, "br")
            elif child.tag == f"{MC}AlternateContent" or child.tag.endswith("}m"):
                for equation in child.iter(f"{M}oMath"):
                    text = equation_text(equation)
                    self.omissions.equations.append(text)
                    add_text(element, f" {text} ")

    def _write_run(self, run: Any, element: Any) -> None:
        text = "".join(node.text or "" for node in run.iterchildren(f"{A}t")).replace("\t", TAB)
        properties = run.find(f"{A}rPr")
        text = self._with_symbols(text, properties)
        baseline = "0" if properties is None else (properties.get("baseline") or "0").rstrip("%")
        if properties is not None and properties.get("strike") in STRUCK:
            add_marked(element, "s", text)
        elif baseline.strip("0."):
            add_marked(element, "sub" if baseline.startswith("-") else "sup", text)
        else:
            add_text(element, text)

    def _with_symbols(self, text: str, properties: Any) -> str:
        """Return text with the characters of a symbol font in Unicode."""
        if not any(ord(character) in PRIVATE_AREA for character in text):
            return text
        font = None if properties is None else next(properties.iterchildren(f"{A}sym", f"{A}latin"), None)
        name = "" if font is None else font.get("typeface") or ""
        written = ""
        for character in text:
            symbol = symbol_text(ord(character), name) if ord(character) in PRIVATE_AREA else character
            if symbol == UNKNOWN:
                self.omissions.symbols.append(f"{name or 'unknown font'} {ord(character):04X}")
            written += symbol
        return written


def _number_mark(type: str, number: int) -> str:
    """Return the number of a paragraph as it is shown: `1.`, `a)`, `(iv)`."""
    kind = next((kind for name, kind in NUMBERS.items() if type.startswith(name)), "")
    numeral = TYPES.get(kind, str)(number)
    around = next((around for end, around in SURROUNDINGS.items() if type.endswith(end)), "%s.")
    return around % numeral


def _integer(value: str | None, default: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"\d{1,6}", value) else default


def _properties(shape: Any) -> Any:
    """Return the element with the name and the description of a shape."""
    return next(shape.iter(f"{P}cNvPr"), shape)


def _placeholder(shape: Any) -> str:
    """Return the kind of the placeholder that a shape fills, such as `title`; "" if it fills none."""
    placeholder = next(shape.iter(f"{P}ph"), None)
    return "" if placeholder is None else placeholder.get("type") or "body"


def _plain_text(element: Any) -> str:
    """Return the text of an element, on one line."""
    names = (f"{A}t", f"{A}p", f"{A}br", f"{P}text", f"{CHART}v")
    pieces = (node.text or "" if node.tag == f"{A}t" else f" {node.text or ''}" for node in element.iter(*names))
    return " ".join("".join(pieces).split())
