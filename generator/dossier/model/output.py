"""Output files: what the dossier is rendered to, before MkDocs builds the site."""

from collections.abc import Callable
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
    """A file to write. `path` is relative to the folder of pages, with `/`; `source` is its content, or makes it.

    `search_entry` builds the page's entry in the search index when the index is written. A page without one is indexed
    by its whole text if it `is_searchable`.
    """

    path: str
    source: Content | Callable[[], Content]
    search_entry: Callable[[], SearchEntry] | None = None
    is_searchable: bool = True

    @property
    def content(self) -> Content:
        """The content, made anew each time if `source` makes it."""
        return self.source() if callable(self.source) else self.source
