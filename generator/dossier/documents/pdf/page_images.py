"""Images of the pages of a PDF, and where on them a span of its text is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from io import BytesIO
from itertools import zip_longest
from math import ceil
from typing import Any, NamedTuple, TypeVar

from dossier.documents.pdf.characters import HYPHEN_MARK, page_frame
from dossier.documents.pdf.document import open_pdf
from dossier.documents.pdf.extraction import CACHED_DOCUMENTS, extract_pdf
from dossier.documents.pdf.own_process import call_pdfium
from dossier.model.errors import UserError
from dossier.model.passage import Span

RESOLUTION = 100
"""The dots per inch of an image: small print can be read, and a page of text has about 40 KB."""
POINTS_PER_INCH = 72
MAX_PIXELS = 8_000_000
"""The most pixels of an image; a larger page, such as a map, is drawn smaller."""
WORD_GAP = 0.6
"""The widest gap, in heights, between two characters of one rectangle."""
SAME_LINE = 0.5
"""What part of the lower one of two characters is beside the other one, if they are on one line."""
Result = TypeVar("Result")


class Rectangle(NamedTuple):
    """A rectangle on a page, in parts of its width and height, from its top left corner."""

    left: float
    top: float
    width: float
    height: float


class PageHighlight(NamedTuple):
    """Where on a page a span of the text is; pages are counted from 1, whatever their labels.

    `width` and `height` are those of the page's image, in pixels.
    """

    page: int
    label: str
    width: int
    height: int
    rectangles: tuple[Rectangle, ...]


class PdfPages:
    """The pages of a PDF with the text that was extracted from them."""

    def __init__(self, data: bytes, name: str) -> None:
        extraction = extract_pdf(data, name)
        self.text = extraction.text
        self._data, self._name = data, name
        self._places, self._labels = extraction.places, extraction.labels
        self._highlights: dict[Span, tuple[PageHighlight, ...]] = {}

    def find_highlights(self, spans: Iterable[Span]) -> dict[Span, tuple[PageHighlight, ...]]:
        """Return for each span of the text its pages, each with the rectangles that cover the span."""
        spans = list(spans)
        missing = dict.fromkeys(span for span in spans if span not in self._highlights)
        on_pages = {span: sorted(self._places.on_pages(span.start, span.end).items()) for span in missing}
        located = iter(self._call(locate_here, [place for pages in on_pages.values() for place in pages]))
        for span, pages in on_pages.items():
            self._highlights[span] = tuple(
                PageHighlight(page + 1, self._labels[page], *next(located)) for page, _ in pages
            )
        return {span: self._highlights[span] for span in spans}

    def render(self, numbers: Sequence[int]) -> list[bytes]:
        """Return the images of pages, counted from 1, each a lossless WebP in shades of grey."""
        return self._call(render_here, list(numbers))

    def _call(self, function: Callable[..., list[Result]], wanted: Sequence[Any]) -> list[Result]:
        if not wanted:
            return []
        try:
            return call_pdfium(function, self._data, wanted)
        except UserError as error:
            raise UserError(f"{self._name}: {error}") from None


def locate_here(
    data: bytes, wanted: Sequence[tuple[int, Sequence[int]]]
) -> list[tuple[int, int, tuple[Rectangle, ...]]]:
    """Return the size of the image of each page, and the rectangles that cover these characters on it."""
    with closing(open_pdf(data)) as document:
        return [
            (*_image_size(document, page), tuple(_rectangles(document[page], characters)))
            for page, characters in wanted
        ]


def render_here(data: bytes, numbers: Sequence[int]) -> list[bytes]:
    """Return the images of pages, counted from 1."""
    with closing(open_pdf(data)) as document:
        return [_render(document[number - 1]) for number in numbers]


def _image_size(document: Any, page: int) -> tuple[int, int]:
    width, height = document.get_page_size(page)
    scale = _scale(width, height)
    return ceil(width * scale), ceil(height * scale)


def _render(page: Any) -> bytes:
    try:
        image = page.render(scale=_scale(*page.get_size()), grayscale=True).to_pil()
    finally:
        page.close()
    file = BytesIO()
    image.convert("L").save(file, "WEBP", lossless=True, quality=100, method=4)
    return file.getvalue()


def _rectangles(page: Any, characters: Sequence[int]) -> Iterator[Rectangle]:
    """Yield a rectangle for each line of these characters of a page."""
    text_page = page.get_textpage()
    try:
        frame = page_frame(page)
        line: _Box | None = None
        last: _Box | None = None
        for character in _with_hyphens(text_page, list(dict.fromkeys(characters))):
            left, bottom, right, top = text_page.get_charbox(character, loose=True)
            corners = [frame.to_display(x, y) for x in (left, right) for y in (bottom, top)]
            columns, rows = sorted(x for x, _ in corners), sorted(y for _, y in corners)
            box = _Box(columns[0], rows[0], columns[-1], rows[-1])
            if box.right <= box.left or box.bottom <= box.top:
                continue  # A space has no box of its own.
            if line is not None and last is not None and last.continues_with(box):
                line = line.united(box)
            else:
                if line is not None:
                    yield line.on_page(frame.width, frame.height)
                line = box
            last = box
        if line is not None:
            yield line.on_page(frame.width, frame.height)
    finally:
        text_page.close()
        page.close()


def _scale(width: float, height: float) -> float:
    """Return how many pixels of an image are a point of its page, whose size is given in points."""
    return float(min(RESOLUTION / POINTS_PER_INCH, (MAX_PIXELS / max(1.0, width * height)) ** 0.5))


def _with_hyphens(text_page: Any, characters: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of characters, and those of the hyphens by which line ends divide their words."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    for character, following in zip_longest(characters, characters[1:]):
        yield character
        is_dropped = following is not None and following > character + 1
        if is_dropped and pdfium.FPDFText_GetUnicode(text_page, character + 1) == HYPHEN_MARK:
            yield character + 1


class _Box(NamedTuple):
    """A box on a page as it is shown, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def continues_with(self, other: "_Box") -> bool:
        """Return whether another box is on the same line, directly beside this one."""
        height = min(self.bottom - self.top, other.bottom - other.top)
        width = min(self.right - self.left, other.right - other.left)
        beside = min(self.bottom, other.bottom) - max(self.top, other.top) >= SAME_LINE * height
        above = min(self.right, other.right) - max(self.left, other.left) >= SAME_LINE * width
        gap_across = max(other.left - self.right, self.left - other.right)
        gap_down = max(other.top - self.bottom, self.top - other.bottom)
        return (beside and gap_across <= WORD_GAP * height) or (above and not beside and gap_down <= WORD_GAP * width)

    def united(self, other: "_Box") -> "_Box":
        """Return the box that holds both."""
        return _Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def on_page(self, width: float, height: float) -> Rectangle:
        """Return the part of the box that is on a page of a size, in parts of the page."""
        left, right = max(0.0, self.left / width), min(1.0, self.right / width)
        top, bottom = max(0.0, self.top / height), min(1.0, self.bottom / height)
        values = (left, top, max(0.0, right - left), max(0.0, bottom - top))
        return Rectangle(*(round(value, 4) for value in values))


@lru_cache(maxsize=CACHED_DOCUMENTS)
def pdf_pages(data: bytes, name: str) -> PdfPages:
    """Return the pages of a PDF; those of the last ones are kept. Raises UserError as the reader does."""
    return PdfPages(data, name)
