"""Members of zip archives: unpacked in no more memory than they may take, or written piece by piece."""

from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEVEL = 1
"""Of the levels of zlib: the usual one, 6, takes four times as long, and makes an archive a tenth smaller."""


def read_member(archive: ZipFile, member: str | ZipInfo, limit: int) -> bytes:
    """Return the first `limit` bytes of a member; raises what `zipfile` and `zlib` do where it is damaged."""
    with archive.open(member) as stream:
        return stream.read(limit)


def copy_zip(source: Path, target: Path, change: Callable[[str, bytes], Iterable[bytes]]) -> None:
    """Write a copy of an archive in which each member has what `change` makes of its name and its content, in pieces.

    The members have no date.
    """
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL) as new:
        for entry in old.infolist():
            with new.open(entry.filename, "w") as stream:
                stream.writelines(change(entry.filename, old.read(entry)))
