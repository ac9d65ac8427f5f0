"""The site's icon: two sheets, a passage marked on the front one; as SVG, and as PNG for browsers that ask."""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from dossier.model.output import OutputFile

SIZE = 32
"""Units of the drawing, each way."""
COLOURS = ("#24324a", "#9fb0cc", "#ffffff", "#ffc83d")
ICO_SIZE, APPLE_SIZE = 32, 180


class IconBox(NamedTuple):
    """A rectangle in units of the drawing; `colour` is a position in COLOURS."""

    x: int
    y: int
    width: int
    height: int
    colour: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a unit lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


BOXES = (
    IconBox(0, 0, SIZE, SIZE, 0),
    IconBox(11, 3, 16, 21, 1),
    IconBox(5, 8, 18, 21, 2),
    IconBox(8, 12, 12, 2, 1),
    IconBox(8, 17, 12, 3, 3),
    IconBox(8, 23, 8, 2, 1),
)


def render_icons() -> Iterator[OutputFile]:
    """The icon where pages name it, and at the two addresses at a host's root that browsers ask for unasked."""
    yield OutputFile("assets/dossier/icon.svg", svg())
    yield OutputFile("favicon.ico", ico())
    yield OutputFile("apple-touch-icon.png", png(APPLE_SIZE))


def svg() -> str:
    """The icon as SVG."""
    boxes = "".join(
        f'<rect x="{one.x}" y="{one.y}" width="{one.width}" height="{one.height}" fill="{COLOURS[one.colour]}"/>'
        for one in BOXES
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">{boxes}</svg>\n'


def ico() -> bytes:
    """The icon as an ICO file that holds one PNG."""
    image = png(ICO_SIZE)
    header, entry = struct.pack("<3H", 0, 1, 1), struct.pack("<4B2H2I", ICO_SIZE, ICO_SIZE, 0, 0, 1, 32, len(image), 22)
    return header + entry + image


def png(size: int) -> bytes:
    """The icon as PNG, `size` pixels each way, its four colours a palette.

    Not compressed: what zlib makes of it differs from one zlib to another.
    """
    rows = b"".join(b"\0" + _row(size, y * SIZE // size) for y in range(size))
    palette = b"".join(bytes.fromhex(colour[1:]) for colour in COLOURS)
    head = struct.pack(">2I5B", size, size, 2, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _row(size: int, y: int) -> bytes:
    """A row of pixels, two bits each."""
    bits = "".join(f"{_colour(x * SIZE // size, y):02b}" for x in range(size))
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def _colour(x: int, y: int) -> int:
    return next(box.colour for box in reversed(BOXES) if box.holds(x, y))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
