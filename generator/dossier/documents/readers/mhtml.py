"""Reads web pages that were saved as one file (MHTML, RFC 2557): the article of the page itself."""

from email.message import Message

from dossier.documents.formats import MHTML
from dossier.documents.mime import content_type, decode_part, header_values, parse_message
from dossier.documents.read_options import ENCODING_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.readers.text import encoding_remarks
from dossier.documents.web_page import extract
from dossier.model.errors import UserError

PAGES = ("text/html", "application/xhtml+xml")
LOCATION_HEADERS = ("Snapshot-Content-Location", "Content-Location")


def read_mhtml(data: bytes, options: ReadOptions) -> Extract:
    """Read the article of a page, in the encoding that it or the header before it declares."""
    message = parse_message(data, options.name)
    page = _find_page(message)
    if page is None:
        raise UserError(f"{options.name}: no web page found in this file: save the page as HTML and add that")
    decoded = decode_part(page, options.name, options.values.get("encoding"), is_page=True)
    article = extract(decoded.text)
    if article is None:
        raise UserError(f"{options.name}: no article found in this page: save its text as UTF-8 and add that")
    saved = [f"saved: {date}" for date in header_values(message, "Date", options.name, "cp1252")]
    frames = sum(1 for part in message.walk() if content_type(part) in PAGES and part is not page)
    omitted = [f"Pages within the page, such as advertisements, left out: {frames}."] if frames else []
    return article._replace(
        title=article.title or next(header_values(message, "Subject", options.name, "cp1252"), None),
        metadata=(*article.metadata, *_locations(message, page, options.name), *saved),
        remarks=(*encoding_remarks(decoded), *article.remarks, *omitted),
    )


def _find_page(message: Message) -> Message | None:
    """Return the part that the header names as the start of the whole, otherwise the first one."""
    pages = [part for part in message.walk() if content_type(part) in PAGES]
    start = str(message.get_param("start") or "").strip("<>")
    named = (page for page in pages if start and str(page.get("Content-ID", "")).strip("<> ") == start)
    return next(named, pages[0] if pages else None)


def _locations(message: Message, page: Message, name: str) -> list[str]:
    """Return the address of the page, as the program that saved it wrote it."""
    found = (
        value
        for part in (message, page)
        for header in LOCATION_HEADERS
        for value in header_values(part, header, name, "cp1252")
    )
    location = next(found, None)
    return [f"location: {location}"] if location else []


READER = DocumentReader(
    id="mhtml",
    formats=(MHTML,),
    suffixes=(".mhtml", ".mht"),
    read=read_mhtml,
    packages=("trafilatura", "lxml"),
    options=ENCODING_OPTION,
)
