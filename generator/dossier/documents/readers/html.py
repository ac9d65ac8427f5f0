"""Reads web pages: the article, without menus, advertisements and readers' comments."""

import re

from dossier.documents.read_options import ENCODING_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.readers.text import encoding_remarks
from dossier.documents.web_page import extract
from dossier.io.encodings import decode_document
from dossier.model.errors import UserError

START = re.compile(
    rb"\s*(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|base|link|article|main|section|header|div|table|p|h[1-6]"
    rb"|script|style|span|ul|ol|dl|blockquote|figure|center|font|iframe|nav|aside|footer|img|br|hr|form|pre)\b[^<]*>)",
    re.IGNORECASE | re.DOTALL,
)
"""The beginning of a web page, after any comment such as `<!-- saved from url=… -->`."""
SNIFFED_BYTES = 64 * 1024


def is_html(data: bytes) -> bool:
    """Return whether a file is a web page, judging by its first bytes, in whatever encoding."""
    start = data[:SNIFFED_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return START.match(start) is not None


def read_web_page(data: bytes, options: ReadOptions) -> Extract:
    """Read the article of a web page, in the encoding that was chosen, or that it declares."""
    decoded = decode_document(data, options.name, options.values.get("encoding"), is_page=True)
    article = extract(decoded.text)
    if article is None:
        raise UserError(f"{options.name}: no article found in this page: save its text as UTF-8 and add that")
    return article._replace(remarks=(*encoding_remarks(decoded), *article.remarks))


READER = DocumentReader(
    id="html",
    formats=(),
    suffixes=(".html", ".htm", ".xhtml"),
    read=read_web_page,
    packages=("trafilatura", "lxml"),
    options=ENCODING_OPTION,
    recognizes=is_html,
)
