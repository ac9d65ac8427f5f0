"""Extracts the text of a PDF, with the place on its pages of each character."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from dossier.documents.pdf.assembly import TextPlaces, sequence_rows, write_text
from dossier.documents.pdf.characters import (
    MAX_PAGE_CHARACTERS,
    UNKNOWN_LETTERS,
    Character,
    CharacterReader,
    PageFrame,
    page_frame,
)
from dossier.documents.pdf.document import declared_programs, declared_title, metadata_lines, open_pdf, page_labels
from dossier.documents.pdf.extras import ExtrasReader
from dossier.documents.pdf.hidden import split_visible
from dossier.documents.pdf.hyphens import HyphenRules
from dossier.documents.pdf.margins import find_line_numbers, is_outside_page
from dossier.documents.pdf.own_process import call_pdfium
from dossier.documents.pdf.page_objects import ContentsReader
from dossier.documents.pdf.page_rows import PageRow, order_rows
from dossier.documents.pdf.paragraphs import PageLayout
from dossier.documents.pdf.running import find_running_rows
from dossier.documents.pdf.segments import Segment, build_segments
from dossier.io.encodings import BIDI_OVERRIDE, CONTROL
from dossier.model.errors import UserError
from dossier.model.locator import Locator

CACHED_DOCUMENTS = 4
MIN_LETTERS = 20
"""The least number of letters and digits on a page that is not taken for an image of one."""
TINY = 1000
"""What part of the height of its page a line of text has at least that can be seen."""


@dataclass
class PageNotes:
    """What is not in the text of a PDF, or was recognized by a machine, with the pages counted from 0."""

    outside: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    numbered: list[int] = field(default_factory=list)
    """The pages whose lines are numbered."""
    recognized: list[int] = field(default_factory=list)
    """The pages whose text was recognized in an image."""
    images: list[int] = field(default_factory=list)
    """The pages that are images, with almost no letters."""
    forbidden: int = 0
    """The number of control characters, and of those that show text backwards."""
    unknown: int = 0
    """The number of characters of which the PDF does not say which letter they are."""


class Declared(NamedTuple):
    """What a PDF says of itself: its title, other metadata, and the programs that made it.

    `extras` are remarks on what it has beside the text of its pages.
    """

    title: str | None
    metadata: tuple[str, ...]
    programs: tuple[str, ...]
    extras: tuple[str, ...]


class PdfExtraction(NamedTuple):
    """The text of a PDF, and what it was made from.

    `places` tells from which character of which page each character of the text is. `running` are the headers and
    footers, which are at its end. `scripts` are raised and lowered characters as they are written.
    """

    text: str
    locators: tuple[Locator, ...]
    places: TextPlaces
    running: Sequence[str]
    scripts: Sequence[str]
    ligatures: int
    notes: PageNotes
    hyphens: HyphenRules
    labels: Sequence[str]
    declared: Declared


def extract_pdf(data: bytes, name: str) -> PdfExtraction:
    """Extract the text of a PDF; raises UserError, which names it, where it or a page is damaged."""
    extraction = _extract_once(data)
    if isinstance(extraction, UserError):
        raise UserError(f"{name}: {extraction}")
    return extraction


@lru_cache(maxsize=CACHED_DOCUMENTS)
def _extract_once(data: bytes) -> PdfExtraction | UserError:
    """Extract the text; keep it, or why there is none, for the check that compares it with its original, and others."""
    try:
        return call_pdfium(extract_here, data)
    except UserError as error:
        return error


def extract_here(data: bytes) -> PdfExtraction:
    """Extract the text in this process; raises UserError where the PDF or a page is damaged."""
    document = open_pdf(data)
    try:
        return _extract(document)
    finally:
        document.close()


def _extract(document: Any) -> PdfExtraction:
    labels = page_labels(document)
    notes = PageNotes()
    reader = _PageReader(notes)
    pages: list[list[PageRow]] = []
    scripts: list[str] = []
    ligatures = 0
    for number in range(len(document)):
        on_page = reader.read(document, number)
        scripts += [script for segment in on_page for script in segment.notes]
        ligatures += sum(segment.ligatures for segment in on_page)
        pages.append(order_rows(on_page))
    running = find_running_rows(pages, labels)
    layout = PageLayout([[row for row in rows if id(row) not in running] for rows in pages])
    hyphens = HyphenRules.of_lines(row.text for rows in pages for row in rows)
    builder, places = write_text(sequence_rows(pages, running, layout), labels, hyphens)
    headers = [row.text for rows in pages for row in rows if id(row) in running]
    declared = Declared(
        declared_title(document),
        tuple(metadata_lines(document)),
        tuple(declared_programs(document)),
        tuple(reader.extras.remarks(document)),
    )
    return PdfExtraction(
        builder.text, builder.locators, places, headers, scripts, ligatures, notes, hyphens, labels, declared
    )


def _is_forbidden(text: str) -> bool:
    """Return whether a character is one that no text should have."""
    return not text.isalnum() and bool(CONTROL.match(text) or BIDI_OVERRIDE.match(text))


class _PageReader:
    """Reads the segments on the pages of a document; notes what is left out."""

    def __init__(self, notes: PageNotes) -> None:
        self._notes = notes
        self._contents = ContentsReader()
        self._characters = CharacterReader()
        self.extras = ExtrasReader()

    def read(self, document: Any, number: int) -> list[Segment]:
        """Return the segments on a page."""
        import pypdfium2  # type: ignore[import-untyped]

        try:
            page = document[number]
            text_page = page.get_textpage()
            contents = self._contents.read(page)
            self.extras.read(page, number)
        except pypdfium2.PdfiumError:
            raise UserError(f"page {number + 1} of this PDF is damaged: save it again with a PDF program") from None
        try:
            if text_page.count_chars() > MAX_PAGE_CHARACTERS:
                message = f"page {number + 1} of this PDF has more than {MAX_PAGE_CHARACTERS:,} characters: split it"
                raise UserError(message)
            frame = page_frame(page)
            characters = self._without_forbidden(self._characters.read(text_page, frame))
            visible = split_visible(characters, page, text_page, contents, frame)
        finally:
            text_page.close()
            page.close()
        if visible.hidden:
            self._notes.hidden.append(visible.hidden)
        on_page = self._without_margins(build_segments(visible.characters, number), number, frame)
        texts = Counter(character.text for character in visible.characters)
        self._notes.unknown += sum(texts[text] for text in texts.keys() & UNKNOWN_LETTERS)
        letters = sum(segment.letters for segment in on_page)
        if contents.images and letters < MIN_LETTERS and contents.is_scan:
            self._notes.images.append(number)
        elif visible.recognized * 2 > letters:
            self._notes.recognized.append(number)
        return on_page

    def _without_forbidden(self, characters: list[Character]) -> list[Character]:
        """Return the characters without those that no text should have; count these."""
        texts = {character.text for character in characters}
        forbidden = {text for text in texts if _is_forbidden(text)}
        if forbidden:
            kept = [character for character in characters if character.text not in forbidden]
            self._notes.forbidden += len(characters) - len(kept)
            characters = kept
        return characters

    def _without_margins(self, segments: Sequence[Segment], number: int, frame: PageFrame) -> list[Segment]:
        """Return the segments that can be seen on the page, without the numbers of its lines."""
        on_page: list[Segment] = []
        for segment in segments:
            if is_outside_page(segment, frame):
                self._notes.outside.append(segment.text)
            elif segment.size < frame.height / TINY:
                self._notes.hidden.append(segment.text)
            else:
                on_page.append(segment)
        if line_numbers := {id(segment) for segment in find_line_numbers(on_page)}:
            self._notes.numbered.append(number)
            on_page = [segment for segment in on_page if id(segment) not in line_numbers]
        return on_page
