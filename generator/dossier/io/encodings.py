"""The encoding of a document: the one it declares, or UTF-8; never a guess. Characters that no text should have."""

import codecs
import re
from typing import NamedTuple

from dossier.model.errors import UserError
from dossier.text.spans import line_column

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""
LABELS = {
    "ansi_x3.4-1968": "cp1252",
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "iso8859-1": "cp1252",
    "iso88591": "cp1252",
    "iso_8859-1": "cp1252",
    "ks_c_5601-1987": "cp949",
    "l1": "cp1252",
    "latin1": "cp1252",
    "latin5": "cp1254",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "tis-620": "cp874",
    "us-ascii": "cp1252",
    "x-cp1252": "cp1252",
    "x-sjis": "cp932",
    "x-x-big5": "big5hkscs",
}
"""Labels that browsers read as a larger encoding (WHATWG Encoding Standard), with Python's name of it."""
DECLARATION = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']+)[\"']")
HTML_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
HEAD_LENGTH = 64 * 1024
CANDIDATES = ("windows-1252", "windows-1250", "windows-1254", "windows-1251")
"""Encodings that a message shows as examples: of Western Europe, Central Europe, Turkey and Cyrillic."""
CONTEXT = 24
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Control characters, except white space: line ends of all sorts, tabs and form feeds."""
BIDI_OVERRIDE = re.compile("[\u202d\u202e]")
"""Characters that show the following text backwards, so that a reader sees another text than the check."""
MOJIBAKE = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u2018-\u2122\u0153\u009d]")
"""What UTF-8 looks like after it was read as windows-1252: `Ã©` for `é`, `â€™` for `’`."""


INVISIBLE = re.compile("(?<=\\w)[\u00ad\u200b\u2060\ufeff](?=\\w)|[\u2066-\u2069]")
"""Characters that are not shown but part a word or a figure, and those that change the direction of a part."""


class DecodedDocument(NamedTuple):
    """A document's text, the encoding it was read with, and how that is known: `declared`, `option` or "" (UTF-8)."""

    text: str
    encoding: str
    basis: str = ""


