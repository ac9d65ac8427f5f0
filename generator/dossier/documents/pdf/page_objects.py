"""What is drawn on a page of a PDF: its images, and text that is not painted, or may be covered or too light."""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from dossier.documents.pdf.bulk_calls import RowFunction, address_of, bulk_function

INVISIBLE_MODES = (3, 7)
"""The render modes of text that is not drawn."""
LIGHT = 225
"""From what brightness on (of 255) text may be as light as what is behind it."""
OPAQUE = 255
FULL_PAGE = 0.55
"""From what part of the page on its images are the page: it is a scan."""
SAME_SHADE = 24
"""The least difference of brightness (of 255) that can be seen."""
MAX_OBJECTS = 100_000
MAX_DEPTH = 8
BAND_HEIGHT = 20
"""The height of the bands of a page, in points, by which what lies over a text is found."""
LAST_BAND = 100

Bounds = tuple[float, float, float, float]
"""The left, bottom, right and top edge, in the page's own coordinates."""
NO_BOUNDS: Bounds = (0.0, 0.0, 0.0, 0.0)
Color = tuple[int, int, int, int]
"""Red, green, blue and opacity, each up to 255."""
BLACK: Color = (0, 0, 0, OPAQUE)


class PageContents(NamedTuple):
    """What is drawn on a page.

    `images` are the bounds of its images. `unpainted` are the addresses of text that is not painted, `doubtful` those
    of text that may be as light as what is behind it, or be covered. `is_scan` says whether images are the page.
    """

    images: Sequence[Bounds]
    unpainted: frozenset[int]
    doubtful: frozenset[int]
    is_scan: bool


class _Cover(NamedTuple):
    """An object that may lie over or under text: its place in the order of painting, its bounds and its colour."""

    order: int
    bounds: Bounds
    color: Color


@dataclass
class _Objects:
    """The objects of a page in the order of painting: the address of each, its type, and the forms it is in."""

    addresses: list[ctypes.c_void_p] = field(default_factory=list)
    types: list[int] = field(default_factory=list)
    forms: list[tuple[ctypes.c_void_p, ...]] = field(default_factory=list)
    """The addresses of the forms that each object is in, inmost first."""

    def add(self, addresses: list[Any], types: list[int], forms: tuple[Any, ...]) -> None:
        """Add objects, up to the limit."""
        room = MAX_OBJECTS - len(self.types)
        self.addresses += addresses[:room]
        self.types += types[:room]
        self.forms += [forms] * len(types[:room])

    def numbers(self, of: Iterable[int]) -> frozenset[int]:
        """Return the addresses of objects as numbers."""
        return frozenset(self.addresses[number].value or 0 for number in of)

    def of_type(self, type: int) -> list[int]:
        """Return the numbers of the objects of a type."""
        return [number for number, other in enumerate(self.types) if other == type]


