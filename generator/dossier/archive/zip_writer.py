"""A zip whose bytes follow from its files alone: no clock, no umask, no machine; and, unless asked, no compressor."""

from datetime import UTC, datetime
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MODE = 0o100644
UNIX = 3
LATEST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
"""The last date that a zip can hold."""


class DeterministicZip:
    """A zip in the making. Files are stored as they are: other builds of zlib compress the same bytes otherwise."""

    def __init__(self, file: BinaryIO, when: datetime, *, small: bool = False) -> None:
        """`when` becomes the date of every file; `small` compresses, and gives up equal bytes between machines."""
        self._zip = ZipFile(file, "w")
        self._when = min(when.astimezone(UTC), LATEST)
        self._method = ZIP_DEFLATED if small else ZIP_STORED

    def add(self, name: str, content: bytes) -> None:
        """Put in a file."""
        entry = ZipInfo(name, self._when.timetuple()[:6])
        entry.create_system, entry.external_attr = UNIX, MODE << 16
        self._zip.writestr(entry, content, self._method, compresslevel=9)

    def close(self) -> None:
        """Write the list of files, which ends the zip."""
        self._zip.close()
