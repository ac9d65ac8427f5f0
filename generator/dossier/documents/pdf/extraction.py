"""Extracts the text of a PDF, with the place on its pages of each character."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dossier.documents.pdf.assembly import TextPlaces, sequence_rows, write_text
from dossier.documents.pdf.characters import MAX_PAGE_CHARACTERS, page_frame, read_characters
from dossier.documents.pdf.document import page_labels
from dossier.documents.pdf.hyphens import HyphenRules
from dossier.documents.pdf.margins import find_line_numbers, is_outside_page
from dossier.documents.pdf.page_rows import PageRow, order_rows
from dossier.documents.pdf.paragraphs import PageLayout
from dossier.documents.pdf.running import find_running_rows
from dossier.documents.pdf.segments import Segment, build_segments
from dossier.documents.reader import TextBuilder
from dossier.model.errors import UserError


class PdfExtraction(NamedTuple):
    """The text of a PDF, and what it was made from.

    `places` tells from which character of which page each character of the text is. `outside` are segments that are
    not in the text, as they are outside their page. The lines of `numbered_pages` are numbered; the numbers are left
    out. `running` are headers and footers.
    """

    builder: TextBuilder
    places: TextPlaces
    segments: Sequence[Segment]
    outside: Sequence[Segment]
    numbered_pages: Sequence[int]
    running: Sequence[PageRow]
    hyphens: HyphenRules
    labels: Sequence[str]


def extract_pdf(document: Any, name: str) -> PdfExtraction:
    """Extract the text of an open PDF; raises UserError, which names it, where a page is damaged."""
    labels = page_labels(document)
    pages: list[list[PageRow]] = []
    segments: list[Segment] = []
    outside: list[Segment] = []
    numbered_pages: list[int] = []
    for number in range(len(document)):
        on_page, beyond = _read_page(document, number, name)
        outside += beyond
        line_numbers = find_line_numbers(on_page)
        if line_numbers:
            numbered_pages.append(number)
            left_out = {id(segment) for segment in line_numbers}
            on_page = [segment for segment in on_page if id(segment) not in left_out]
        segments += on_page
        pages.append(order_rows(on_page))
    running = find_running_rows(pages, labels)
    layout = PageLayout([[row for row in rows if id(row) not in running] for rows in pages])
    hyphens = HyphenRules.of_lines(row.text for rows in pages for row in rows)
    builder, places = write_text(sequence_rows(pages, running, layout), labels, hyphens)
    headers = [row for rows in pages for row in rows if id(row) in running]
    return PdfExtraction(builder, places, segments, outside, numbered_pages, headers, hyphens, labels)


def _read_page(document: Any, number: int, name: str) -> tuple[list[Segment], list[Segment]]:
    """Return the segments on a page, and those outside of it."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise UserError(f"{name}: page {number + 1} of this PDF is damaged: save it again with a PDF program") from None
    try:
        if text_page.count_chars() > MAX_PAGE_CHARACTERS:
            message = f"page {number + 1} of this PDF has more than {MAX_PAGE_CHARACTERS:,} characters: split it"
            raise UserError(f"{name}: {message}")
        frame = page_frame(page)
        segments = build_segments(read_characters(text_page, frame), number)
    finally:
        text_page.close()
        page.close()
    outside = {id(segment) for segment in segments if is_outside_page(segment, frame)}
    on_page = [segment for segment in segments if id(segment) not in outside]
    return on_page, [segment for segment in segments if id(segment) in outside]
