"""Output files: what the dossier is rendered to, before MkDocs builds the site.

Most are made when they are written, large ones piece by piece, so that none has to be in memory as a whole.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, TypeVar

from dossier.text.interface import interface_language

Item = TypeVar("Item")


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
    by its whole text if it `is_searchable`. `edited_file` is the file that editors change to change a page, from the
    project's root; "" if there is no such single file.
    """

    path: str
    source: Content | Callable[[], Content | Iterable[Content]]
    search_entry: Callable[[], SearchEntry] | None = None
    is_searchable: bool = True
    edited_file: str = ""

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


def in_interface_language(language: str, files: Iterable[OutputFile]) -> Iterator[OutputFile]:
    """Yield files that have the program's own words in a language (a BCP 47 tag), whenever they are made."""
    for file in _iterate_in(language, files):
        source = partial(_make_in, language, file.source) if callable(file.source) else file.source
        entry = partial(_call_in, language, file.search_entry) if file.search_entry else None
        yield file._replace(source=source, search_entry=entry)


def _call_in(language: str, function: Callable[[], Item]) -> Item:
    with interface_language(language):
        return function()


def _make_in(language: str, make: Callable[[], Content | Iterable[Content]]) -> Content | Iterable[Content]:
    content = _call_in(language, make)
    return content if isinstance(content, str | bytes) else _iterate_in(language, content)


def _iterate_in(language: str, items: Iterable[Item]) -> Iterator[Item]:
    """Yield what an iterable makes, each item in the language, which is not set between them."""
    iterator = iter(items)
    while True:
        with interface_language(language):
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item
