"""Reads PDFs: their running text, with the page of each part, without what only lays out the pages."""

from collections.abc import Iterator, Sequence

from dossier.documents.formats import PDF
from dossier.documents.pdf.document import declared_title, metadata_lines, open_pdf
from dossier.documents.pdf.extraction import PdfExtraction, extract_pdf
from dossier.documents.pdf.page_rows import PageRow
from dossier.documents.reader import DocumentReader, Extract, ProposedRegion, ReadOptions
from dossier.documents.remarks import MAX_LISTED, MAX_SHOWN, list_texts
from dossier.model.errors import UserError
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import pluralize, truncate

HEADERS_REASON = "The headers and footers of the pages, which the PDF repeats."
MIN_LETTERS = 20
"""The least number of letters and digits on a page that is not taken for an image of one."""
OCR_ADVICE = "recognize it with `ocrmypdf --sidecar text.txt in.pdf out.pdf`, compare it, and add out.pdf"


def read_pdf(data: bytes, options: ReadOptions) -> Extract:
    """Read a PDF; its headers and footers are at the end of the text, as a region to exclude."""
    document = open_pdf(data, options.name)
    try:
        extraction = extract_pdf(document, options.name)
        title, metadata = declared_title(document), tuple(metadata_lines(document))
    finally:
        document.close()
    builder = extraction.builder
    if not any(character.isalnum() for character in builder.text):
        raise UserError(f"{options.name}: this PDF has no text: {OCR_ADVICE}")
    return Extract(
        builder.text,
        title,
        metadata,
        (*builder.remarks, *_remarks(extraction)),
        locators=builder.locators,
        excluded=_headers_region(builder.text, extraction.running),
    )


def _remarks(extraction: PdfExtraction) -> Iterator[str]:
    """Yield a remark for each way in which the text is not what the pages show."""
    yield from _words("Hyphens at line ends removed in", extraction.hyphens.rejoined)
    yield from _words("Hyphens at line ends kept in", extraction.hyphens.kept)
    notes = [note for segment in extraction.segments for note in segment.notes]
    marks = [note for note in notes if note.startswith("[")]
    if marks:
        listed = truncate(", ".join(dict.fromkeys(marks)), MAX_SHOWN)
        yield f"Footnote marks, written as ` [2]`: {listed}."
    yield from list_texts("Raised or lowered in the PDF, and written as", (note for note in notes if note not in marks))
    if ligatures := sum(segment.ligatures for segment in extraction.segments):
        yield f"Written as separate letters: {pluralize(ligatures, 'ligature')}, such as ﬁ."
    if extraction.running:
        yield f"Moved to the end: {pluralize(len(extraction.running), 'line')} of headers and footers of the pages."
    if extraction.numbered_pages:
        yield f"Left out: the numbers of the lines on {pluralize(len(extraction.numbered_pages), 'page')}."
    yield from list_texts("Outside the page, and left out", (segment.text for segment in extraction.outside))


def _words(label: str, words: Sequence[str]) -> Iterator[str]:
    """Yield a remark that counts words and lists the first ones."""
    unique = list(dict.fromkeys(words))
    if unique:
        more = ", …" if len(unique) > MAX_LISTED else ""
        yield f"{label} {pluralize(len(words), 'word')}: {', '.join(unique[:MAX_LISTED])}{more}."


def _headers_region(text: str, running: Sequence[PageRow]) -> tuple[ProposedRegion, ...]:
    """Return the region of headers and footers at the end of the text, if its first words occur only there."""
    if not running:
        return ()
    words = collapse_whitespace(text).split(" ")
    count = sum(len(row.text.split()) for row in running)
    region = words[-count:]
    collapsed = " ".join(words)
    for length in range(min(3, count), count + 1):
        starts = " ".join(region[:length])
        if collapsed.find(starts) == collapsed.rfind(starts):
            break
    else:
        return ()
    after = " ".join(region)
    for length in range(min(3, count), count + 1):
        ends = " ".join(region[-length:])
        if after.find(ends) == len(after) - len(ends):
            return (ProposedRegion(starts, ends, HEADERS_REASON),)
    return ()


READER = DocumentReader(id="pdf", formats=(PDF,), suffixes=(".pdf",), read=read_pdf, packages=("pypdfium2",))