class ContentsReader:
    """Reads what is drawn on the pages of a document: some have an object for each letter, a million in a report."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        pointer, number = ctypes.c_void_p, ctypes.c_int
        self._text_type, self._image_type = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE
        self._path_type, self._form_type = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
        self._count_on_page = bulk_function(pdfium.FPDFPage_CountObjects, number)
        self._get_on_page = bulk_function(pdfium.FPDFPage_GetObject, pointer)
        self._count_in_form = bulk_function(pdfium.FPDFFormObj_CountObjects, number)
        self._get_in_form = bulk_function(pdfium.FPDFFormObj_GetObject, pointer)
        self._get_type = bulk_function(pdfium.FPDFPageObj_GetType, number)
        self._get_render_mode = bulk_function(pdfium.FPDFTextObj_GetTextRenderMode, number)
        self._has_transparency = bulk_function(pdfium.FPDFPageObj_HasTransparency, number)
        self._edges = RowFunction(pdfium.FPDFPageObj_GetBounds, ctypes.c_float, 4, is_row=False)
        self._matrix = RowFunction(pdfium.FPDFPageObj_GetMatrix, ctypes.c_float, 6)
        self._color = RowFunction(pdfium.FPDFPageObj_GetFillColor, ctypes.c_uint, 4, is_row=False)
        self._draw_mode = RowFunction(pdfium.FPDFPath_GetDrawMode, ctypes.c_int, 2, is_row=False)

    def read(self, page: Any) -> PageContents:
        """Return what is drawn on a page."""
        objects = _Objects()
        top_level = self._addresses(self._get_on_page, address_of(page.raw), self._count_on_page)
        self._add(objects, top_level, ())
        texts, images = objects.of_type(self._text_type), objects.of_type(self._image_type)
        image_bounds = self._bounds(objects, images)
        is_scan = _covered_part(image_bounds, page.get_bbox()) >= FULL_PAGE
        colors = self._colors(objects, texts)
        light = {color for color in set(colors) if min(color[:3]) >= LIGHT or color[3] <= OPAQUE - LIGHT}
        modes = map(self._get_render_mode, map(objects.addresses.__getitem__, texts))
        unpainted = {text for text, mode in zip(texts, modes, strict=True) if mode in INVISIBLE_MODES}
        doubtful = {text for text, color in zip(texts, colors, strict=True) if color in light} if light else set()
        doubtful -= unpainted
        if covers := self._covers(objects, images, image_bounds):
            by_band = _by_band(covers)
            for text, color, bounds in zip(texts, colors, self._bounds(objects, texts), strict=True):
                over = [cover for band in _bands(bounds) for cover in by_band[band] if _meet(bounds, cover.bounds)]
                if any(cover.order > text for cover in over):
                    (unpainted if is_scan else doubtful).add(text)
                elif any(_is_alike(cover.color, color) for cover in over):
                    doubtful.add(text)
        return PageContents(image_bounds, objects.numbers(unpainted), objects.numbers(doubtful - unpainted), is_scan)

    def _addresses(self, get: Callable[..., Any], parent: ctypes.c_void_p, count: Callable[..., int]) -> list[Any]:
        """Return the addresses of the objects of a page or form, as many as are read at most."""
        numbers = range(min(count(parent), MAX_OBJECTS))
        return list(map(ctypes.c_void_p, map(get, repeat(parent), numbers)))

    def _add(self, objects: _Objects, addresses: list[Any], forms: tuple[Any, ...]) -> None:
        """Add objects, and those of the forms among them."""
        types = list(map(self._get_type, addresses))
        if self._form_type not in types or len(forms) == MAX_DEPTH - 1:
            objects.add(addresses, types, forms)
            return
        for address, type in zip(addresses, types, strict=True):
            if len(objects.types) == MAX_OBJECTS:
                return
            objects.add([address], [type], forms)
            if type == self._form_type:
                self._add(objects, self._addresses(self._get_in_form, address, self._count_in_form), (address, *forms))

    def _bounds(self, objects: _Objects, numbers: Sequence[int]) -> list[Bounds]:
        """Return the bounds of objects on the page, also of those that are part of a form object."""
        results, edges = self._edges.read([objects.addresses[number] for number in numbers])
        found: list[Bounds] = []
        for number, is_known, bounds in zip(numbers, results, zip(*edges, strict=True), strict=True):
            forms = objects.forms[number] if is_known else ()
            for matrix in zip(*self._matrix.read(forms)[1], strict=True):
                bounds = _transform_bounds(bounds, matrix)
            found.append(bounds if is_known else NO_BOUNDS)
        return found

    def _colors(self, objects: _Objects, numbers: Sequence[int]) -> list[Color]:
        """Return the colours in which objects are filled, black if they have none."""
        results, parts = self._color.read([objects.addresses[number] for number in numbers])
        colors = list(zip(*parts, strict=True))
        if not all(results):
            colors = [color if is_known else BLACK for is_known, color in zip(results, colors, strict=True)]
        return colors

    def _covers(self, objects: _Objects, images: Sequence[int], image_bounds: Sequence[Bounds]) -> list[_Cover]:
        """Return the filled shapes, and the images that nothing shines through."""
        opaque = [
            (number, bounds)
            for number, bounds in zip(images, image_bounds, strict=True)
            if not self._has_transparency(objects.addresses[number])
        ]
        paths = objects.of_type(self._path_type)
        results, (fills, _) = self._draw_mode.read([objects.addresses[number] for number in paths])
        filled = [path for path, is_known, fill in zip(paths, results, fills, strict=True) if is_known and fill]
        opaque += zip(filled, self._bounds(objects, filled), strict=True)
        colors = self._colors(objects, [number for number, _ in opaque])
        return [_Cover(number, bounds, color) for (number, bounds), color in zip(opaque, colors, strict=True)]


def _transform_bounds(bounds: Bounds, matrix: Sequence[float]) -> Bounds:
    """Return the bounds of a transformed rectangle."""
    left, bottom, right, top = bounds
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    columns, rows = [x for x, _ in corners], [y for _, y in corners]
    return min(columns), min(rows), max(columns), max(rows)


def _bands(bounds: Bounds) -> range:
    """Return the numbers of the bands of the page that something is in."""
    first, last = (int(min(max(edge / BAND_HEIGHT, 0), LAST_BAND)) for edge in (bounds[1], bounds[3]))
    return range(first, last + 1)


def _by_band(covers: Sequence[_Cover]) -> dict[int, list[_Cover]]:
    found: dict[int, list[_Cover]] = defaultdict(list)
    for cover in covers:
        for band in _bands(cover.bounds):
            found[band].append(cover)
    return found


def _is_alike(first: Color, second: Color) -> bool:
    return all(abs(value - other) < SAME_SHADE * 2 for value, other in zip(first[:3], second[:3], strict=True))


def _meet(first: Bounds, second: Bounds) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def _covered_part(images: Sequence[Bounds], page: Bounds) -> float:
    """Return what part of a page its images cover, those that lie over each other counted twice."""
    area = (page[2] - page[0]) * (page[3] - page[1])
    covered = 0.0
    for left, bottom, right, top in images:
        width = min(right, page[2]) - max(left, page[0])
        height = min(top, page[3]) - max(bottom, page[1])
        covered += max(width, 0) * max(height, 0)
    return covered / area if area else 0.0
