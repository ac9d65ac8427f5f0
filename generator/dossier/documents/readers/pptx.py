"""Reads presentations (PPTX): the text of each slide, with the slide as its place, and the notes after it."""

from collections.abc import Iterator, Sequence

from dossier.documents.formats import PPTX
from dossier.documents.office_parts import OfficeParts
from dossier.documents.presentation.slides import Slide, SlideReader
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.remarks import MAX_SHOWN
from dossier.documents.tracked_changes import MACROS
from dossier.documents.whole_document import DocumentPart, write_document
from dossier.documents.zip_package import ZipPackage
from dossier.text.wording import truncate

MAIN_PART = "ppt/presentation.xml"


def read_pptx(data: bytes, options: ReadOptions) -> Extract:
    """Read the slides of a presentation in their order, each followed by its notes."""
    parts = OfficeParts(ZipPackage(data, options.name), options.name, MAIN_PART)
    reader = SlideReader(parts)
    slides = list(reader.read_all())
    written = write_document([part for slide in slides for part in _parts_of(slide)], options.name, has_headings=False)
    properties = parts.core_properties()
    remarks = [*_slide_remarks(slides), *reader.omissions.remarks(), *written.remarks]
    if parts.has_macros:
        remarks.append(MACROS)
    return Extract(
        written.text,
        properties.pop("title", None),
        tuple(f"{name}: {value}" for name, value in properties.items()),
        tuple(remarks),
        locators=written.locators,
    )


def _parts_of(slide: Slide) -> Iterator[DocumentPart]:
    yield DocumentPart(slide.body, str(slide.number), "slide")
    if len(slide.notes):
        yield DocumentPart(slide.notes, f"notes of slide {slide.number}", "part")


def _slide_remarks(slides: Sequence[Slide]) -> Iterator[str]:
    hidden = [str(slide.number) for slide in slides if slide.is_hidden]
    if hidden:
        yield f"Hidden in the presentation, and read: slides {truncate(', '.join(hidden), MAX_SHOWN)}."
    noted = [str(slide.number) for slide in slides if "".join(slide.notes.itertext()).strip()]
    if noted:
        yield f"Notes, which an audience does not see, are after the slides {truncate(', '.join(noted), MAX_SHOWN)}."
    empty = [str(slide.number) for slide in slides if not "".join(slide.body.itertext()).strip()]
    if empty:
        yield f"Slides without text: {truncate(', '.join(empty), MAX_SHOWN)}."


READER = DocumentReader(
    id="pptx",
    formats=(PPTX,),
    suffixes=(".pptx", ".pptm", ".ppsx", ".potx"),
    read=read_pptx,
    packages=("lxml", "mammoth"),
)
