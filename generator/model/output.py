"""An output: one file of the finished dossier, before MkDocs has seen it."""

from typing import NamedTuple


class SearchEntry(NamedTuple):
    """What a search finds a page by, as plain text. `boost` is how much it prefers the page; 1 for most."""

    title: str
    text: str
    boost: float = 1


class Output(NamedTuple):
    """A file to write: `path` is relative to the pages folder, with `/` between its parts.

    A page without `entry` that is `searched` is found by all it shows.
    """

    path: str
    content: str | bytes
    entry: SearchEntry | None = None
    searched: bool = True
