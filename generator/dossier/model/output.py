"""Output files: what the dossier is rendered to, before MkDocs builds the site.

Most are made when they are written, large ones piece by piece, so that none has to be in memory as a whole.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class SearchEntry(NamedTuple):
    """The entry of a page in the search index, as plain text.

    `kind` is shown with results, `names` are other names of the page, and `boost` raises its rank.
    """

    kind: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    boost: float = 1


Content = str | bytes


class OutputFile(NamedTuple):
    """A file to write. `path` is relative to the folder of pages, with `/`; `source` is its content, or makes it, whole
    or in pieces.

    `search_entry` builds the page's entry in the search index when the index is written. A page without one is indexed
    by its whole text if it `is_searchable`.
    """

    path: str
    source: Content | Callable[[], Content | Iterable[Content]]
    search_entry: Callable[[], SearchEntry] | None = None
    is_searchable: bool = True

    @property
    def content(self) -> Content:
        """The content, made anew each time if `source` makes it."""
        source = self.source() if callable(self.source) else self.source
        if isinstance(source, str | bytes):
            return source
        pieces = [*source]
        texts = [piece for piece in pieces if isinstance(piece, str)]
        return "".join(texts) if len(texts) == len(pieces) else b"".join(map(_encode, pieces))

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the content in pieces, each as it is made."""
        source = self.source() if callable(self.source) else self.source
        yield from map(_encode, (source,) if isinstance(source, str | bytes) else source)


def _encode(content: Content) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")
