"""Images of the pages of a PDF, and where on them a span of its text is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import zip_longest
from math import ceil
from typing import Any, NamedTuple

from dossier.documents.pdf.characters import HYPHEN_MARK, page_frame
from dossier.documents.pdf.document import open_pdf
from dossier.documents.pdf.extraction import CACHED_DOCUMENTS, extract_pdf

RESOLUTION = 100
"""The dots per inch of an image: small print can be read, and a page of text has about 40 KB."""
POINTS_PER_INCH = 72
MAX_PIXELS = 8_000_000
"""The most pixels of an image; a larger page, such as a map, is drawn smaller."""
WORD_GAP = 0.6
"""The widest gap, in heights, between two characters of one rectangle."""
SAME_LINE = 0.5
"""What part of the lower one of two characters is beside the other one, if they are on one line."""


class Rectangle(NamedTuple):
    """A rectangle on a page, in parts of its width and height, from its top left corner."""

    left: float
    top: float
    width: float
    height: float


class PageHighlight(NamedTuple):
    """Where on a page a span of the text is; pages are counted from 1, whatever their labels."""

    page: int
    label: str
    rectangles: tuple[Rectangle, ...]


class PdfPages:
    """The pages of a PDF with the text that was extracted from them."""

    def __init__(self, data: bytes, name: str) -> None:
        extraction = extract_pdf(data, name)
        self.text = extraction.text
        self._data = data
        self._places, self._labels = extraction.places, extraction.labels

    @contextmanager
    def _document(self) -> Iterator[Any]:
        document = open_pdf(self._data)
        try:
            yield document
        finally:
            document.close()

    def find_highlights(self, start: int, end: int) -> tuple[PageHighlight, ...]:
        """Return the pages of a span of the text, given in code points, with the rectangles that cover it."""
        with self._document() as document:
            return tuple(
                PageHighlight(page + 1, self._labels[page], tuple(self._rectangles(document[page], numbers)))
                for page, numbers in sorted(self._places.on_pages(start, end).items())
            )

    def _rectangles(self, page: Any, characters: Sequence[int]) -> Iterator[Rectangle]:
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

    def image_size(self, number: int) -> tuple[int, int]:
        """Return the width and height of the image of a page, counted from 1, in pixels."""
        with self._document() as document:
            width, height = document.get_page_size(number - 1)
        scale = _scale(width, height)
        return ceil(width * scale), ceil(height * scale)

    def render(self, number: int) -> bytes:
        """Return the image of a page, counted from 1, as a lossless WebP in shades of grey."""
        with self._document() as document:
            page = document[number - 1]
            try:
                image = page.render(scale=_scale(*page.get_size()), grayscale=True).to_pil()
            finally:
                page.close()
        file = BytesIO()
        image.convert("L").save(file, "WEBP", lossless=True, quality=100, method=4)
        return file.getvalue()


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
