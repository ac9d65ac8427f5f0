"""Reads Word documents (DOCX): all their text, with the headings as locators, and the notes at its end."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.formats import DOCX
from dossier.documents.html_building import add_element, prefix_note
from dossier.documents.office_parts import OfficeParts
from dossier.documents.read_options import CHANGES_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.remarks import list_texts
from dossier.documents.tracked_changes import MACROS, choose_changes
from dossier.documents.whole_document import DocumentPart, write_document
from dossier.documents.word.changed_text import find_changes, resolve_changes
from dossier.documents.word.notes import KINDS, NoteMarks
from dossier.documents.word.numbering import Numbering
from dossier.documents.word.other_parts import collect_omissions
from dossier.documents.word.parts import W
from dossier.documents.word.word_body import WordBody
from dossier.documents.word.word_styles import WordStyles
from dossier.documents.zip_package import ZipPackage
from dossier.model.errors import UserError

MAIN_PART = "word/document.xml"


def read_docx(data: bytes, options: ReadOptions) -> Extract:
    """Read a Word document; one with tracked changes only if an option says how to read them."""
    parts = OfficeParts(ZipPackage(data, options.name), options.name, MAIN_PART)
    roots = [parts.root(member) for member in (parts.main, *parts.members("footnotes"), *parts.members("endnotes"))]
    changes = [change for root in roots for change in find_changes(root)]
    choice = choose_changes(changes, options)
    for root in roots if changes else ():
        resolve_changes(root, accept=choice == "accepted")
    body = parts.root(parts.main).find(f"{W}body")
    if body is None:
        raise UserError(f"{options.name}: the file is damaged (it has no body): open it and save it anew")
    styles = WordStyles(parts.first_root("styles"))
    notes = NoteMarks(parts.first_root("settings"), body)
    conversion = WordBody(styles, Numbering(parts.first_root("numbering"), styles), notes)
    written = write_document(list(_convert(parts, body, conversion, notes)), options.name)
    metadata = parts.core_properties()
    remarks = [*list_texts(f"Tracked change, read as {choice}", changes)] if changes else []
    collect_omissions(parts, conversion.omissions)
    remarks += [*conversion.omissions.remarks(), *written.remarks]
    if notes.restarts and notes.notes:
        remarks.append("The numbers of the notes start again on each page or section in the document, not in the text.")
    if parts.has_macros:
        remarks.append(MACROS)
    return Extract(
        written.text,
        metadata.pop("title", None),
        tuple(f"{name}: {value}" for name, value in metadata.items()),
        tuple(remarks),
        _language(conversion, styles),
        written.locators,
    )


def _convert(parts: OfficeParts, body: Any, conversion: WordBody, notes: NoteMarks) -> Iterator[DocumentPart]:
    """Yield the body, and the footnotes and endnotes that it refers to."""
    from lxml.html import Element  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

    element = Element("body")
    conversion.convert(body, element)
    yield DocumentPart(element)
    for kind in KINDS:
        root = parts.first_root(f"{kind}s")
        found = {} if root is None else {note.get(f"{W}id"): note for note in root.iter(f"{W}{kind}")}
        notes_element = Element("body")
        for note in [note for note in notes.notes if note.kind == kind and note.id in found]:
            note_element = add_element(notes_element, "div")
            conversion.convert(found[note.id], note_element)
            prefix_note(note_element, note.mark)
        if len(notes_element):
            yield DocumentPart(notes_element, f"{kind}s", "part")


def _language(conversion: WordBody, styles: WordStyles) -> str:
    """Return the language of most of the text; text without one has that of the styles."""
    counts = {language or styles.language: 0 for language in sorted(conversion.languages)}
    for language, count in conversion.languages.items():
        counts[language or styles.language] += count
    return max(counts, key=counts.__getitem__, default="")


READER = DocumentReader(
    id="docx",
    formats=(DOCX,),
    suffixes=(".docx", ".docm", ".dotx", ".dotm"),
    read=read_docx,
    packages=("lxml", "mammoth"),
    options=CHANGES_OPTION,
)
