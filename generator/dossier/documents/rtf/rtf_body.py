"""The body of an RTF document as HTML, with its notes, and what else the document has."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from dossier.documents.document_text import TAB
from dossier.documents.html_building import add_element, add_note_mark, prefix_note
from dossier.documents.list_marks import BULLET, roman
from dossier.documents.omissions import Omissions
from dossier.documents.rtf.letters import CODE_PAGES, Letters
from dossier.documents.rtf.rtf_flow import RtfFlow
from dossier.documents.rtf.tokens import Token, read_tokens
from dossier.documents.symbols import PRIVATE_AREA, UNKNOWN, symbol_text
from dossier.io.encodings import join_surrogates, remove_control_characters

CHARACTERS = {
    "tab": TAB, "cell_tab": TAB, "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "zwj": "\u200d", "zwnj": "\u200c", "~": "\u00a0", "-": "\u00ad", "_": "-",
}  # fmt: skip
FLOWS = frozenset(["footnote", "annotation", "shptxt", "dptxbxtext", "listtext", "pntext"]) | {
    f"{place}{pages}" for place in ("header", "footer") for pages in ("", "l", "r", "f")
}
"""Destinations with paragraphs of their own."""
CAPTURED = frozenset(["title", "author", "operator", "company", "atnauthor", "objclass", "sn", "sv", "fldinst"])
"""Destinations with a short text."""
CONTAINERS = frozenset(
    ["shp", "shpgrp", "shpinst", "object", "do", "info", "upr", "field", "sp", "shppict", "nesttableprops"]
)
"""Destinations that have others in them."""
SHOWN = frozenset(["fldrslt", "result", "ud"])
"""Destinations with text that belongs to the paragraph around them."""
SKIPPED = frozenset(["colortbl", "pict", "nonshppict", "shprslt", "nonesttables", "xmlnstbl"])
HEADING = "heading "
COURIER_BULLET = "o"
"""The bullet of the second level of Word's lists, a letter that looks like a circle."""
FEED = re.compile(r"[\f\v]")
"""White space that no tree of elements can hold."""
MAX_GROUPS = 10_000


class _State(NamedTuple):
    """The properties of letters and paragraphs in a group, and where its text belongs."""

    destination: str = "text"
    font: int = -1
    is_hidden: bool = False
    is_struck: bool = False
    height: int = 0
    change: str = ""
    skipped: int = 1
    language: int = 0
    level: int | None = None
    is_in_table: bool = False
    depth: int = 1

    @property
    def table_level(self) -> int:
        """The number of tables that the paragraph is in."""
        return max(self.depth, 1) if self.is_in_table else 0


