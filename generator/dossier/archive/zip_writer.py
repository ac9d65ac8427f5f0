"""A reproducible zip: fixed dates and modes, no dependence on the clock, umask or machine; stored by default."""

from datetime import UTC, datetime
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

REGULAR_FILE_MODE = 0o100644
UNIX = 3
MAX_DATE = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
"""The last date that a zip can store."""


class DeterministicZip:
    """A zip being written. Files are stored uncompressed, since zlib versions compress the same bytes differently."""

    def __init__(self, file: BinaryIO, date: datetime, *, small: bool = False) -> None:
        """Date every file `date`. With `small`, compress, so that the bytes depend on the zlib version."""
        self._zip = ZipFile(file, "w")
        self._date = min(date.astimezone(UTC), MAX_DATE)
        self._method = ZIP_DEFLATED if small else ZIP_STORED

    def add(self, name: str, content: bytes) -> None:
        """Append a file."""
        entry = ZipInfo(name, self._date.timetuple()[:6])
        entry.create_system, entry.external_attr = UNIX, REGULAR_FILE_MODE << 16
        self._zip.writestr(entry, content, self._method, compresslevel=9)

    def close(self) -> None:
        """Write the central directory, which ends the zip."""
        self._zip.close()
