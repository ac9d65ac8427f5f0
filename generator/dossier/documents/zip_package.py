"""Documents that are zip archives, such as DOCX, XLSX, ODT and EPUB: their members, read within limits.

No member is ever written to disk, so a name such as `../x` is a name like any other.
"""

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dossier.io.zip_members import read_member
from dossier.model.errors import UserError

MAX_MEMBERS = 20_000
MAX_MEMBER_BYTES = 64 * 1024 * 1024
"""The most bytes that one member may have when unpacked; pictures and recordings, which are not read, may be larger."""
MAX_TOTAL_BYTES = 256 * 1024 * 1024
"""The most bytes that may be unpacked from a document in all."""
MAX_RATIO = 200
"""The most bytes that may be unpacked from a packed one; text takes 5 to 30."""
MIN_RATIO_BYTES = 8 * 1024 * 1024
"""The size from which the ratio counts: small members may be all of one letter."""
METHODS = (ZIP_STORED, ZIP_DEFLATED)
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000
"""The flags of a member that is encrypted, is so strongly, or whose entry is masked."""
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


class ZipPackage:
    """A document that is a zip archive. Every method raises UserError where the archive is damaged or too large."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open a document; `name` is what messages call it."""
        self._name = name
        self._unpacked = 0
        try:
            self._archive = ZipFile(BytesIO(data))
            members = self._archive.infolist()
        except (BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            raise self._damaged(str(error)) from None
        if len(members) > MAX_MEMBERS:
            raise UserError(f"{name}: it has {len(members):,} parts, more than the limit of {MAX_MEMBERS:,}")
        self._members: dict[str, ZipInfo] = {}
        for member in members:
            if member.filename in self._members:
                raise self._damaged(f"it has two parts named `{member.filename}`")
            self._members[member.filename] = member

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, without folders, in their order in the archive."""
        return tuple(name for name in self._members if not name.endswith("/"))

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def size(self, member: str) -> int:
        """Return the number of bytes that a member says it has when unpacked."""
        return self._members[member].file_size

    def read(self, member: str, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """Return the bytes of a member, of which there may be `limit` at most."""
        info = self._members.get(member)
        if info is None:
            raise self._damaged(f"its part `{member}` is missing")
        if info.flag_bits & ENCRYPTED_FLAGS:
            raise UserError(f"{self._name}: it is encrypted: open it with its password, save it without, and add that")
        if info.compress_type not in METHODS:
            raise self._damaged(f"its part `{member}` is packed in a way that documents do not use")
        if info.file_size > min(limit, MAX_TOTAL_BYTES - self._unpacked):
            raise self._too_large(member, info.file_size)
        if info.file_size > MIN_RATIO_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise self._too_large(member, info.file_size)
        content = self._unpack(info)
        self._unpacked += len(content)
        return content

    def read_xml(self, member: str, limit: int = MAX_MEMBER_BYTES) -> Any:
        """Return the root element of a member that is XML; entities and addresses in it are not resolved."""
        return parse_xml(self.read(member, limit), self._name, member)

    def _unpack(self, info: ZipInfo) -> bytes:
        """Return what a member has, which is never more than it says."""
        try:
            content = read_member(self._archive, info, info.file_size + 1)  # To the end, where the checksum counts.
        except (BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error) as error:
            raise self._damaged(f"its part `{info.filename}`: {error}") from None
        if len(content) != info.file_size:
            raise self._damaged(f"its part `{info.filename}` is cut off")
        return content

    def _damaged(self, reason: str) -> UserError:
        return UserError(f"{self._name}: the file is damaged ({reason}): get it again, or open it and save it anew")

    def _too_large(self, member: str, size: int) -> UserError:
        return UserError(
            f"{self._name}: its part `{member}` has {size:,} bytes when unpacked, too many for a document: split it"
        )


def parse_xml(content: bytes, name: str, member: str) -> Any:
    """Return the root element of XML, which may declare no entities; raise UserError where it is not well-formed."""
    from lxml import etree  # type: ignore[import-untyped]  # Imported here because it takes 30 ms.

    if ENTITY.search(content.replace(b"\0", b"")):
        raise UserError(f"{name}: its part `{member}` declares XML entities, which documents do not have: save it anew")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError(
            f"{name}: its part `{member}` is damaged ({error}): open the document and save it anew"
        ) from None


def normalize_member(path: str) -> str:
    """Return the name of the member at a path, without `.` and `..`."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
