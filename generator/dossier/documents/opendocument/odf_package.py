"""Packages of OpenDocument (OASIS OpenDocument 1.3, part 2): opening one, and what a document says of itself."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.opendocument.odt_styles import DC, META
from dossier.documents.zip_package import ZipPackage
from dossier.model.errors import UserError

METADATA = (
    (f"{META}initial-creator", "author"),
    (f"{DC}creator", "last modified by"),
    (f"{META}creation-date", "created"),
    (f"{DC}date", "modified"),
)
MANIFEST = "META-INF/manifest.xml"
MACRO_FOLDERS = ("Basic/", "Scripts/")


def open_package(data: bytes, name: str) -> ZipPackage:
    """Open a document; raises UserError, which calls it `name`, where it is damaged or needs a password."""
    package = ZipPackage(data, name)
    if MANIFEST in package and b"encryption-data" in package.read(MANIFEST):
        raise UserError(f"{name}: it is encrypted: open it with its password, save it without, and add that")
    return package


def contains_macros(package: ZipPackage) -> bool:
    """Return whether a document has macros."""
    return any(name.startswith(MACRO_FOLDERS) for name in package.names)


def read_optional(package: ZipPackage, member: str) -> Any:
    """Return the root element of a part, None if the document has none of this name."""
    return package.read_xml(member) if member in package else None


def odf_title(meta: Any) -> str | None:
    """Return the title that a document declares."""
    return None if meta is None else " ".join((meta.findtext(f".//{DC}title") or "").split()) or None


def odf_metadata(meta: Any) -> Iterator[str]:
    """Yield what a document says of itself: `author: Ada Lind`."""
    for tag, name in METADATA:
        if meta is not None and (value := " ".join((meta.findtext(f".//{tag}") or "").split())):
            yield f"{name}: {value}"
