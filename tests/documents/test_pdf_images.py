"""The image of a page of a PDF, and the rectangles over the words of a passage: they cover the ink of these words."""

from io import BytesIO

import pytest
from dossier.documents.pdf.page_images import RESOLUTION, PdfPages
from dossier.model.passage import Span
from PIL import Image, ImageDraw

from tests.documents.pdf_builder import PAGE_SIZE, PdfBuilder, lines, text

BEFORE = "The harbour office said on Monday that"
PASSAGE = "fourteen defi-\nciencies were found on the boats,\nand that 9"
AFTER = "were sold."
DARK = 128


def page_with(passage, *, others=True, first_line=BEFORE, last_line=AFTER):
    """Return the operations for a page on which a passage begins and ends within lines of other words."""
    first, *middle, last = passage.split("\n")
    start, end = 72 + 6 * (len(first_line) + 1), 72 + 6 * (len(last) + 1)
    rows = [text(start, 100, first), lines(72, 112, "\n".join([*middle, last]))]
    if not others:
        return rows
    title = text(72, 60, "Fourteen deficiencies, a title that has the same words", size=14)
    return [title, text(72, 100, first_line), *rows, text(end, 100 + 12 * (len(middle) + 1), last_line)]


def pages_of(data):
    return PdfPages(data, "boats.pdf")


def highlights_of(pages, start, length):
    span = Span("boats.txt", start, start + length)
    return pages.find_highlights([span])[span]


def image_of(pages):
    (image,) = pages.render([1])
    return image


def grey(data):
    return Image.open(BytesIO(data)).convert("L")


def drawn(rectangles, image):
    """Return the pixels of an image outside of the rectangles, and those inside of each."""
    outside, inside = image.copy(), []
    for left, top, width, height in rectangles:
        corners = (left * image.width, top * image.height, (left + width) * image.width, (top + height) * image.height)
        box = (int(corners[0]), int(corners[1]), round(corners[2]) + 1, round(corners[3]) + 1)
        inside.append(image.crop(box))
        ImageDraw.Draw(outside).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=255)
    return outside, inside


TURNED = {
    "upright": {},
    "turned by 90 degrees": {"entries": "/Rotate 90"},
    "turned by 270 degrees": {"entries": "/Rotate 270"},
    "cropped": {"entries": "/CropBox [50 500 500 820]"},
}


@pytest.mark.parametrize("options", TURNED.values(), ids=TURNED.keys())
def test_the_rectangles_cover_the_ink_of_the_passage_and_no_other(options):
    pages = pages_of(PdfBuilder().page(*page_with(PASSAGE), **options).data())
    words = "fourteen deficiencies were found on the boats,\nand that 9"
    start = pages.text.index(words)
    (highlight,) = highlights_of(pages, start, len(words))
    assert (highlight.page, highlight.label) == (1, "1")
    assert len(highlight.rectangles) == 3
    image = grey(image_of(pages))
    _, inside = drawn(highlight.rectangles, image)
    assert all(part.getextrema()[0] < DARK for part in inside)
    alone = image_of(pages_of(PdfBuilder().page(*page_with(PASSAGE, others=False), **options).data()))
    ink_outside, _ = drawn(highlight.rectangles, grey(alone))
    assert ink_outside.getextrema()[0] >= DARK
    others = PdfBuilder().page(
        text(72, 100, BEFORE), text(72 + 6 * 11, 124, AFTER), text(72, 60, "Fourteen deficiencies", size=14), **options
    )
    _, nothing = drawn(highlight.rectangles, grey(image_of(pages_of(others.data()))))
    assert all(part.getextrema()[0] >= DARK for part in nothing)


def test_a_passage_over_two_pages_is_on_both():
    builder = PdfBuilder(catalog="/PageLabels << /Nums [0 << /S /r /St 4 >>] >>")
    builder.page(lines(72, 780, BEFORE)).page(lines(72, 100, "the boats would stay."))
    pages = pages_of(builder.data())
    start = pages.text.index("Monday")
    first, second = highlights_of(pages, start, len("Monday that the boats"))
    assert (first.page, first.label, second.page, second.label) == (1, "iv", 2, "v")
    assert first.rectangles[0].left > second.rectangles[0].left


def test_a_footnote_mark_is_covered_where_it_is():
    builder = PdfBuilder().page(text(72, 100, "counted 567"), text(138, 96, "2", size=6), text(142, 100, " soldiers"))
    pages = pages_of(builder.data())
    start = pages.text.index("[2]")
    (highlight,) = highlights_of(pages, start, 3)
    (rectangle,) = highlight.rectangles
    assert rectangle.left * PAGE_SIZE[0] == pytest.approx(138, abs=0.5)


def test_an_image_is_small_grey_and_lossless():
    pages = pages_of(PdfBuilder().page(*page_with(PASSAGE)).data())
    data = image_of(pages)
    image = Image.open(BytesIO(data))
    (highlight,) = highlights_of(pages, 0, 1)
    size = (highlight.width, highlight.height)
    assert (image.format, image.size) == ("WEBP", size)
    assert size == tuple(-(-side * RESOLUTION // 72) for side in PAGE_SIZE)
    assert b"VP8L" in data[:20]
    red, green, blue = image.convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    assert len(data) < 20_000


def test_an_enormous_page_gives_an_image_of_a_bounded_size():
    pages = pages_of(PdfBuilder().page(text(72, 100, BEFORE), size=(14_400, 14_400)).data())
    image = grey(image_of(pages))
    assert image.width * image.height < 9_000_000
