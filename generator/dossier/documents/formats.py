"""Formats of documents that are not plain text, recognized by their content, with how to get a text out of each."""

import re
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from dossier.io.zip_members import read_member

PLAIN_TEXT = "save it as plain text (UTF-8)"
HEADERS_LENGTH = 64 * 1024
"""The number of bytes in which the headers of an email and the root element of an XML file are looked for."""
MIMETYPE_LENGTH = 200
"""The number of bytes that are read of the member `mimetype`, however large it is."""


class DocumentFormat(NamedTuple):
    """A format: its name with the article and, unless a reader reads it, how to get a text or a page out of it."""

    name: str
    advice: str = ""


PDF = DocumentFormat("a PDF document")
MHTML = DocumentFormat("a web page saved as MHTML")
EMAIL = DocumentFormat("an email (EML)")
SAVE_EMAIL = "open it in a mail program, save each email that you need as a file (EML), and add that"
MAILBOX = DocumentFormat("a mailbox (mbox)")
OFFICE = f"open it in a word processor and {PLAIN_TEXT}"
SAVE_XLSX = "open it in a spreadsheet program, save it as XLSX and add that"
EBOOK = f"open it in an e-book program, such as Calibre, and {PLAIN_TEXT}"
UNPACK = "unpack it and add the document in it"
IMAGE = "type its text or recognize it (OCR), and compare it"
RECORDING = "write down what is said, with times, and add that"
ARCHIVE = DocumentFormat("a zip archive", UNPACK)
DAMAGED_ARCHIVE = DocumentFormat("a damaged document or zip archive", "get it again, or open it and save it anew")
RTF = DocumentFormat("an RTF document")
VTT = DocumentFormat("a file of subtitles (WebVTT)")
SRT = DocumentFormat("a file of subtitles (SRT)")
DOCX = DocumentFormat("a Word document (DOCX)")
XLSX = DocumentFormat("an Excel workbook (XLSX)")
PPTX = DocumentFormat("a PowerPoint presentation (PPTX)")
EPUB = DocumentFormat("an e-book (EPUB)")
ODT = DocumentFormat("an OpenDocument text (ODT)")
ODS = DocumentFormat("an OpenDocument spreadsheet (ODS)")

