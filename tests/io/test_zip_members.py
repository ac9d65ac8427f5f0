"""A member of a zip archive takes no more memory than was asked for, however much is packed in it."""

import io
import struct
import tracemalloc
import zipfile

import pytest
from dossier.io.zip_members import read_member

SIZE = 30_000_000


def test_a_member_that_says_less_than_it_has_is_damaged_and_not_unpacked():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", bytes(SIZE))
    data = stream.getvalue().replace(struct.pack("<I", SIZE), struct.pack("<I", 100))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tracemalloc.start()
        with pytest.raises(zipfile.BadZipFile):
            read_member(archive, "mimetype", 101)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < SIZE // 10
