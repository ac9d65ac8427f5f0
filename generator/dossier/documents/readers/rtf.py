"""Reads RTF documents: all their text, with the headings as locators, and the notes at its end."""

import re
from collections.abc import Iterator
from typing import Any

from dossier.documents.formats import RTF
from dossier.documents.read_options import CHANGES_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.remarks import list_texts
from dossier.documents.rtf.rtf_body import RtfBody
from dossier.documents.tracked_changes import choose_changes
from dossier.documents.whole_document import DocumentPart, write_document
from dossier.model.errors import UserError
from dossier.text.wording import pluralize

START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\\rtf")
METADATA = {"author": "author", "operator": "last modified by", "company": "organization"}
LANGUAGES = {1: "ar", 2: "bg", 3: "ca", 4: "zh", 5: "cs", 6: "da", 7: "de", 8: "el", 9: "en", 10: "es", 11: "fi",
             12: "fr", 13: "he", 14: "hu", 16: "it", 17: "ja", 18: "ko", 19: "nl", 20: "nb", 21: "pl", 22: "pt",
             24: "ro", 25: "ru", 29: "sv", 31: "tr", 33: "id", 34: "uk", 36: "sl", 37: "et", 38: "lv", 39: "lt",
             41: "fa", 42: "vi", 45: "eu", 57: "hi"}  # fmt: skip
"""The languages by the lower ten bits of Microsoft's identifiers."""


def read_rtf(data: bytes, options: ReadOptions) -> Extract:
    """Read an RTF document; one with tracked changes only if an option says how to read them."""
    if START.match(data) is None:
        raise UserError(f"{options.name}: this is not an RTF document, although its name says so: rename it")
    body = RtfBody(options.values.get("changes", ""))
    body.read(data)
    choice = choose_changes(body.changes, options)
    written = write_document(list(_parts(body)), options.name)
    remarks = [*list_texts(f"Tracked change, read as {choice}", body.changes), *body.omissions.remarks()]
    if body.letters.undecoded:
        number = pluralize(body.letters.undecoded, "byte")
        remarks.append(f"Written as �: {number} that are no letters in the encoding that the document declares.")
    if body.is_cut_off:
        remarks.append("The file ends before the document does: its end may be missing.")
    metadata = (f"{name}: {body.metadata[field]}" for field, name in METADATA.items() if field in body.metadata)
    return Extract(
        written.text,
        body.metadata.get("title"),
        tuple(metadata),
        (*remarks, *written.remarks),
        _language(body),
        written.locators,
    )


def _parts(body: RtfBody) -> Iterator[DocumentPart]:
    """Yield the body, and its footnotes and endnotes."""
    from lxml.html import Element  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

    yield DocumentPart(body.flow.root)
    for kind, notes in body.notes.items():
        if notes:
            element: Any = Element("body")
            element.extend(notes)
            yield DocumentPart(element, f"{kind}s", "part")


def _language(body: RtfBody) -> str:
    """Return the language of most of the text, "" if it is not known."""
    counts: dict[str, int] = {}
    for identifier, count in sorted(body.languages.items()):
        language = LANGUAGES.get(identifier & 0x3FF, "")
        counts[language] = counts.get(language, 0) + count
    return max(counts, key=counts.__getitem__, default="")


READER = DocumentReader(
    id="rtf",
    formats=(RTF,),
    suffixes=(".rtf",),
    read=read_rtf,
    packages=("lxml", "mammoth", "striprtf"),
    options=CHANGES_OPTION,
)
