"""An output: one file of the finished dossier, before MkDocs has seen it."""

from typing import NamedTuple


class Output(NamedTuple):
    """A file to write: `path` is relative to the pages folder, with `/` between its parts."""

    path: str
    content: str | bytes
