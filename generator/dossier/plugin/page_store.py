"""The HTML of generated pages, kept on the disk until MkDocs writes the pages.

MkDocs converts all pages before it writes the first, and keeps the Markdown and the HTML of each until the end. Here,
the Markdown of a page is dropped once it is converted, and its HTML is in a temporary file until the page is written.
Headings are kept once for all pages that have the same. Links to anchors are kept until all pages are converted.
Without this module, a build writes the same site.
With other plugins or hooks, which may ask for both, nothing is dropped.
"""

from collections.abc import Collection, Iterable, Iterator
from tempfile import TemporaryFile
from typing import NamedTuple
from weakref import finalize

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink


class _Place(NamedTuple):
    offset: int
    length: int


class HtmlStore:
    """The HTML of the pages of one build, in a file that goes when the last page goes."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - it is closed with this object.
        finalize(self, self._file.close)
        self._length = 0
        self._last = _Place(0, 0), ""
        """The text that was added or read last, which MkDocs asks for several times in a row."""

    def add(self, html: str) -> _Place:
        """Write a text; return where it is."""
        data = html.encode("utf-8")
        place = _Place(self._length, len(data))
        self._file.seek(place.offset)
        self._file.write(data)
        self._length += place.length
        self._last = place, html
        return place

    def read(self, place: _Place) -> str:
        """Return the text at a place."""
        if self._last[0] != place:
            self._file.seek(place.offset)
            self._last = place, self._file.read(place.length).decode("utf-8")
        return self._last[1]


class StoredPage(Page):
    """A page whose HTML is in a store."""

    store: HtmlStore
    _place: _Place | None = None
    is_hidden: bool = False
    """Whether the page seems to be empty, for a plugin that would look through it for nothing."""

    @property
    def content(self) -> str | None:
        """The HTML, None before it is made."""
        if self._place is None:
            return None
        return "" if self.is_hidden else self.store.read(self._place)

    @content.setter
    def content(self, html: str | None) -> None:
        if html != self.content:
            self._place = None if html is None else self.store.add(html)


Headings = tuple[tuple[str, str, int, "Headings"], ...]


class SharedHeadings:
    """The headings of pages below their titles, each list of them once: most pages have the same."""

    def __init__(self) -> None:
        self._known: dict[Headings, list[AnchorLink]] = {}

    def share(self, page: Page) -> None:
        """Let a page that has been converted have the same headings as others."""
        for title in page.toc:
            title.children = self._known.setdefault(headings_of(title.children), title.children)


def headings_of(links: Iterable[AnchorLink]) -> Headings:
    """Return the title, the anchor and the level of headings, with those below them."""
    return tuple((link.title, link.id, link.level, headings_of(link.children)) for link in links)


def release_markdown(page: Page) -> None:
    """Drop the Markdown of a page that has been converted. It stays a text: without any, a page has no title."""
    page.markdown = ""


def release_html(page: Page) -> None:
    """Drop the HTML of a page that is about to be written."""
    page.content = ""


def release_links(pages: Collection[Page]) -> None:
    """Drop the links that lead to an anchor of a page, once all pages are converted; MkDocs reports those that do not.

    It would keep all of them, and all anchors, until the end.
    """
    for page in pages:
        page.links_to_anchors = dict(_missing_anchors(page))
    if not any(page.links_to_anchors for page in pages):
        for page in pages:
            page.present_anchor_ids = None


def _missing_anchors(page: Page) -> Iterator[tuple[File, dict[str, str]]]:
    """Yield the links of a page that lead nowhere, as MkDocs has them: by file and by anchor."""
    for target, links in (page.links_to_anchors or {}).items():
        present = target.page.present_anchor_ids if target.page else None
        if present is not None and (missing := {anchor: links[anchor] for anchor in links if anchor not in present}):
            yield target, missing
