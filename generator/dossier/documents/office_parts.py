"""The parts of a document of Office Open XML (ECMA-376): which they are, by their relationships, and their XML.

The strict namespaces are read as the transitional ones.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.documents.zip_package import ZipPackage, normalize_member, parse_xml
from dossier.model.errors import UserError

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|presentationml|officeDocument|drawingml)/")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAX_PART_BYTES = 40 * 1024 * 1024
"""The most bytes of XML of a part that are read: 16 MB of text with its markup."""
CORE_FIELDS = {
    "title": "title",
    "creator": "author",
    "lastModifiedBy": "last modified by",
    "created": "created",
    "modified": "modified",
}


class Relationship(NamedTuple):
    """A part that another refers to: the id, the last word of its type, such as `footnotes`, and its member's name."""

    id: str
    type: str
    member: str
    is_external: bool


class OfficeParts:
    """The parts of a document that have text; each is parsed once, and may be changed."""

    def __init__(self, package: ZipPackage, name: str, main: str) -> None:
        """Find the parts; `name` is what messages call the document, `main` the usual name of its main part."""
        self.package = package
        self._name = name
        self._roots: dict[str, Any] = {}
        found = [part.member for part in self.related("") if part.type == "officeDocument"]
        self.main = next((member for member in found if member in package), main)
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
            yield Relationship(
                element.get("Id") or "", type, target if is_external else normalize_member(path), is_external
            )

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

    @property
    def has_macros(self) -> bool:
        """Whether the document has macros."""
        return any(name.endswith("vbaProject.bin") for name in self.package.names)

    def core_properties(self) -> dict[str, str]:
        """Return what the document says of itself, such as its title, by name."""
        found: dict[str, str] = {}
        for part in self.related(""):
            if part.type == "core-properties" and part.member in self.package:
                for element in self.root(part.member):
                    name = CORE_FIELDS.get(element.tag.rpartition("}")[2])
                    if name and (words := " ".join((element.text or "").split())):
                        found[name] = words
        return found