COMPOUND_FILE = rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of files by programs of Microsoft; the names of what is in one are in UTF-16."""
PROTECTED = DocumentFormat("an Office document with a password", "save it without the password and add that")


def _utf_16(name: str) -> bytes:
    return re.escape(name.encode("utf-16-le"))


SIGNATURES: tuple[tuple[bytes, DocumentFormat], ...] = (
    (rb"\s*%PDF-", PDF),
    (rb"(?s).{0,1024}%PDF-1\.\d\s", PDF),
    (rb"%!PS", DocumentFormat("a PostScript document", "convert it to PDF and add that")),
    (rb"\s*\{\\rtf", RTF),
    (rb"\s*\\documentclass\b", DocumentFormat("a LaTeX document", "typeset it and add the PDF")),
    (rb"!BDN", DocumentFormat("a mailbox of Outlook (PST)", SAVE_EMAIL)),
    (COMPOUND_FILE + b"(?s:.*)" + _utf_16("__substg1.0_"), DocumentFormat("an email of Outlook (MSG)", SAVE_EMAIL)),
    (COMPOUND_FILE + b"(?s:.*)" + _utf_16("EncryptedPackage"), PROTECTED),
    (COMPOUND_FILE + b"(?s:.*)" + _utf_16("Workbook"), DocumentFormat("an Excel workbook (XLS)", SAVE_XLSX)),
    (COMPOUND_FILE, DocumentFormat("a document of Microsoft Office 97", OFFICE)),
    (rb"PK\x05\x06", ARCHIVE),
    (rb"\x89PNG\r\n", DocumentFormat("an image (PNG)", IMAGE)),
    (rb"\xff\xd8\xff", DocumentFormat("an image (JPEG)", IMAGE)),
    (rb"GIF8[79]a", DocumentFormat("an image (GIF)", IMAGE)),
    (rb"RIFF(?s:.{4})WEBP", DocumentFormat("an image (WebP)", IMAGE)),
    (rb"(?:II\*\0|MM\0\*|II\+\0|MM\0\+)", DocumentFormat("an image (TIFF)", IMAGE)),
    (rb"BM(?s:.{4})\0\0\0\0", DocumentFormat("an image (BMP)", IMAGE)),
    (rb"\0\0[\1\2]\0[^\0]", DocumentFormat("an image (ICO)", IMAGE)),
    (rb"8BPS\0", DocumentFormat("an image (Photoshop)", IMAGE)),
    (rb"(?s:.{4})ftyp(?:avif|avis|heic|heix|heim|hevc|mif1|msf1)", DocumentFormat("an image (HEIF)", IMAGE)),
    (rb"(?:\0\0\0\x0cjP  |\xff\x4f\xff\x51)", DocumentFormat("an image (JPEG 2000)", IMAGE)),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", DocumentFormat("an image (JPEG XL)", IMAGE)),
    (rb"AT&TFORM", DocumentFormat("a scanned document (DjVu)", IMAGE)),
    (rb"(?:ID3[\2-\4]|\xff[\xf2\xf3\xfa\xfb])", DocumentFormat("a recording (MP3)", RECORDING)),
    (rb"OggS\0", DocumentFormat("a recording (Ogg)", RECORDING)),
    (rb"fLaC\0", DocumentFormat("a recording (FLAC)", RECORDING)),
    (rb"RIFF(?s:.{4})(?:WAVE|AVI )", DocumentFormat("a recording (WAV or AVI)", RECORDING)),
    (rb"(?s:.{4})ftyp", DocumentFormat("a recording (MP4)", RECORDING)),
    (rb"\x1a\x45\xdf\xa3", DocumentFormat("a recording (WebM or Matroska)", RECORDING)),
    (rb"(?s:.{60})(?:BOOKMOBI|TEXtREAd)", DocumentFormat("an e-book (MOBI)", EBOOK)),
    (rb"\x1f\x8b", DocumentFormat("compressed (gzip)", UNPACK)),
    (rb"BZh[1-9]1AY&SY", DocumentFormat("compressed (bzip2)", UNPACK)),
    (rb"\xfd7zXZ\0", DocumentFormat("compressed (xz)", UNPACK)),
    (rb"\x28\xb5\x2f\xfd", DocumentFormat("compressed (Zstandard)", UNPACK)),
    (rb"7z\xbc\xaf\x27\x1c", DocumentFormat("a 7z archive", UNPACK)),
    (rb"Rar!\x1a\x07", DocumentFormat("a RAR archive", UNPACK)),
    (rb"(?s:.{257})ustar", DocumentFormat("a tar archive", UNPACK)),
    (rb"WARC/\d", DocumentFormat("a web archive (WARC)", "open it in a replay program and save the page as HTML")),
    (rb"bplist\d\d(?s:.*?)WebMainResource", DocumentFormat("a web archive of Safari", "save it as page source (HTML)")),
    (rb"bplist\d\d", DocumentFormat("a property list", "add the document that it describes")),
    (rb"SQLite format 3\0", DocumentFormat("an SQLite database", "save the rows as CSV (UTF-8)")),
    (rb"(?:\x7fELF|MZ(?s:.{58})[\x40-\xff](?s:.){3})", DocumentFormat("a program", "add a document")),
    (rb"WEBVTT(?:\s|$)", VTT),
    (rb"\s*\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> ", SRT),
    (rb"\s*\[Script Info\]", DocumentFormat("a file of subtitles (ASS)", "convert it to SRT and add that")),
    (rb"\s*\[InternetShortcut\]", DocumentFormat("a shortcut", "open the page and save it as HTML")),
    (rb"version https://git-lfs\.github\.com/spec/", DocumentFormat("a Git LFS pointer", "run `git lfs pull` first")),
)
"""The beginning of each format's files, as a pattern, in the order in which they are tried."""

ZIP_MEMBERS: tuple[tuple[str, DocumentFormat], ...] = (
    (r"word/", DOCX),
    (r"xl/workbook\.bin$", DocumentFormat("an Excel workbook (XLSB)", SAVE_XLSX)),
    (r"xl[/\\]", XLSX),
    (r"ppt/", PPTX),
    (r"META-INF/container\.xml$", EPUB),
    (r"archive/[^/]+\.warc", DocumentFormat("a web archive (WACZ)", "open it in a replay program and save the page")),
    (r"Index/Document\.iwa$", DocumentFormat("a document of Apple iWork", OFFICE)),
)
"""The beginning of the name of a member by which a format that is a zip archive is recognized."""