class RtfBody:
    """Reads the tokens of a document; its text is in `flow` and `notes`."""

    def __init__(self, choice: str) -> None:
        """Read tracked changes as `choice` says: accepted or original; "" reads both."""
        self.flow = RtfFlow()
        self.notes: dict[str, list[Any]] = {"footnote": [], "endnote": []}
        self.omissions = Omissions()
        self.letters = Letters(self._symbol)
        self.metadata: dict[str, str] = {}
        self.changes: list[str] = []
        self.languages: Counter[int] = Counter()
        self.is_cut_off = False
        self._dropped = {"accepted": "deleted", "original": "inserted"}.get(choice, "")
        self._state = _State()
        self._groups: list[_State] = []
        self._flows: list[tuple[int, str, RtfFlow]] = []
        self._captures: list[tuple[int, str, list[str]]] = []
        self._bytes = bytearray()
        self._pending = ""
        self._to_skip = 0
        self._is_optional = False
        self._styles: dict[int, int] = {}
        self._style = 0
        self._font = -1
        self._author = ""
        self._shape_name = ""
        self._note_mark: Any = None
        self._is_endnote = False

    def read(self, data: bytes) -> None:
        """Read a document."""
        for token in read_tokens(data):
            if token.letters:
                self._letters(token)
                continue
            if token.word != "u":
                self._flush()
            self._to_skip = self._to_skip if token.word == "u" else 0
            if token.word == "{":
                self._groups.append(self._state)
                if len(self._groups) > MAX_GROUPS:
                    break
            elif token.word == "}":
                self._end_group()
                if not self._groups:
                    break
            else:
                self._control(token.word, token.number)
        self._flush()
        self.is_cut_off = bool(self._groups)
        while self._groups:
            self._end_group()
        self.flow.finish()

    def _letters(self, token: Token) -> None:
        letters = token.letters
        if self._to_skip:
            count = min(self._to_skip, len(letters))
            self._to_skip -= count
            letters = letters[count:]
        if letters:
            self._write_pending()
            self._bytes += letters

    def _flush(self) -> None:
        """Write the letters that have been collected."""
        self._write_pending()
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._write(self.letters.decode(data, self._state.font))

    def _write_pending(self) -> None:
        if self._pending:
            text, self._pending = join_surrogates(self._pending), ""
            self._write(text)

    def _control(self, word: str, number: int | None) -> None:
        if word == "*":
            self._is_optional = True
            return
        is_optional, self._is_optional = self._is_optional, False
        if self._state.destination == "skip" or self._enter(word, is_optional):
            return
        if word == "u":
            if self._bytes:
                data, self._bytes = bytes(self._bytes), bytearray()
                self._write(self.letters.decode(data, self._state.font))
            code = (number or 0) % 0x10000
            self._pending += (
                self._symbol(code, self.letters.font_name(self._state.font)) if code in PRIVATE_AREA else chr(code)
            )
            self._to_skip = self._state.skipped
        elif word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif handler := HANDLERS.get(word):
            handler(self, number)

    def _enter(self, word: str, is_optional: bool) -> bool:
        """Begin a destination; return whether the word is one."""
        from striprtf.striprtf import destinations  # Imported here: it takes 20 ms.

        depth = len(self._groups)
        if word in FLOWS:
            self._flows.append((depth, word, self.flow))
            self.flow = RtfFlow()
            self._state = _State(skipped=self._state.skipped, language=self._state.language)
        elif word in CAPTURED:
            self._captures.append((depth, word, []))
            self._state = self._state._replace(destination="capture")
        elif word in SHOWN:
            self._state = self._state._replace(destination="text")
        elif word in CONTAINERS:
            self._state = self._state._replace(destination="container")
        elif word in ("fonttbl", "stylesheet"):
            self._state = self._state._replace(destination=word)
        elif word in SKIPPED or (word in destinations and word not in HANDLERS) or is_optional:
            if word == "pict" and self._state.destination != "skip":
                self.omissions.pictures.append("without description")
            self._state = self._state._replace(destination="skip")
        else:
            return False
        return True

    def _end_group(self) -> None:
        depth = len(self._groups)
        if self._flows and self._flows[-1][0] == depth:
            _, name, outer = self._flows.pop()
            root, self.flow = self.flow.finish(), outer
            self._end_flow(name, root)
        if self._captures and self._captures[-1][0] == depth:
            _, name, pieces = self._captures.pop()
            self._end_capture(name, " ".join("".join(pieces).split()))
        if self._groups:
            self._state = self._groups.pop()

    def _end_flow(self, name: str, root: Any) -> None:
        text = " ".join(" ".join(root.itertext()).replace(TAB, " ").split())
        if name == "footnote":
            kind = "endnote" if self._is_endnote else "footnote"
            self._is_endnote = False
            if self._note_mark is not None:
                number = sum(1 for note in self.notes[kind] if note.get("class") == "numbered") + 1
                mark = roman(number) if kind == "endnote" else str(number)
                self._note_mark.text = f"[{mark}]"
                self._note_mark = None
                prefix_note(root, mark)
                root.set("class", "numbered")
            root.tag = "div"
            self.notes[kind].append(root)
        elif name in ("listtext", "pntext"):
            is_bullet = text == COURIER_BULLET or not any(character.isalnum() for character in text)
            self.flow.add("" if not text else BULLET if is_bullet else f"{text} ")
        elif name in ("shptxt", "dptxbxtext"):
            if text:
                self.omissions.text_boxes.append(text)
                root.tag = "div"
                self.flow.add_block(root, self._state.table_level)
        elif name == "annotation":
            self.omissions.comments.append(f"{self._author}: {text}" if self._author else text)
        elif text:
            (self.omissions.headers if name.startswith("header") else self.omissions.footers).append(text)

    def _end_capture(self, name: str, text: str) -> None:
        if name == "sn":
            self._shape_name = text
        elif name == "sv" and self._shape_name == "wzDescription" and text:
            self.omissions.pictures.append(text)
        elif name == "objclass":
            self.omissions.objects.append(text)
        elif name == "atnauthor":
            self._author = text
        elif name in ("title", "author", "operator", "company") and text:
            self.metadata[name] = text

    def _write(self, written: str) -> None:
        spaced = FEED.sub(" ", written)
        text = remove_control_characters(spaced)
        self.omissions.removed_characters += len(spaced) - len(text)
        state = self._state
        if state.destination == "fonttbl":
            self.letters.add_name(self._font, text)
        elif state.destination == "stylesheet":
            name = text.strip().lower()
            if name.startswith(HEADING) and name.rstrip(";")[len(HEADING) :].isdecimal():
                self._styles[self._style] = int(name.rstrip(";")[len(HEADING) :])
        elif state.destination == "capture" and self._captures:
            self._captures[-1][2].append(text)
        elif state.destination == "text":
            self._write_text(text)

    def _write_text(self, text: str) -> None:
        state = self._state
        if state.change and text.strip():
            self.changes.append(f"{state.change}: {' '.join(text.split())}")
        if state.change and state.change == self._dropped:
            return
        if state.is_hidden:
            if text.strip(f" {TAB}"):
                self.omissions.hidden.append(" ".join(text.split()))
            return
        self.languages[state.language] += len(text)
        tag = "s" if state.is_struck else "sup" if state.height > 0 else "sub" if state.height < 0 else ""
        self.flow.add(text, tag)

    def _symbol(self, code: int, font: str) -> str:
        text = symbol_text(code, font)
        if text == UNKNOWN:
            self.omissions.symbols.append(f"{code:04X} of {font or 'an unknown font'}")
        return text

    def _end_paragraph(self, _: int | None) -> None:
        if self._state.destination == "text":
            self.flow.end_paragraph(self._state.level, self._state.table_level)

    def _end_cell(self, _: int | None) -> None:
        if self._state.destination == "text":
            self.flow.end_cell(1)

    def _break_line(self, _: int | None) -> None:
        if self._state.destination == "text" and not self._state.is_hidden:
            add_element(self.flow.paragraph, "br")

    def _mark_note(self, _: int | None) -> None:
        is_in_note = any(name in ("footnote", "annotation") for _, name, _ in self._flows)
        if self._state.destination == "text" and not is_in_note:
            add_note_mark(self.flow.paragraph, "*")
            self._note_mark = self.flow.paragraph[-1]

    def _be_endnote(self, _: int | None) -> None:
        self._is_endnote = True

    def _set_font(self, number: int | None) -> None:
        self._font = number or 0
        self._state = self._state._replace(font=self._font)

    def _set_charset(self, number: int | None) -> None:
        self.letters.set_charset(self._font, number or 0)

    def _set_page(self, number: int | None) -> None:
        if self._state.destination == "fonttbl":
            self.letters.set_font_page(self._font, number or 0)

    def _set_style(self, number: int | None) -> None:
        self._style = number or 0
        if self._state.destination == "text":
            self._state = self._state._replace(level=self._styles.get(self._style))

    def _set_outline(self, number: int | None) -> None:
        level = number if number is not None and 0 <= number < len("123456789") else None
        if self._state.destination == "stylesheet" and level is not None:
            self._styles[self._style] = level + 1
        elif level is not None:
            self._state = self._state._replace(level=level + 1)

    def _reset_paragraph(self, _: int | None) -> None:
        self._state = self._state._replace(level=None, is_in_table=False, depth=1)

    def _reset_letters(self, _: int | None) -> None:
        state = self._state
        self._state = _State(state.destination, -1, skipped=state.skipped, level=state.level,
                             is_in_table=state.is_in_table, depth=state.depth, language=state.language)  # fmt: skip


