"""A document that an editor brings from anywhere, before it is one of the dossier's."""

from pathlib import Path

from dossier.load.files import MAX_SEED_BYTES, decode, read_bytes
from dossier.model.finding import Finding


def read_document(file: Path) -> bytes | Finding:
    """The bytes of a file that may become a text in `seeds/`, or why it cannot."""
    file = file.resolve()
    return read_bytes(file, file.parent, MAX_SEED_BYTES)


def read_text_of(data: bytes, name: str) -> str | Finding:
    """The text that the bytes are in UTF-8, or the place of the first byte that is none."""
    return decode(data, name)
