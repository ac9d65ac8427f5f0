"""The body of a Word document as HTML: paragraphs with their numbers, tables, footnote marks and text boxes."""

from collections import Counter
from typing import Any, NamedTuple

from dossier.documents.document_text import TAB
from dossier.documents.html_building import add_element, add_marked, add_note_mark, add_text
from dossier.documents.omissions import Omissions
from dossier.documents.symbols import PRIVATE_AREA, UNKNOWN, symbol_text
from dossier.documents.word.equations import equation_text
from dossier.documents.word.notes import NoteMarks
from dossier.documents.word.numbering import Numbering
from dossier.documents.word.parts import MC, WP, M, W, is_on, value, word_text
from dossier.documents.word.word_styles import WordStyles

BLOCK_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag", "body"))
INLINE_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "sdtContent", "fldSimple", "ins", "moveTo", "customXml", "bdo", "dir")
)
SUPERSCRIPT_POSITION = 4
"""The half-points by which raised text is a superscript, or lowered text a subscript."""


CHECKBOXES = ("☐", "☒")


class _Field(NamedTuple):
    """A field: whether its instruction is being read, not its result, and what it shows if it stores none."""

    is_instruction: bool
    form_text: str


class WordBody:
    """Converts the body and the notes of a document; what it leaves out or writes otherwise is collected."""

    def __init__(self, styles: WordStyles, numbering: Numbering, notes: NoteMarks) -> None:
        """Convert with these styles and numberings; `notes` collects the marks of the notes."""
        self.omissions = Omissions()
        self.languages: Counter[str] = Counter()
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._fields: list[_Field] = []
        self._boxes: list[Any] = []
        self._initial = ""  # The large first letter of the next paragraph, which Word has in a paragraph of its own.

    def convert(self, container: Any, parent: Any) -> None:
        """Convert the paragraphs and tables in a container, and add them to an element of HTML."""
        for child in container:
            if child.tag == f"{W}p":
                self._paragraph(child, parent)
            elif child.tag == f"{W}tbl":
                self._table(child, parent)
            elif child.tag == f"{W}sdt" or child.tag in BLOCK_WRAPPERS:
                self.convert(child, parent)
            elif child.tag == f"{MC}AlternateContent":
                self.convert(_chosen(child), parent)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                self._equation(child, add_element(parent, "p"))

    def _paragraph(self, paragraph: Any, parent: Any) -> None:
        level = self._styles.heading_level(paragraph)
        element = add_element(parent, "p" if level is None else f"h{min(level, 6)}")
        element.text, self._initial = self._initial or None, ""
        mark = self._numbering.next_mark(paragraph)
        self._inline(paragraph, element, paragraph)
        if paragraph.find(f"{W}pPr/{W}framePr[@{W}dropCap]") is not None:
            self._initial = "".join(element.itertext()).strip()
            parent.remove(element)
            return
        has_text = bool("".join(element.itertext()).strip())
        if mark is None and has_text:
            self.omissions.unnumbered.append("".join(element.itertext()))
        elif mark and has_text:
            element.text = mark + (element.text or "")
        if not self._boxes:
            return
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            if text := word_text(box):
                self.omissions.text_boxes.append(text)
            self.convert(box, add_element(parent, "div"))

    def _table(self, table: Any, parent: Any) -> None:
        element = add_element(parent, "table")
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is table:
                self._row(row, add_element(element, "tr"))

    def _row(self, row: Any, element: Any) -> None:
        before = value(row.find(f"{W}trPr"), "gridBefore") or "0"
        for _ in range(min(int(before), 64) if before.isdecimal() else 0):
            add_element(element, "td")
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            properties = cell.find(f"{W}tcPr")
            merge = None if properties is None else properties.find(f"{W}vMerge")
            cell_element = add_element(element, "td")
            if width := value(properties, "gridSpan"):
                cell_element.set("colspan", width)
            if merge is None or merge.get(f"{W}val") == "restart":
                self.convert(cell, cell_element)

    def _inline(self, container: Any, parent: Any, paragraph: Any) -> None:
        for child in container:
            if child.tag == f"{W}r":
                self._run(child, parent, paragraph)
            elif child.tag == f"{W}sdt" or child.tag in INLINE_WRAPPERS:
                self._inline(child, parent, paragraph)
            elif child.tag == f"{MC}AlternateContent":
                self._inline(_chosen(child), parent, paragraph)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                self._equation(child, parent)

    def _run(self, run: Any, parent: Any, paragraph: Any) -> None:
        if self._styles.run_is(run, paragraph, "vanish"):
            if text := word_text(run):
                self.omissions.hidden.append(text)
            self._skip_fields(run)
            return
        tag = self._run_tag(run)
        language = value(run.find(f"{W}rPr"), "lang") or ""
        font = run.find(f"{W}rPr/{W}rFonts")
        font_name = "" if font is None else font.get(f"{W}ascii") or ""
        for child in run:
            text = self._run_text(child, parent, font_name)
            if text and not self._is_in_instruction():
                self.languages[language] += len(text)
                if tag:
                    add_marked(parent, tag, text)
                else:
                    add_text(parent, text)

    def _run_tag(self, run: Any) -> str:
        """Return the element of HTML for a run that is struck out, raised or lowered, otherwise ""."""
        if any(self._styles.run_is(run, None, name) for name in ("strike", "dstrike")):
            return "s"
        alignment = self._styles.run_value(run, "vertAlign")
        position = self._styles.run_value(run, "position") or "0"
        height = int(position) if position.lstrip("-").isdecimal() else 0
        if alignment == "superscript" or height >= SUPERSCRIPT_POSITION:
            return "sup"
        return "sub" if alignment == "subscript" or height <= -SUPERSCRIPT_POSITION else ""

    def _run_text(self, child: Any, parent: Any, font: str) -> str:
        """Return the text of a part of a run; parts that are not text are added to the element, or collected."""
        name = child.tag.removeprefix(W)
        if name == "t":
            return self._plain_text(child.text or "", font)
        if name in ("tab", "ptab"):
            return TAB
        if name in ("noBreakHyphen", "softHyphen"):
            return "-" if name == "noBreakHyphen" else "\u00ad"
        if name == "sym":
            return self._symbol(child)
        if name == "fldChar":
            return self._field_character(child)
        if self._is_in_instruction():
            return ""
        if name in ("br", "cr"):
            add_element(parent, "br")
        elif name in ("footnoteReference", "endnoteReference"):
            if mark := self._notes.mark(child):
                add_note_mark(parent, mark)
        elif name == "ruby":
            return f"{word_text(child.find(f'{W}rubyBase'))} ({word_text(child.find(f'{W}rt'))})"
        elif name in ("drawing", "pict", "object"):
            self._drawing(child)
        elif child.tag == f"{MC}AlternateContent":
            return "".join(self._run_text(part, parent, font) for part in _chosen(child))
        return ""

    def _plain_text(self, text: str, font: str) -> str:
        if not any(ord(character) in PRIVATE_AREA for character in text):
            return text
        return "".join(
            self._symbol_text(ord(letter), font) if ord(letter) in PRIVATE_AREA else letter for letter in text
        )

    def _symbol(self, element: Any) -> str:
        code = element.get(f"{W}char") or ""
        try:
            return self._symbol_text(int(code, 16), element.get(f"{W}font") or "")
        except ValueError:
            return ""

    def _symbol_text(self, code: int, font: str) -> str:
        """Return the Unicode character for one of a symbol font."""
        text = symbol_text(code, font)
        if text == UNKNOWN:
            self.omissions.symbols.append(f"{code:04X} of {font or 'an unknown font'}")
        return text

    def _field_character(self, element: Any) -> str:
        """Follow the fields, whose instructions are not shown; return the text of one that stores none at its end."""
        type = element.get(f"{W}fldCharType")
        if type == "begin":
            self._fields.append(_Field(True, _form_text(element)))
        elif type == "separate" and self._fields:
            self._fields[-1] = self._fields[-1]._replace(is_instruction=False)
        elif type == "end" and self._fields:
            field = self._fields.pop()
            return field.form_text if field.is_instruction or field.form_text in CHECKBOXES else ""
        return ""

    def _skip_fields(self, run: Any) -> None:
        for character in run.iter(f"{W}fldChar"):
            self._field_character(character)

    def _is_in_instruction(self) -> bool:
        return any(field.is_instruction for field in self._fields)

    def _equation(self, element: Any, parent: Any) -> None:
        text = equation_text(element).strip()
        if text:
            self.omissions.equations.append(text)
            before = "".join(parent.itertext())
            add_text(parent, f" {text}" if before[-1:].isalnum() and text[:1].isalnum() else text)

    def _drawing(self, element: Any) -> None:
        """Collect the text boxes, pictures and embedded documents in a drawing."""
        has_text = element.find(f".//{W}txbxContent") is not None
        for node in list(element.iter()):
            if any(ancestor.tag == f"{MC}Fallback" for ancestor in node.iterancestors()):
                continue
            name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
            if name == "txbxContent" and next(node.iterancestors(f"{W}txbxContent"), None) is None:
                self._boxes.append(node)
            elif name == "OLEObject":
                self.omissions.objects.append(node.get("ProgID") or "an object")
            elif node.tag == f"{WP}docPr" and not has_text:
                self.omissions.pictures.append(node.get("descr") or node.get("title") or node.get("name") or "an image")
            elif name == "textpath" and node.get("string"):
                self.omissions.pictures.append(f"drawn letters: {node.get('string')}")


def _chosen(alternatives: Any) -> Any:
    """Return the first of alternative contents if Word's own elements are in it, otherwise that for older programs."""
    choice = alternatives.find(f"{MC}Choice")
    fallback = alternatives.find(f"{MC}Fallback")
    is_known = choice is not None and any(str(node.tag).startswith(W) for node in choice.iter())
    return choice if is_known else fallback if fallback is not None else alternatives


def _form_text(character: Any) -> str:
    """Return what the field of a form shows: a box, or the chosen entry of a list; "" if its result is stored."""
    box = character.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = is_on(box, "checked")
        return CHECKBOXES[bool(is_on(box, "default") if checked is None else checked)]
    entries = character.findall(f"{W}ffData/{W}ddList/{W}listEntry")
    chosen = value(character.find(f"{W}ffData/{W}ddList"), "result") or "0"
    index = int(chosen) if chosen.isdecimal() else 0
    return (entries[index].get(f"{W}val") or "") if index < len(entries) else ""
