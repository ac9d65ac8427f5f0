"""Addresses: where each record and each passage is shown, relative to the site's root."""

from collections.abc import Iterator

from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.record import Record

READER_PAGES = "texts"


def page_of(record: Record) -> str:
    """The Markdown page of a record, as `actors/juan-guaido.md`."""
    return f"{record.plural}/{record.id}.md"


def reader_page_of(source_id: str) -> str:
    """The Markdown page that shows a source's text."""
    return f"{READER_PAGES}/{source_id}.md"


def url_of(page: str) -> str:
    """The built page of a Markdown page: the site is built without directory addresses."""
    return page.removesuffix(".md") + ".html"


def former_urls_of(record: Record) -> Iterator[tuple[str, str]]:
    """Each built page that the record had before, and the one it is now.

    The text of a source has a page too, which gives way to the source's own where this is withdrawn.
    """
    page = url_of(page_of(record))
    yield from ((url_of(f"{record.plural}/{old}.md"), page) for old in record.formerly)
    for plural in record.former_plurals:
        yield from ((url_of(f"{plural}/{id}.md"), page) for id in (record.id, *record.formerly))
    if isinstance(record, Source) and record.held:
        text = url_of(reader_page_of(record.id))
        yield from ((url_of(reader_page_of(old)), page if record.withdrawn else text) for old in record.formerly)
        yield from ((text, page),) if record.withdrawn else ()


def anchor_of(span: Span) -> str:
    """The anchor of a passage on its source's reader page: `p-<start>-<end>`, in code points."""
    return f"p-{span.start}-{span.end}"


def relative(target: str, page: str) -> str:
    """`target` as a link from `page`, both relative to the root."""
    shared, up = page[: page.rfind("/") + 1], ""
    while not target.startswith(shared):
        shared, up = shared[: shared.rfind("/", 0, -1) + 1], f"{up}../"
    return up + target[len(shared) :]