ZIP_TYPES: tuple[tuple[bytes, DocumentFormat], ...] = (
    (b"application/epub+zip", EPUB),
    (b"application/vnd.oasis.opendocument.text", ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", ODS),
    (
        b"application/vnd.oasis.opendocument.presentation",
        DocumentFormat("an OpenDocument presentation (ODP)", f"export its text and {PLAIN_TEXT}"),
    ),
)
"""The beginning of the member `mimetype` of formats that have one."""

XML_ROOTS: tuple[tuple[str, DocumentFormat], ...] = (
    ("svg", DocumentFormat("an image (SVG)", IMAGE)),
    ("rss", DocumentFormat("a feed (RSS)", "open the article and save it as HTML")),
    ("feed", DocumentFormat("a feed (Atom)", "open the article and save it as HTML")),
    ("document", DocumentFormat("an OpenDocument or Word text as XML", OFFICE)),
    ("worddocument", DocumentFormat("a Word document as XML", OFFICE)),
    ("package", DocumentFormat("a Word document as XML", OFFICE)),
    ("fictionbook", DocumentFormat("an e-book (FictionBook)", EBOOK)),
    ("plist", DocumentFormat("a property list", "add the document that it describes")),
)
XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
XML_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]")
XML_PREAMBLE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", re.DOTALL | re.IGNORECASE)

HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):(?=[ \t\r\n])(?:.*)(?:\r?\n[ \t]+\S.*)*\r?\n?")
MACHINE_HEADERS = {
    b"arc-seal",
    b"content-transfer-encoding",
    b"content-type",
    b"delivered-to",
    b"dkim-signature",
    b"message-id",
    b"mime-version",
    b"received",
    b"return-path",
    b"snapshot-content-location",
    b"x-mailer",
    b"x-mozilla-status",
}
"""Headers that mail programs write but do not show, so that a copied email has none of them."""
FROM_LINE = rb"From \S+ .*\d{4}(?: .*)?\r?\n(?=[A-Za-z-]+:)"
"""The line before each email of a mailbox (mbox)."""
NEXT_EMAIL = re.compile(rb"\n\r?\n" + FROM_LINE)
MAILBOX_START = re.compile(FROM_LINE)


def identify_format(data: bytes) -> DocumentFormat | None:
    """Return the format of a file that is neither plain text nor a web page; None if it may be one of these."""
    start = data.removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"PK\x03\x04"):
        return _zip_format(data)
    for signature, format in SIGNATURES:
        if re.match(signature, start):
            return format
    return _xml_format(start) or _email_format(start.lstrip())


def _zip_format(data: bytes) -> DocumentFormat:
    """Return the format of a file that begins as a zip archive, judging by its members."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            type = read_member(archive, "mimetype", MIMETYPE_LENGTH) if "mimetype" in names else b""
    except (BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error):
        return DAMAGED_ARCHIVE
    for start, format in ZIP_TYPES:
        if type.startswith(start):
            return format
    for member, format in ZIP_MEMBERS:
        if any(re.match(member, name) for name in names):
            return format
    return ARCHIVE


def _xml_format(start: bytes) -> DocumentFormat | None:
    """Return the format of an XML file that is not a web page, judging by its root element."""
    has_declaration = XML_START.match(start) is not None
    root = XML_ROOT.match(XML_PREAMBLE.sub(b"", start[:HEADERS_LENGTH]).lstrip())
    name = root[1].decode("ascii").lower() if root else ""
    if name == "html":
        return None
    known = next((format for element, format in XML_ROOTS if name == element), None)
    if has_declaration:
        return known or DocumentFormat(f"an XML file (<{name}>)", f"open it in a program that reads it, {PLAIN_TEXT}")
    return known if name in ("svg", "rss", "feed", "plist") else None


def _email_format(start: bytes) -> DocumentFormat | None:
    """Return the format of a file that begins with the headers of an email, as a mail program writes them."""
    if first := MAILBOX_START.match(start):
        return MAILBOX if NEXT_EMAIL.search(start, first.end()) else EMAIL
    names: set[bytes] = set()
    position = 0
    content_type = b""
    while header := HEADER.match(start, position, HEADERS_LENGTH):
        position = header.end()
        names.add(header[1].lower())
        if header[1].lower() == b"content-type":
            content_type = header[0].lower()
    if not names & MACHINE_HEADERS or len(names) < 2:
        return None
    is_page = b"multipart/related" in content_type or b"snapshot-content-location" in names
    return MHTML if is_page and not names & {b"to", b"received", b"message-id"} else EMAIL
