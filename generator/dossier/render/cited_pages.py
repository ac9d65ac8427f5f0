"""Images of the cited pages of PDFs, with the passages highlighted, where the rights allow showing the whole."""

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import passage_anchor
from dossier.model.errors import UserError
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.passage import Span
from dossier.text.interface import gettext

if TYPE_CHECKING:
    from dossier.documents.pdf.page_images import PageHighlight, PdfPages, Rectangle

PDF_READER = "pdf"


class PageImage(NamedTuple):
    """The image of a page: its path, its size in pixels, what it shows, and the rectangles over cited words."""

    path: str
    label: str
    width: int
    height: int
    description: str
    rectangles: tuple["Rectangle", ...]


class PageImages:
    """The images of the cited pages of one source."""

    def __init__(self, graph: Graph, source: Source, pages: "PdfPages") -> None:
        self._source, self._pages = source, pages
        spans = {
            citation.span for citation in graph.citations_from(source.id) if citation.record.key in graph.visible_keys
        }
        self._highlights = pages.find_highlights(sorted(spans))
        self.by_anchor = {passage_anchor(span): self.of_spans([span]) for span in self._highlights}

    def of_spans(self, spans: Iterable[Span]) -> tuple[PageImage, ...]:
        """Return the images of the pages that spans of the text are on, with the words of all of them highlighted."""
        by_page: dict[int, list[PageHighlight]] = {}
        for span in spans:
            for highlight in self._highlights.get(span, ()):
                by_page.setdefault(highlight.page, []).append(highlight)
        return tuple(self._image(highlights) for _, highlights in sorted(by_page.items()))

    def _image(self, highlights: list["PageHighlight"]) -> PageImage:
        page, label, width, height, _ = highlights[0]
        rectangles = dict.fromkeys(rectangle for highlight in highlights for rectangle in highlight.rectangles)
        description = gettext(
            "Page %(page)s of %(source)s, with the cited words highlighted",
            page=label,
            source=self._source.short_label,
        )
        return PageImage(self._path(page), label, width, height, description, tuple(rectangles))

    def _path(self, page: int) -> str:
        return f"assets/pages/{self._source.id}-{page}.webp"

    def outputs(self) -> Iterator[OutputFile]:
        """Yield the file of each image."""
        for page in self._numbers:
            yield OutputFile(self._path(page), partial(self._rendered.__getitem__, page))

    @property
    def _numbers(self) -> list[int]:
        return sorted({item.page for highlights in self._highlights.values() for item in highlights})

    @cached_property
    def _rendered(self) -> dict[int, bytes]:
        """The images of all the pages by number: one process draws them."""
        return dict(zip(self._numbers, self._pages.render(self._numbers), strict=True))


class CitedPages:
    """The images of the cited pages of PDFs in a dossier; those of each source are made once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._by_source: dict[str, PageImages | None] = {}

    def images_of(self, source: Source) -> PageImages | None:
        """Return the images of a source's cited pages; None if it is not a PDF that may be shown and has this text."""
        if source.id not in self._by_source:
            pages = _pages_of(self._graph, source)
            self._by_source[source.id] = PageImages(self._graph, source, pages) if pages else None
        return self._by_source[source.id]

    def outputs(self) -> Iterator[OutputFile]:
        """Yield the image of each cited page of a PDF that may be shown."""
        for source in self._graph.readable_sources:
            images = self.images_of(source)
            if images is not None:
                yield from images.outputs()


def _pages_of(graph: Graph, source: Source) -> "PdfPages | None":
    original = source.original
    if original is None or original.extraction is None or not source.shows_full_text:
        return None
    file = graph.dossier.originals.get(original.file)
    if original.extraction.reader != PDF_READER or file is None or file.sha256 != original.sha256:
        return None
    from dossier.documents.pdf.page_images import pdf_pages  # Only here: most dossiers have no PDF.

    try:
        pages = pdf_pages(file.read(), f"seeds/{original.file}")
    except UserError:
        return None  # A rule reports it.
    return pages if pages.text == graph.dossier.source_texts[source.text or ""].text else None
