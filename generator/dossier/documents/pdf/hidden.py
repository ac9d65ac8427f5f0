"""Text of a PDF that nobody sees on its pages, and text that a machine recognized in the image of a page (OCR)."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from dossier.documents.pdf.characters import Character, PageFrame, plain_function

INVISIBLE_MODES = (3, 7)
"""The render modes of text that is not drawn."""
LIGHT = 225
"""From what brightness on (of 255) text may be as light as what is behind it."""
OPAQUE = 255
FULL_PAGE = 0.55
"""From what part of the page on its images are the page: it is a scan."""
RENDER_SCALE = 2.0
SAME_SHADE = 24
"""The least difference of brightness (of 255) within the box of a character that can be seen."""
MAX_OBJECTS = 100_000
MAX_DEPTH = 8
MAX_PIXELS = 40_000_000

Bounds = tuple[float, float, float, float]
"""The left, bottom, right and top edge, in the page's own coordinates."""
NO_BOUNDS: Bounds = (0.0, 0.0, 0.0, 0.0)


Color = tuple[int, int, int, int]
"""Red, green, blue and opacity, each up to 255."""


class _Painted(NamedTuple):
    """An object of a page: its place in the order of painting, its address, the forms it is in, and its colour."""

    order: int
    address: int
    forms: Sequence[int]
    color: Color


class PageContents(NamedTuple):
    """What is drawn on a page.

    `images` are the bounds of its images. `unpainted` are the addresses of text that is not painted, `doubtful` those
    of text that may be as light as what is behind it, or be covered. `is_scan` says whether images are the page.
    """

    images: Sequence[Bounds]
    unpainted: frozenset[int]
    doubtful: frozenset[int]
    is_scan: bool


class VisibleText(NamedTuple):
    """The characters of a page that are seen, or were recognized in an image, and the words that nobody sees."""

    characters: list[Character]
    hidden: str
    recognized: int
    """The number of characters that were recognized in an image."""


