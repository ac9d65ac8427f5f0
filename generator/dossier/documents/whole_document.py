"""What was read in a document that was converted to HTML, with remarks on what its markup became."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dossier.documents.document_text import DocumentWriter
from dossier.documents.page_elements import StyleRules
from dossier.documents.page_markup import Rewritten, rewrite_markup
from dossier.documents.remarks import letter_remarks, list_texts, note_mark_remarks
from dossier.model.errors import UserError
from dossier.model.locator import Locator, LocatorKind
from dossier.text.wording import pluralize

RAISED = ("sup", "sub")
MAX_RAISED = 10_000
"""The most raised or lowered letters, each of which is read by the words around it."""


class DocumentPart(NamedTuple):
    """A part of a document as HTML: its body, and the labels of the locators at its beginning and at each anchor."""

    body: Any
    label: str = ""
    kind: LocatorKind = "chapter"
    anchors: Mapping[Any, str] = MappingProxyType({})


class WrittenDocument(NamedTuple):
    """The text of a document with its locators, and remarks on what was written otherwise."""

    text: str
    locators: tuple[Locator, ...]
    remarks: tuple[str, ...]


def write_document(parts: list[DocumentPart], name: str, has_headings: bool = True) -> WrittenDocument:
    """Write the parts of a document one after the other; headings are locators if `has_headings`.

    Raises UserError, which calls the document `name`, where it has no text.
    """
    writer = DocumentWriter(has_headings)
    rewritten = Rewritten([], [], [])
    if sum(1 for part in parts for _ in part.body.iter(*RAISED)) > MAX_RAISED:
        raise UserError(f"{name}: it has more than {MAX_RAISED:,} raised or lowered letters: split it")
    for part in parts:
        for found, of_part in zip(rewritten, rewrite_markup(part.body, StyleRules(part.body)), strict=True):
            found.extend(of_part)
        if part.label:
            writer.begin(part.label, part.kind)
        writer.write(part.body, part.anchors)
    text = writer.builder.text
    if not text.strip():
        raise UserError(f"{name}: the document contains no text: if it is a scan, recognize it (OCR), and compare it")
    remarks = (*_markup_remarks(rewritten), *_letter_remarks(writer, text), *writer.builder.remarks)
    return WrittenDocument(text, writer.builder.locators, remarks)


def _markup_remarks(rewritten: Rewritten) -> Iterator[str]:
    yield from list_texts("Struck out, and left out", rewritten.struck)
    yield from list_texts("Raised or lowered, and written as", rewritten.words)
    yield from note_mark_remarks(rewritten.note_marks)


def _letter_remarks(writer: DocumentWriter, text: str) -> Iterator[str]:
    if writer.soft_hyphens:
        yield f"Removed: {pluralize(writer.soft_hyphens, 'soft hyphen')}, which only show where a word may be divided."
    yield from letter_remarks(text)
