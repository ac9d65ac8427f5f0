"""Reads PDFs: their running text, with the page of each part, without what only lays out the pages."""

import re
from collections.abc import Iterator, Sequence

from dossier.documents.formats import PDF
from dossier.documents.pdf.extraction import PdfExtraction, extract_pdf
from dossier.documents.reader import DocumentReader, Extract, ProposedRegion, ReadOptions
from dossier.documents.remarks import MAX_LISTED, MAX_SHOWN, REMOVED_CHARACTERS, list_texts, note_mark_remarks
from dossier.model.errors import UserError
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import pluralize, truncate

DIGITS = re.compile(r"\d+")
HEADERS_REASON = "The headers and footers of the pages, which the PDF repeats."
OCR_PROGRAM = re.compile(r"tesseract|ocr|abbyy|finereader|paper capture|omnipage|readiris|kofax|scan", re.IGNORECASE)
OCR_ADVICE = "recognize it with `ocrmypdf --sidecar text.txt in.pdf out.pdf`, compare it, and add out.pdf"


def read_pdf(data: bytes, options: ReadOptions) -> Extract:
    """Read a PDF; its headers and footers are at the end of the text, as a region to exclude."""
    extraction = extract_pdf(data, options.name)
    _require_letters(extraction, options.name)
    declared = extraction.declared
    return Extract(
        extraction.text,
        declared.title,
        declared.metadata,
        (*_remarks(extraction), *declared.extras),
        locators=extraction.locators,
        excluded=_headers_region(extraction.text, extraction.running),
        ocr=_ocr_program(declared.programs) if extraction.notes.recognized else "",
    )


def _require_letters(extraction: PdfExtraction, name: str) -> None:
    letters = sum(character.isalnum() for character in extraction.text)
    if not letters or (extraction.notes.images and len(extraction.notes.images) == len(extraction.labels)):
        kind = "is a scan, without letters" if extraction.notes.images else "has no text"
        raise UserError(f"{name}: this PDF {kind}: {OCR_ADVICE}")
    if extraction.notes.unknown > letters:
        raise UserError(f"{name}: this PDF does not say which letters its characters are: {OCR_ADVICE}")


def _ocr_program(programs: Sequence[str]) -> str:
    """Return the program that recognized the text, by those that the PDF names as its creator and producer."""
    known = [program for program in programs if OCR_PROGRAM.search(program)]
    return ", ".join(known) or f"unknown; the PDF was made by {' and '.join(programs) or 'a program it does not name'}"


def _remarks(extraction: PdfExtraction) -> Iterator[str]:
    """Yield a remark for each way in which the text is not what the pages show."""
    yield from _words("Hyphens at line ends removed in", extraction.hyphens.rejoined)
    yield from _words("Hyphens at line ends kept in", extraction.hyphens.kept)
    yield from note_mark_remarks(script for script in extraction.scripts if script.startswith("["))
    yield from list_texts(
        "Raised or lowered in the PDF, and written as",
        (script for script in extraction.scripts if not script.startswith("[")),
    )
    if extraction.ligatures:
        yield f"Written as separate letters: {pluralize(extraction.ligatures, 'ligature')}, such as ﬁ."
    if extraction.running:
        yield f"Moved to the end: {pluralize(len(extraction.running), 'line')} of headers and footers of the pages."
    pages = extraction.notes
    if pages.forbidden:
        yield REMOVED_CHARACTERS
    if pages.recognized:
        yield f"A machine recognized the text of {_name_pages(pages.recognized, extraction)} in an image: compare it."
    if pages.images:
        yield f"Images without letters, and not in the text: {_name_pages(pages.images, extraction)}."
    if pages.numbered:
        yield f"Left out: the numbers of the lines on {_name_pages(pages.numbered, extraction)}."
    yield from list_texts("Outside the page, and left out", _unlike(pages.outside))
    yield from list_texts("Not to be seen on the page, and left out", pages.hidden)
    if pages.unknown:
        yield f"The PDF does not say which letters {pluralize(pages.unknown, 'character')} are: compare the text."


def _unlike(texts: Sequence[str]) -> Iterator[str]:
    """Return the first of the texts that differ in their figures only, as the marks of printers do."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(DIGITS.sub("#", text), text)
    return iter(first.values())


def _name_pages(pages: Sequence[int], extraction: PdfExtraction) -> str:
    """Return `page iv` or `pages iv, 2–5`."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and ranges[-1][-1] == page - 1:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    labels = extraction.labels
    names = [labels[run[0]] if len(run) == 1 else f"{labels[run[0]]}–{labels[run[-1]]}" for run in ranges]
    listed = truncate(", ".join(names), MAX_SHOWN)
    return f"{'page' if len(pages) == 1 else 'pages'} {listed}"


def _words(label: str, words: Sequence[str]) -> Iterator[str]:
    """Yield a remark that counts words and lists the first ones."""
    unique = list(dict.fromkeys(words))
    if unique:
        more = ", …" if len(unique) > MAX_LISTED else ""
        yield f"{label} {pluralize(len(words), 'word')}: {', '.join(unique[:MAX_LISTED])}{more}."


def _headers_region(text: str, running: Sequence[str]) -> tuple[ProposedRegion, ...]:
    """Return the region of headers and footers at the end of the text, if its first words occur only there."""
    if not running:
        return ()
    words = collapse_whitespace(text).split(" ")
    count = sum(len(line.split()) for line in running)
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
