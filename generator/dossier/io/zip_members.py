"""Members of zip archives, unpacked in no more memory than they may take, whatever size the archive says they have."""

from zipfile import ZipFile, ZipInfo


def read_member(archive: ZipFile, member: str | ZipInfo, limit: int) -> bytes:
    """Return the first `limit` bytes of a member; raises what `zipfile` and `zlib` do where it is damaged."""
    with archive.open(member) as stream:
        return stream.read(limit)
