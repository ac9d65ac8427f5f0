"""The bytes of an SQLite database, without what depends on the library that wrote them.

SQLite's own “Database File Format” says what stands where. Releases write the same tables into the same cells of the
same pages; they differ in what they tell of themselves in the header, and in what is left lying in unused bytes.
"""

from collections.abc import Iterator

HEADER = ((24, 1), (92, 1), (96, 3_009_000))
"""Numbers of the header, by offset: the counter of changes, the change that the library's version stood for, and that
version, in whose place stands the first that can search the file."""
HEADER_SIZE = 100
NODES = {2: 12, 5: 12, 10: 8, 13: 8}
"""The first byte of a B-tree page, and the size of its header. Others begin with the number of a page: with 0."""


def canonical(content: bytes, page_size: int) -> bytes:
    """The same database, its header neutral and every unused byte of its B-trees zero."""
    made = bytearray(content)
    for offset, value in HEADER:
        made[offset : offset + 4] = value.to_bytes(4, "big")
    for page in range(0, len(made), page_size):
        for start, end in _unused(made, page, page + (HEADER_SIZE if page == 0 else 0)):
            made[start:end] = bytes(end - start)
    return bytes(made)


def _unused(made: bytearray, page: int, node: int) -> Iterator[tuple[int, int]]:
    """The stretches of a page that hold nothing: before its cells, after the pointers to them, and where a cell was."""
    size = NODES.get(made[node])
    if size is None:
        return
    free, cells, first = (int.from_bytes(made[node + at : node + at + 2], "big") for at in (1, 3, 5))
    yield node + size + 2 * cells, page + first
    while free:
        block = page + free
        free, length = (int.from_bytes(made[block + at : block + at + 2], "big") for at in (0, 2))
        yield block + 4, block + length
