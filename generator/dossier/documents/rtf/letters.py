"""The letters of an RTF document: bytes in the encoding of the document or of a font, and Unicode characters."""

import codecs
from collections.abc import Callable, Mapping

CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
SYMBOL_CHARSET = 2
SYMBOLIC_FONTS = ("symbol", "wingdings", "webdings", "zapf")
SUPPORTED_PAGES = {10000: "mac_roman", 65001: "utf-8", 708: "iso8859_6", 709: "iso8859_6", 710: "iso8859_6"}
MAC_CHARSETS = {77: "mac_roman", 78: "cp932", 79: "cp949", 80: "cp936", 81: "cp950", 83: "mac_greek", 84: "cp1255"}


class Letters:
    """Decodes the letters of a document; the fonts are those of its font table."""

    def __init__(self, symbol: Callable[[int, str], str]) -> None:
        """Begin with windows-1252; `symbol` returns the character for a code in a symbol font."""
        self.encoding = "cp1252"
        self.undecoded = 0
        """The number of bytes that are no letters in their encoding."""
        self._symbol = symbol
        self._fonts: dict[int, str] = {}
        self._names: dict[int, str] = {}

    def set_code_page(self, number: int) -> None:
        """Take the code page that the document declares, if it is known."""
        self.encoding = _page_encoding(number) or self.encoding

    def set_charset(self, font: int, charset: int) -> None:
        """Give a font the encoding of its charset; charset 0 and 1 are the document's."""
        from striprtf.striprtf import charset_map  # Imported here: it takes 20 ms.

        known: Mapping[int, str] = charset_map
        name = MAC_CHARSETS.get(charset) or known.get(charset)
        if charset not in (0, 1, SYMBOL_CHARSET) and name is not None and _exists(name):
            self._fonts[font] = name

    def set_font_page(self, font: int, number: int) -> None:
        """Give a font the encoding of a code page."""
        if name := _page_encoding(number):
            self._fonts[font] = name

    def add_name(self, font: int, name: str) -> None:
        """Add letters to the name of a font."""
        self._names[font] = self._names.get(font, "") + name

    def font_name(self, font: int) -> str:
        """Return the name of a font, "" if it has none."""
        return self._names.get(font, "").strip(" ;")

    def decode(self, data: bytes, font: int) -> str:
        """Return bytes in the encoding of a font as text."""
        name = self.font_name(font)
        if name.lower().startswith(SYMBOLIC_FONTS):
            return "".join(self._symbol(code, name) if code > ord(" ") else chr(code) for code in data)
        encoding = self._fonts.get(font, self.encoding)
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode(encoding, "replace")
            self.undecoded += text.count("\ufffd")
            return text


def _page_encoding(number: int) -> str:
    name = SUPPORTED_PAGES.get(number, f"cp{number}")
    return name if _exists(name) else ""


def _exists(name: str) -> bool:
    try:
        return bool(codecs.lookup(name))
    except LookupError:
        return False
