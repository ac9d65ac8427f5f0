"""The HTML by which another site frames a record, and how large its frame is."""

from html import escape

from dossier.graph.urls import embed_path
from dossier.model.record import Record
from dossier.text.bibtex import percent_encode
from dossier.text.whitespace import collapse_whitespace

FRAME_WIDTH, FRAME_HEIGHT = 600, 360
"""In pixels: a page scrolls if it is longer."""


def embed_snippet(site_url: str, record: Record) -> str:
    """Return the HTML that shows a record in a frame."""
    address, title = escape(percent_encode(site_url) + embed_path(record)), escape(collapse_whitespace(record.label))
    size = f'width="{FRAME_WIDTH}" height="{FRAME_HEIGHT}"'
    return f'<iframe src="{address}" title="{title}" {size} style="border:0;max-width:100%" loading="lazy"></iframe>'
