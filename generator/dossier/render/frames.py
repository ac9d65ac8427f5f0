"""Frames: the pages that other sites may show in a frame, how large it is, and the HTML to copy for it."""

from html import escape
from typing import NamedTuple

from dossier.graph.urls import embed_path, page_path, page_url
from dossier.model.record import Record
from dossier.text.bibtex import percent_encode
from dossier.text.whitespace import collapse_whitespace


class FramedPage(NamedTuple):
    """A page for a frame: its path, that of the Markdown page it leads to, its title, and the frame's size in pixels.

    It scrolls if it is longer.
    """

    path: str
    page: str
    title: str
    width: int = 600
    height: int = 360


def record_frame(record: Record, id: str = "") -> FramedPage:
    """Return the frame of a record, also under a former id."""
    return FramedPage(embed_path(record, id), page_path(record), collapse_whitespace(record.label))


def linked_address(site_url: str, frame: FramedPage) -> str:
    """Return the address of the page that a frame leads to."""
    return percent_encode(site_url) + page_url(frame.page)


def embed_snippet(site_url: str, frame: FramedPage) -> str:
    """Return the HTML that shows a page in a frame."""
    address, title = escape(percent_encode(site_url) + frame.path), escape(frame.title)
    size = f'width="{frame.width}" height="{frame.height}"'
    return f'<iframe src="{address}" title="{title}" {size} style="border:0;max-width:100%" loading="lazy"></iframe>'