def decode_document(
    data: bytes, name: str, chosen: str | None, is_page: bool, header: str | None = None
) -> DecodedDocument:
    """Decode a document with the `chosen` encoding, the one that it declares, or UTF-8.

    `header` is the encoding that a header before the document declares, as in an email. Raises UserError, with the
    location of the byte, where the document cannot be read with that encoding.
    """
    if chosen is not None:
        return DecodedDocument(_decode(data, chosen, name, "it was named by --encoding"), chosen, "option")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = _decode(data[len(bom) :], encoding, name, "its byte order mark says so")
            return DecodedDocument(text, encoding, "" if encoding == "utf-8" else "declared")
    declared = header or (_declared_encoding(data) if is_page else None)
    if declared is not None and not _is_utf8_label(declared):
        declarer = "email" if header else "page"
        if _is_non_ascii_utf8(data):
            message = f"{name}: the {declarer} declares {declared}, but is UTF-8: compare it, and use --encoding utf-8"
            raise UserError(message)
        return DecodedDocument(_decode(data, declared, name, f"the {declarer} declares it"), declared, "declared")
    if (wide := _wide_encoding(data)) is not None:
        message = f"{name}: this looks like {wide} without a byte order mark: use --encoding {wide}"
        raise UserError(message)
    try:
        return DecodedDocument(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        raise UserError(_not_utf8(data, error, name, declared)) from None


def python_encoding(label: str) -> str:
    """Return Python's name of the encoding with this label, as browsers understand it. Raises LookupError."""
    try:
        codec = codecs.lookup(LABELS.get(label.strip().lower(), label.strip()))
    except ValueError:  # It has a NUL.
        raise LookupError(label) from None
    if not codec._is_text_encoding:
        raise LookupError(label)
    return codec.name


def remove_control_characters(text: str) -> str:
    """Return text without characters that no text should have: control characters, and such as show words backwards."""
    return BIDI_OVERRIDE.sub("", CONTROL.sub("", text))


def require_clean_text(text: str, name: str) -> None:
    """Raise UserError, with the location, where the text has a control character or one that reverses other text."""
    for pattern, reason in (
        (CONTROL, "is a control character: this is no plain text, or has another encoding (--encoding)"),
        (BIDI_OVERRIDE, "shows the words after it backwards: remove it and compare the text"),
    ):
        if match := pattern.search(text):
            line, column = line_column(text, match.start())
            raise UserError(f"{name}:{line}:{column}: U+{ord(match[0]):04X} {reason}")


def join_surrogates(text: str) -> str:
    """Return text in which characters that a format writes as two halves are whole; a half alone is `�`."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def find_damage(text: str) -> str | None:
    """Return words that seem to have been decoded with a wrong encoding before, None if there are none."""
    match = MOJIBAKE.search(text) or re.search("\ufffd", text)
    return None if match is None else _words_around(text, match.start())


def find_invisible(text: str) -> str | None:
    """Return words with an invisible character inside, each shown as `⟨U+200B⟩`; None if there are none."""
    match = INVISIBLE.search(text)
    if match is None:
        return None
    return INVISIBLE.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", _words_around(text, match.start()))


def _decode(data: bytes, label: str, name: str, reason: str) -> str:
    try:
        return data.decode(python_encoding(label))
    except LookupError:
        raise UserError(
            f"{name}: unknown encoding `{label}` ({reason}): use --encoding windows-1252, for example"
        ) from None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(error.encoding, "replace")
        line, column = line_column(before, len(before))
        at = f"{name}:{line}:{column}: byte 0x{data[error.start]:02x}"
        raise UserError(f"{at} is not {label} ({reason}): name another with --encoding") from None


def _declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a web page declares; as in browsers, one that ASCII cannot express means UTF-8."""
    head = HTML_COMMENT.sub(b"", data[:HEAD_LENGTH])
    match = XML_DECLARATION.match(head) or DECLARATION.search(head)
    if match is None:
        return None
    label = match[1].decode("ascii", "replace")
    return "utf-8" if label.lower().startswith(("utf-16", "utf-32", "ucs-2")) else label


def _is_utf8_label(label: str) -> bool:
    try:
        return python_encoding(label) == "utf-8"
    except LookupError:
        return False


def _wide_encoding(data: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` where nearly every second byte of the beginning is NUL."""
    start = data[:4096]
    pairs = max(len(start) // 2, 1)
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if start[offset::2].count(0) > 0.6 * pairs and start[1 - offset :: 2].count(0) < 0.1 * pairs:
            return encoding
    return None


def _is_non_ascii_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str, declared: str | None) -> str:
    """Return what is wrong with a document that is not UTF-8, with its words as other encodings would have them."""
    before = data[: error.start].decode("utf-8")
    line, column = line_column(before, len(before))
    reason = "though the page declares it" if declared else "and no encoding is declared"
    message = f"{name}:{line}:{column}: byte 0x{data[error.start]:02x} is not UTF-8, {reason}: use --encoding NAME"
    readings: dict[str, str] = {}
    for candidate in CANDIDATES:
        text = data[max(error.start - 200, 0) : error.start + 200].decode(python_encoding(candidate), "replace")
        words = _words_around(text, min(error.start, 200))
        readings.setdefault(words, candidate)
    choices = ", ".join(f"{candidate} (`{words}`)" for words, candidate in readings.items())
    return f"{message}\n  for example {choices}"


def _words_around(text: str, offset: int) -> str:
    """Return the words around an offset on one line."""
    start, end = max(offset - CONTEXT, 0), offset + CONTEXT
    words = re.sub("[\x00-\x1f\x7f-\x9f]", "\ufffd", " ".join(text[start:end].split()))
    parts = words.split(" ")
    return " ".join(parts[bool(start) : len(parts) - 1 or None]) or words
