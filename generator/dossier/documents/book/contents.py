"""The pages of an e-book in their order, its table of contents and its metadata (EPUB 3.3, and 2.0.1)."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.documents.zip_package import ZipPackage, normalize_member
from dossier.model.errors import UserError

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Algorithms that only hide fonts."""
PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
METADATA = {
    "creator": "author",
    "publisher": "publisher",
    "date": "date",
    "identifier": "identifier",
    "rights": "rights",
}


class ContentsEntry(NamedTuple):
    """An entry of the table of contents: its label, the page that it refers to, and the id of an element, if any."""

    label: str
    member: str
    fragment: str


class Contents(NamedTuple):
    """The pages of a book by the names of their members, those that are missing, its entries and its metadata."""

    pages: tuple[str, ...]
    missing: tuple[str, ...]
    entries: tuple[ContentsEntry, ...]
    title: str
    language: str
    metadata: tuple[str, ...]


def read_contents(package: ZipPackage, name: str) -> Contents:
    """Read the contents of a book; raise UserError, which calls it `name`, where it is damaged or protected."""
    _require_unprotected(package, name)
    rootfiles = (
        node.get("full-path") for node in package.read_xml(CONTAINER).iter() if _local_name(node) == "rootfile"
    )
    path = normalize_member(next((path for path in rootfiles if path), ""))
    root = package.read_xml(path)
    folder = path.rpartition("/")[0]
    items = {node.get("id") or "": node for node in root.iter() if _local_name(node) == "item"}
    members = {id: resolve(folder, item.get("href") or "")[0] for id, item in items.items()}
    spine = [node.get("idref") or "" for node in root.iter() if _local_name(node) == "itemref"]
    pages = [members[id] for id in dict.fromkeys(spine) if id in items and _is_page(items[id])]
    missing = [member for member in pages if member not in package]
    navigation = next((id for id, item in items.items() if "nav" in (item.get("properties") or "").split()), "")
    ncx = next((id for id, item in items.items() if item.get("media-type") == "application/x-dtbncx+xml"), "")
    entries: tuple[ContentsEntry, ...] = ()
    for id, read in ((navigation, _nav_entries), (ncx, _ncx_entries)):
        if id and not entries and members[id] in package:
            entries = tuple(read(package.read_xml(members[id]), members[id].rpartition("/")[0]))
    members_of_pages = set(pages)
    fields = list(_metadata(root))
    return Contents(
        tuple(member for member in pages if member in package),
        tuple(missing),
        tuple(entry for entry in entries if entry.member in members_of_pages),
        next((value for field, value in fields if field == "title"), ""),
        next((value for field, value in fields if field == "language"), ""),
        tuple(f"{METADATA[field]}: {value}" for field, value in fields if field in METADATA),
    )


def resolve(folder: str, address: str) -> tuple[str, str]:
    """Return the member, and the id of an element, that an address in a page in a folder refers to."""
    path, _, fragment = address.partition("#")
    path = ESCAPED.sub(_unescape, path)
    return normalize_member(f"{folder}/{path}" if folder else path), ESCAPED.sub(_unescape, fragment)


def _unescape(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def _require_unprotected(package: ZipPackage, name: str) -> None:
    """Raise UserError where the book has a copy protection (DRM); hidden fonts are none."""
    if ENCRYPTION not in package:
        return
    for node in package.read_xml(ENCRYPTION).iter():
        if _local_name(node) == "EncryptionMethod" and node.get("Algorithm") not in FONT_ALGORITHMS:
            break
    else:
        return
    message = f"{name}: the book is protected against copying (DRM)"
    raise UserError(f"{message}: get it without, or type the pages that you cite, and add them as plain text")


def _is_page(item: Any) -> bool:
    return (item.get("media-type") or PAGE_TYPES[0]) in PAGE_TYPES


def _nav_entries(root: Any, folder: str) -> Iterator[ContentsEntry]:
    """Yield the entries of the navigation document of EPUB 3."""
    navigations = [node for node in root.iter() if _local_name(node) == "nav"]
    toc = [node for node in navigations if "toc" in _attribute(node, "type").split()] or navigations[:1]
    for link in (node for navigation in toc for node in navigation.iter() if _local_name(node) == "a"):
        if label := " ".join("".join(link.itertext()).split()):
            yield ContentsEntry(label, *resolve(folder, link.get("href") or ""))


def _ncx_entries(root: Any, folder: str) -> Iterator[ContentsEntry]:
    """Yield the entries of the navigation control file of EPUB 2."""
    for point in (node for node in root.iter() if _local_name(node) == "navPoint"):
        label = next((node for node in point if _local_name(node) == "navLabel"), None)
        content = next((node for node in point if _local_name(node) == "content"), None)
        text = "" if label is None else " ".join("".join(label.itertext()).split())
        if text and content is not None:
            yield ContentsEntry(text, *resolve(folder, content.get("src") or ""))


def _metadata(root: Any) -> Iterator[tuple[str, str]]:
    for node in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        if value := " ".join("".join(node.itertext()).split()):
            yield _local_name(node), value


def _attribute(node: Any, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def _local_name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
