"""Reads plain text, in UTF-8 or in an encoding that it declares or an editor names."""

from collections.abc import Iterator

from dossier.documents.read_options import ENCODING_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.remarks import letter_remarks
from dossier.io.encodings import DecodedDocument, decode_document
from dossier.model.errors import UserError


def read_plain_text(data: bytes, options: ReadOptions) -> Extract:
    """Read a plain text, unchanged."""
    decoded = decode_document(data, options.name, options.values.get("encoding"), is_page=False)
    if not decoded.text.strip():
        raise UserError(f"{options.name}: the file contains no text")
    return Extract(decoded.text, remarks=tuple(encoding_remarks(decoded)))


def encoding_remarks(decoded: DecodedDocument) -> Iterator[str]:
    """Yield what an editor should know about how the bytes of a document were read."""
    if decoded.basis == "option":
        yield f"Read as {decoded.encoding}, as --encoding says: compare names with accents."
    elif decoded.basis == "declared" and decoded.encoding.lower() != "utf-8":
        yield f"Read as {decoded.encoding}, as the file declares: compare names with accents."
    yield from letter_remarks(decoded.text)


READER = DocumentReader(id="text", formats=(), suffixes=(".txt",), read=read_plain_text, options=ENCODING_OPTION)
