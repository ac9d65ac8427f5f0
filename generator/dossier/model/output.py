"""An output: one file of the finished dossier, before MkDocs has seen it."""

from collections.abc import Callable
from typing import NamedTuple


class SearchEntry(NamedTuple):
    """What a search finds a page by, as plain text.

    `kind` is what results call it, `names` are what else it is called; `boost` is how much the search prefers it.
    """

    kind: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    boost: float = 1


class OutputFile(NamedTuple):
    """A file to write: `path` is relative to the pages folder, with `/` between its parts.

    `entry` makes what a search finds a page by, which waits until the search is written; a page without that is
    `searched` is found by all it shows.
    """

    path: str
    content: str | bytes
    search_entry: Callable[[], SearchEntry] | None = None
    is_searchable: bool = True