def page_contents(page: Any) -> PageContents:
    """Return what is drawn on a page."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    reader = _ObjectReader()
    texts: list[_Painted] = []
    covers: list[_Painted] = []
    images: list[Bounds] = []
    unpainted: set[int] = set()
    doubtful: set[int] = set()
    for order, (address, kind, forms) in enumerate(islice(reader.iter_objects(page), MAX_OBJECTS)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            color = reader.fill_color(address)
            texts.append(_Painted(order, address, forms, color))
            if reader.get_render_mode(address) in INVISIBLE_MODES:
                unpainted.add(address)
            elif min(color[:3]) >= LIGHT or color[3] <= OPAQUE - LIGHT:
                doubtful.add(address)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(reader.bounds(address, forms))
            if not reader.has_transparency(address):
                covers.append(_Painted(order, address, forms, reader.fill_color(address)))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and reader.is_filled(address):
            covers.append(_Painted(order, address, forms, reader.fill_color(address)))
    is_scan = _covered_part(images, page.get_bbox()) >= FULL_PAGE
    painted_over = [(cover, reader.bounds(cover.address, cover.forms)) for cover in covers]
    for text in texts if covers else ():
        bounds = reader.bounds(text.address, text.forms)
        over = [cover for cover, area in painted_over if _meet(bounds, area)]
        if any(cover.order > text.order for cover in over):
            (unpainted if is_scan else doubtful).add(text.address)
        elif any(_is_alike(cover.color, text.color) for cover in over):
            doubtful.add(text.address)
    return PageContents(images, frozenset(unpainted), frozenset(doubtful - unpainted), is_scan)


class _ObjectReader:
    """Reads the objects of pages by their addresses: some PDFs have one for each letter, a million in a report."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        pointer, number = ctypes.c_void_p, ctypes.c_int
        self._form_type = pdfium.FPDF_PAGEOBJ_FORM
        self._count_on_page = plain_function(pdfium.FPDFPage_CountObjects, number, pointer)
        self._get_on_page = plain_function(pdfium.FPDFPage_GetObject, pointer, pointer, number)
        self._count_in_form = plain_function(pdfium.FPDFFormObj_CountObjects, number, pointer)
        self._get_in_form = plain_function(pdfium.FPDFFormObj_GetObject, pointer, pointer, ctypes.c_ulong)
        self._get_type = plain_function(pdfium.FPDFPageObj_GetType, number, pointer)
        self._get_bounds = plain_function(pdfium.FPDFPageObj_GetBounds, number, pointer, *[pointer] * 4)
        self._get_matrix = plain_function(pdfium.FPDFPageObj_GetMatrix, number, pointer, pointer)
        self._get_color = plain_function(pdfium.FPDFPageObj_GetFillColor, number, pointer, *[pointer] * 4)
        self._get_draw_mode = plain_function(pdfium.FPDFPath_GetDrawMode, number, pointer, pointer, pointer)
        self.get_render_mode = plain_function(pdfium.FPDFTextObj_GetTextRenderMode, number, pointer)
        self.has_transparency = plain_function(pdfium.FPDFPageObj_HasTransparency, number, pointer)
        self._edges, self._color = (ctypes.c_float * 4)(), (ctypes.c_uint * 4)()
        self._matrix, self._modes = (ctypes.c_float * 6)(), (ctypes.c_int * 2)()
        self._edge_places, self._color_places = _item_addresses(self._edges), _item_addresses(self._color)

    def iter_objects(self, page: Any) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Yield each object of a page: its address, its type, and the addresses of the forms it is in, inmost first."""
        handle = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
        for index in range(self._count_on_page(handle)):
            yield from self._with_contents(self._get_on_page(handle, index), ())

    def _with_contents(self, address: int, forms: tuple[int, ...]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        kind = self._get_type(address)
        yield address, kind, forms
        if kind == self._form_type and len(forms) < MAX_DEPTH - 1:
            for index in range(self._count_in_form(address)):
                yield from self._with_contents(self._get_in_form(address, index), (address, *forms))

    def bounds(self, address: int, forms: Sequence[int]) -> Bounds:
        """Return the bounds of an object on the page, also of one that is part of a form object."""
        if not self._get_bounds(address, *self._edge_places):
            return NO_BOUNDS
        left, bottom, right, top = self._edges
        for form in forms:
            self._get_matrix(form, ctypes.addressof(self._matrix))
            a, b, c, d, e, f = self._matrix
            corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        return left, bottom, right, top

    def fill_color(self, address: int) -> Color:
        """Return the colour in which an object is filled, black if it has none."""
        if not self._get_color(address, *self._color_places):
            return 0, 0, 0, OPAQUE
        red, green, blue, alpha = self._color
        return red, green, blue, alpha

    def is_filled(self, address: int) -> bool:
        """Return whether a path is filled."""
        fill, stroke = _item_addresses(self._modes)
        return bool(self._get_draw_mode(address, fill, stroke) and self._modes[0])


def _item_addresses(array: Any) -> list[int]:
    """Return the address of each item of an array."""
    return [ctypes.addressof(array) + index * ctypes.sizeof(array._type_) for index in range(len(array))]


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


def split_visible(
    characters: list[Character], page: Any, text_page: Any, contents: PageContents, frame: PageFrame
) -> VisibleText:
    """Return the characters that are seen or were recognized in an image, and the words that nobody sees."""
    if not contents.unpainted and not contents.doubtful:
        return VisibleText(characters, "", 0)
    import pypdfium2.raw as pdfium

    get_object = plain_function(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    image: Any = None
    kept: list[Character] = []
    hidden: list[Character] = []
    recognized = 0
    target = kept
    for character in characters:
        if not character.size:
            target.append(character)
            continue
        target = kept
        address = get_object(handle, character.number)
        if address in contents.unpainted:
            if _is_in_image(text_page, character, contents.images):
                recognized += 1
            else:
                target = hidden
        elif address in contents.doubtful:
            image = image or _render(page, frame)
            if not _is_seen(image, text_page, character, frame):
                target = hidden
        target.append(character)
    words = "".join(character.text for character in hidden)
    return VisibleText(kept, " ".join(words.split()), recognized)


def _is_in_image(text_page: Any, character: Character, images: Sequence[Bounds]) -> bool:
    left, bottom, right, top = text_page.get_charbox(character.number, loose=True)
    across, up = (left + right) / 2, (bottom + top) / 2
    return any(image[0] <= across <= image[2] and image[1] <= up <= image[3] for image in images)


def _render(page: Any, frame: PageFrame) -> Any:
    scale = min(RENDER_SCALE, (MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
    return page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()


def _is_seen(image: Any, text_page: Any, character: Character, frame: PageFrame) -> bool:
    """Return whether something can be seen in the box of a character, or it has no shape."""
    left, bottom, right, top = text_page.get_charbox(character.number)
    if right <= left or top <= bottom:
        return True
    first, last = frame.to_display(left, bottom), frame.to_display(right, top)
    across, down = image.width / frame.width, image.height / frame.height
    columns = sorted((first[0] * across, last[0] * across))
    rows = sorted((first[1] * down, last[1] * down))
    box = (int(columns[0]), int(rows[0]), int(columns[1]) + 1, int(rows[1]) + 1)
    if box[2] <= 0 or box[3] <= 0 or box[0] >= image.width or box[1] >= image.height:
        return True  # It is left out for another reason: it is outside the page.
    darkest, lightest = image.crop(box).getextrema()
    return bool(lightest - darkest >= SAME_SHADE)
