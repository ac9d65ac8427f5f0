"""The characters of a page of a PDF, each with its place on the page as it is shown."""

import ctypes
import math
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

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


def plain_function(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes addresses, which is several times faster than one that takes objects."""
    prototype = ctypes.CFUNCTYPE(result, *arguments)
    address = ctypes.cast(function, ctypes.c_void_p).value
    return prototype(address or 0)


def read_characters(text_page: Any, frame: PageFrame) -> list[Character]:
    """Return the characters of a page in the order of the file; spaces between words have no place of their own."""
    import pypdfium2.raw as pdfium

    pointer, number, real = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
    get_code = plain_function(pdfium.FPDFText_GetUnicode, ctypes.c_uint, pointer, number)
    get_box = plain_function(pdfium.FPDFText_GetLooseCharBox, number, pointer, number, pointer)
    get_size = plain_function(pdfium.FPDFText_GetFontSize, real, pointer, number)
    get_matrix = plain_function(pdfium.FPDFText_GetMatrix, number, pointer, number, pointer)
    get_origin = plain_function(pdfium.FPDFText_GetCharOrigin, number, pointer, number, pointer, pointer)

    handle = ctypes.cast(text_page.raw, pointer).value
    box, matrix, x, y = (ctypes.c_float * 4)(), (ctypes.c_float * 6)(), real(), real()
    places = [ctypes.addressof(value) for value in (box, matrix, x, y)]
    is_upright = not frame.b and not frame.c and frame.a > 0
    characters: list[Character] = []
    high = 0
    for index in range(text_page.count_chars()):
        code = get_code(handle, index)
        if code in HIGH_SURROGATES:
            high = code
            continue
        if code in LOW_SURROGATES:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        text = "-" if code == HYPHEN_MARK else chr(code) if 0 < code <= sys.maxunicode else UNKNOWN
        if text in GENERATED_BREAKS:
            continue
        if text.isspace():
            characters.append(Character(text if text in NARROW_SPACES else " ", 0, 0, 0, 0, index, 0))
            continue
        get_box(handle, index, places[0])
        get_matrix(handle, index, places[1])
        get_origin(handle, index, places[2], places[3])
        a, b, c, d = matrix[:4]
        size = max(abs(get_size(handle, index)) * (abs(d) if not c else math.hypot(c, d)), MIN_SIZE)
        if is_upright and not b and a > 0:
            left, top, right, bottom = box
            if size * MAX_HEIGHT < top - bottom:
                size = top - bottom  # The font has letters of another size than it says.
            place = (left * frame.a + frame.e, right * frame.a + frame.e, y.value * frame.d + frame.f, size, index, 0)
            if math.isfinite(sum(place)):
                characters.append(Character(text, *place))
            continue
        angle = _shown_angle(frame, a, b)
        left, right, baseline = _turned(frame, box, x.value, y.value, angle)
        if math.isfinite(left + right + baseline + size):
            characters.append(Character(text, left, right, baseline, size, index, angle))
    return characters


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
