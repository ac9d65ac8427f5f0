"""An output: one file of the finished dossier, before MkDocs has seen it."""

from typing import NamedTuple


class Output(NamedTuple):
    """A file to write: `path` is relative to the pages folder, with `/` between its parts.

    `boost` is how much a search prefers the page to others that match as well; 1 for most.
    """

    path: str
    content: str | bytes
    boost: float = 1
