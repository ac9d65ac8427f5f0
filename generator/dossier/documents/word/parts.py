"""The parts of a Word document: which they are, by their relationships, and their XML.

The elements are those of ECMA-376, part 1 (WordprocessingML); the strict namespaces are read as the transitional ones.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.documents.zip_package import ZipPackage, normalize_member, parse_xml
from dossier.model.errors import UserError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml)/")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAX_PART_BYTES = 40 * 1024 * 1024
"""The most bytes of XML of a part that are read: 16 MB of text with its markup."""


class Relationship(NamedTuple):
    """A part that another refers to: the last word of its type, such as `footnotes`, and the name of its member."""

    type: str
    member: str
    is_external: bool


class WordParts:
    """The parts of a Word document that have text; each is parsed once, and may be changed."""

    def __init__(self, package: ZipPackage, name: str) -> None:
        """Find the parts; `name` is what messages call the document."""
        self.package = package
        self._name = name
        self._roots: dict[str, Any] = {}
        found = [part.member for part in self.related("") if part.type == "officeDocument"]
        self.main = next((member for member in found if member in package), "word/document.xml")
        if self.main not in package:
            raise UserError(f"{name}: the file is damaged (it has no main part): open it and save it anew")
        self._main_parts = tuple(self.related(self.main))

    def related(self, member: str) -> Iterator[Relationship]:
        """Yield the parts that a part refers to; "" is the document itself."""
        folder, _, file = member.rpartition("/")
        relationships = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if relationships not in self.package:
            return
        for element in self._parse(relationships).iter(RELATIONSHIP):
            target = element.get("Target") or ""
            is_external = element.get("TargetMode") == "External"
            path = target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            type = (element.get("Type") or "").rpartition("/")[2]
            yield Relationship(type, target if is_external else normalize_member(path), is_external)

    def members(self, type: str) -> tuple[str, ...]:
        """Return the names of the parts of a type that the main part refers to, and that exist."""
        return tuple(
            dict.fromkeys(
                part.member
                for part in self._main_parts
                if part.type == type and not part.is_external and part.member in self.package
            )
        )

    def root(self, member: str) -> Any:
        """Return the root element of a part."""
        if member not in self._roots:
            self._roots[member] = self._parse(member)
        return self._roots[member]

    def first_root(self, type: str) -> Any:
        """Return the root element of the first part of a type, None if there is none."""
        members = self.members(type)
        return self.root(members[0]) if members else None

    def _parse(self, member: str) -> Any:
        content = self.package.read(member, MAX_PART_BYTES)
        return parse_xml(STRICT.sub(TRANSITIONAL, content), self._name, member)


def is_on(properties: Any, name: str) -> bool | None:
    """Return whether a property that is on or off, such as `vanish`, is on; None if it is not set."""
    element = None if properties is None else properties.find(f"{W}{name}")
    if element is None:
        return None
    return (element.get(f"{W}val") or "true").lower() not in ("false", "0", "off", "none")


def value(element: Any, name: str) -> str | None:
    """Return the value of a property, such as `numId`, of an element; None if it has none."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def word_text(element: Any) -> str:
    """Return the text of an element, with a space for each tab, line end and end of a paragraph."""
    pieces: list[str] = []
    for node in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}cr", f"{W}p", f"{M}t"):
        is_text = node.tag.endswith(("}t", "}delText"))
        pieces.append(node.text or "" if is_text else " ")
    return " ".join("".join(pieces).split())
