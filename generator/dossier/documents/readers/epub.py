"""Reads e-books (EPUB): all their pages in order, with the entries of the table of contents as locators."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.book.contents import Contents, read_contents
from dossier.documents.book.pages import read_book_page
from dossier.documents.formats import EPUB
from dossier.documents.omissions import Omissions
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.remarks import list_texts
from dossier.documents.whole_document import DocumentPart, write_document
from dossier.documents.zip_package import ZipPackage
from dossier.model.errors import UserError


def read_epub(data: bytes, options: ReadOptions) -> Extract:
    """Read an e-book; one that is protected against copying is refused."""
    package = ZipPackage(data, options.name)
    contents = read_contents(package, options.name)
    if not contents.pages:
        raise UserError(f"{options.name}: the file is damaged (it lists no pages): get the book again")
    omissions = Omissions()
    parts = list(_parts(package, contents, options.name, omissions))
    written = write_document(parts, options.name, has_headings=not contents.entries)
    missing = list_texts("Page that is listed, but not in the file", contents.missing)
    return Extract(
        written.text,
        contents.title or None,
        contents.metadata,
        (*missing, *omissions.remarks(), *written.remarks),
        contents.language,
        written.locators,
    )


def _parts(package: ZipPackage, contents: Contents, name: str, omissions: Omissions) -> Iterator[DocumentPart]:
    """Yield the pages, with the labels of the chapters that begin on each."""
    labels_by_page: dict[str, dict[str, str]] = {member: {} for member in contents.pages}
    for entry in contents.entries:
        labels_by_page.get(entry.member, {})[entry.fragment] = entry.label
    for member, labels in labels_by_page.items():
        body = read_book_page(package, member, name, omissions)
        ids = {element.get("id"): element for element in body.iter() if element.get("id") in labels}
        anchors: dict[Any, str] = {element: labels[id] for id, element in ids.items()}
        unknown = (label for fragment, label in labels.items() if fragment not in ids)
        yield DocumentPart(body, next(unknown, ""), anchors=anchors)


READER = DocumentReader(
    id="epub",
    formats=(EPUB,),
    suffixes=(".epub",),
    read=read_epub,
    packages=("lxml",),
)
