"""The characters of a page of a PDF, each with its place on the page as it is shown."""

import ctypes
import math
import sys
from collections.abc import Sequence
from itertools import repeat
from typing import Any, NamedTuple

from dossier.documents.pdf.bulk_calls import RowFunction, address_of, bulk_function

MAX_PAGE_CHARACTERS = 200_000
"""The most characters of a page that are read; even a full page of a newspaper has fewer."""
MAX_HEIGHT = 3.0
"""The largest height of a character's box, in sizes."""
MIN_SIZE = 0.1
"""The least size of a character, in points; files have characters of the size 0, too."""
DEVICE = 1_000_000
"""The size in which PDFium maps places on a page, so that whole numbers are exact enough."""
GENERATED_BREAKS = "\r\n"
NARROW_SPACES = "\u00a0\u2007\u2009\u202f"
"""Spaces that may be within a figure, which stay as they are."""
HYPHEN_MARK = 2
"""The code that PDFium gives a hyphen at the end of a line."""
UNKNOWN = "\ufffd"
PRIVATE_USE = tuple(chr(code) for code in range(0xE000, 0xF900))
UNKNOWN_LETTERS = frozenset([UNKNOWN, *PRIVATE_USE])
"""What stands for characters of which the PDF does not say which letter they are."""
HIGH_SURROGATES = range(0xD800, 0xDC00)
LOW_SURROGATES = range(0xDC00, 0xE000)
HALVES = frozenset(LOW_SURROGATES)


class Character(NamedTuple):
    """A character: its left and right edge, its baseline and its size in points, from the page's top left corner.

    `number` is PDFium's number of it on the page. `angle` is by how many degrees it is turned, clockwise, and the place
    is on the page turned back by them.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    number: int
    angle: int


class PageFrame(NamedTuple):
    """How places in a page's own coordinates are shown: a matrix to points from the top left, and the page's size."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def to_display(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is shown."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def page_frame(page: Any) -> PageFrame:
    """Return how a page is shown, with its rotation and its crop box."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    width, height = page.get_size()

    def device(x: float, y: float) -> tuple[float, float]:
        column, row = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, column, row)
        return column.value * width / DEVICE, row.value * height / DEVICE

    step = 100.0
    origin, right, up = device(0, 0), device(step, 0), device(0, step)
    return PageFrame(
        (right[0] - origin[0]) / step,
        (right[1] - origin[1]) / step,
        (up[0] - origin[0]) / step,
        (up[1] - origin[1]) / step,
        *origin,
        width,
        height,
    )


class CharacterReader:
    """Reads the characters of the pages of a document."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        self._get_code = bulk_function(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
        self._get_size = bulk_function(pdfium.FPDFText_GetFontSize, ctypes.c_double)
        self._box = RowFunction(pdfium.FPDFText_GetLooseCharBox, ctypes.c_float, 4)
        self._matrix = RowFunction(pdfium.FPDFText_GetMatrix, ctypes.c_float, 6)
        self._origin = RowFunction(pdfium.FPDFText_GetCharOrigin, ctypes.c_double, 2, is_row=False)

    def read(self, text_page: Any, frame: PageFrame) -> list[Character]:
        """Return the characters of a page in the order of the file; spaces between words have no place of their own."""
        handle = address_of(text_page.raw)
        count = text_page.count_chars()
        texts = _texts(list(map(self._get_code, repeat(handle, count), range(count))))
        spaces = {text: text if text in NARROW_SPACES else " " for text in set(texts) if text.isspace()}
        placed = [index for index, text in enumerate(texts) if text and text not in spaces]
        _, (lefts, tops, rights, bottoms) = self._box.read(placed, handle)
        _, (*matrix, _, _) = self._matrix.read(placed, handle)
        _, origin = self._origin.read(placed, handle)
        sizes = map(self._get_size, repeat(handle), placed)

        characters: list[Character | None] = [None] * count
        for index, text in enumerate(texts):
            if text in spaces:
                characters[index] = Character(spaces[text], 0, 0, 0, 0, index, 0)
        new = tuple.__new__  # Faster than a call of the class, which takes half of the time here.
        is_upright = not frame.b and not frame.c and frame.a > 0
        columns = (placed, lefts, tops, rights, bottoms, *matrix, *origin, sizes)
        for index, left, top, right, bottom, a, b, c, d, x, y, font_size in zip(*columns, strict=True):
            size = abs(font_size) * (abs(d) if not c else math.hypot(c, d))
            if size < MIN_SIZE:
                size = MIN_SIZE
            if is_upright and not b and a > 0:
                angle = 0
                if size * MAX_HEIGHT < top - bottom:
                    size = top - bottom  # The font has letters of another size than it says.
                left, right = left * frame.a + frame.e, right * frame.a + frame.e
                baseline = y * frame.d + frame.f
            else:
                angle = _shown_angle(frame, a, b)
                left, right, baseline = _turned(frame, (left, top, right, bottom), x, y, angle)
            if math.isfinite(left + right + baseline + size):
                characters[index] = new(Character, (texts[index], left, right, baseline, size, index, angle))
        return [character for character in characters if character is not None]


def _texts(codes: Sequence[int]) -> list[str]:
    """Return the text of each character; of the two halves of one, the first has none, nor have breaks of lines."""
    known = {code: _text(code) for code in set(codes)}
    texts = [known[code] for code in codes]
    if not HALVES.isdisjoint(known):
        for index, code in enumerate(codes):
            high = codes[index - 1] if index else 0
            if code in LOW_SURROGATES and high in HIGH_SURROGATES:
                texts[index] = chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
    return texts


def _text(code: int) -> str:
    if code in HIGH_SURROGATES:
        return ""
    if code == HYPHEN_MARK:
        return "-"
    is_known = 0 < code <= sys.maxunicode and code not in LOW_SURROGATES
    text = chr(code) if is_known else UNKNOWN
    return "" if text in GENERATED_BREAKS else text


def _shown_angle(frame: PageFrame, a: float, b: float) -> int:
    """Return by how many degrees, clockwise, text is turned whose own matrix has these values."""
    across, down = frame.a * a + frame.c * b, frame.b * a + frame.d * b
    return round(math.degrees(math.atan2(down, across))) % 360


def _turned(frame: PageFrame, box: Any, x: float, y: float, angle: int) -> tuple[float, float, float]:
    """Return the left and right edge and the baseline of a character, on the page turned back by its angle."""
    left, top, right, bottom = box
    turn = math.radians(-angle)
    cosine, sine = math.cos(turn), math.sin(turn)
    corners = [frame.to_display(column, row) for column in (left, right) for row in (top, bottom)]
    columns = [column * cosine - row * sine for column, row in corners]
    origin_x, origin_y = frame.to_display(x, y)
    return min(columns), max(columns), origin_x * sine + origin_y * cosine