Handler = Callable[[RtfBody, int | None], None]


def _setter(**properties: Any) -> Handler:
    """Return what sets properties of letters; a word with the number 0 sets them back."""

    def set_properties(body: RtfBody, number: int | None) -> None:
        values = properties if number != 0 else {name: _State._field_defaults[name] for name in properties}
        body._state = body._state._replace(**values)

    return set_properties


def _number_setter(name: str, factor: int = 1) -> Handler:
    """Return what sets a property to the number of a word."""

    def set_number(body: RtfBody, number: int | None) -> None:
        values: dict[str, Any] = {name: factor * (number or 0)}
        body._state = body._state._replace(**values)

    return set_number


def _code_page_setter(encoding: str) -> Handler:
    def set_encoding(body: RtfBody, _: int | None) -> None:
        body.letters.encoding = encoding

    return set_encoding


HANDLERS: dict[str, Handler] = {
    **{word: _code_page_setter(encoding) for word, encoding in CODE_PAGES.items()},
    "ansicpg": lambda body, number: body.letters.set_code_page(number or 0),
    "cell": RtfBody._end_cell,
    "chftn": RtfBody._mark_note,
    "column": RtfBody._break_line,
    "cpg": RtfBody._set_page,
    "deleted": _setter(change="deleted"),
    "dn": _number_setter("height", -1),
    "f": RtfBody._set_font,
    "fcharset": RtfBody._set_charset,
    "ftnalt": RtfBody._be_endnote,
    "intbl": _setter(is_in_table=True),
    "itap": _number_setter("depth"),
    "lang": _number_setter("language"),
    "deflang": _number_setter("language"),
    "line": RtfBody._break_line,
    "nestcell": lambda body, _: body.flow.end_cell(max(body._state.depth, 2)),
    "nestrow": lambda body, _: body.flow.end_row(max(body._state.depth, 2)),
    "nosupersub": _setter(height=0),
    "outlinelevel": RtfBody._set_outline,
    "page": RtfBody._end_paragraph,
    "par": RtfBody._end_paragraph,
    "pard": RtfBody._reset_paragraph,
    "plain": RtfBody._reset_letters,
    "revised": _setter(change="inserted"),
    "row": lambda body, _: body.flow.end_row(1),
    "s": RtfBody._set_style,
    "sect": RtfBody._end_paragraph,
    "strike": _setter(is_struck=True),
    "striked": _setter(is_struck=True),
    "sub": _setter(height=-1),
    "super": _setter(height=1),
    "uc": _number_setter("skipped"),
    "up": _number_setter("height"),
    "v": _setter(is_hidden=True),
    "\n": RtfBody._end_paragraph,
    "\r": RtfBody._end_paragraph,
}
"""What the control words do that set properties, or end paragraphs and cells."""
