"""The readers of documents, and how the one for a document is found: by its content, then by its name."""

from collections.abc import Mapping

from dossier.documents.formats import identify_format
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.readers import (
    delimited,
    docx,
    epub,
    html,
    mail,
    mailbox,
    mhtml,
    ods,
    odt,
    pdf,
    pptx,
    rtf,
    subtitles,
    text,
    workbook,
)
from dossier.io.encodings import require_clean_text
from dossier.io.files import MAX_SEED_BYTES, WHOLE_CONFLICT, find_conflict
from dossier.model.errors import UserError

PLAIN_TEXT = text.READER
READERS: tuple[DocumentReader, ...] = (
    html.READER,
    pdf.READER,
    delimited.READER,
    docx.READER,
    epub.READER,
    mail.READER,
    mailbox.READER,
    mhtml.READER,
    subtitles.READER,
    ods.READER,
    odt.READER,
    pptx.READER,
    rtf.READER,
    workbook.READER,
    PLAIN_TEXT,
)
READER_BY_ID: Mapping[str, DocumentReader] = {reader.id: reader for reader in READERS}


def find_reader(data: bytes, name: str, suffix: str) -> DocumentReader:
    """Return the reader of a document with these bytes and this suffix (`.pdf`).

    Raises UserError, with advice on how to get a text out of it, if its format is known but has no reader.
    """
    format = identify_format(data)
    if format is not None:
        for reader in READERS:
            if format in reader.formats:
                return reader
        raise UserError(f"{name}: this is {format.name}: {format.advice}")
    for reader in READERS:
        if reader.recognizes is not None and reader.recognizes(data):
            return reader
    return next((reader for reader in READERS if suffix.lower() in reader.suffixes), PLAIN_TEXT)


def read_document(reader: DocumentReader, data: bytes, options: ReadOptions) -> Extract:
    """Read a document.

    Raises UserError, with the place, where the document cannot be read, its text is longer than a file in `seeds/` may
    be, or contains a character that no text should have, or the reader has no such option.
    """
    for option in options.values:
        if option not in reader.options:
            raise UserError(f"{options.name}: the reader `{reader.id}` has no option `{option}`")
    extract = reader.read(data, options)
    size = len(extract.text.encode())
    if size > MAX_SEED_BYTES:
        raise UserError(
            f"{options.name}: its text has {size:,} bytes, more than the limit of {MAX_SEED_BYTES:,}: split it"
        )
    require_clean_text(extract.text, options.name)
    if conflict := find_conflict(extract.text, options.name, WHOLE_CONFLICT):
        raise UserError(f"{conflict.location}: {conflict.message}")
    return extract
