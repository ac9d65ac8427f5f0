"""Addresses: where each record and each passage is shown, relative to the site's root."""

from collections.abc import Iterator

from dossier.model.kinds.source import Source
from dossier.model.passage import Span
from dossier.model.record import Record

TEXT_PAGES = "texts"


def page_path(record: Record) -> str:
    """The Markdown page of a record, as `actors/juan-guaido.md`."""
    return f"{record.plural}/{record.id}.md"


def text_page_path(source_id: str) -> str:
    """The Markdown page that shows a source's text."""
    return f"{TEXT_PAGES}/{source_id}.md"


def page_url(page: str) -> str:
    """The built page of a Markdown page: the site is built without directory addresses."""
    return page.removesuffix(".md") + ".html"


def former_urls(record: Record) -> Iterator[tuple[str, str]]:
    """Each built page that the record had before, and the one it is now.

    The text of a source has a page too, which gives way to the source's own where this is withdrawn.
    """
    page = page_url(page_path(record))
    yield from ((page_url(f"{record.plural}/{old}.md"), page) for old in record.formerly)
    for plural in record.former_plurals:
        yield from ((page_url(f"{plural}/{id}.md"), page) for id in (record.id, *record.formerly))
    if isinstance(record, Source) and record.has_text:
        text = page_url(text_page_path(record.id))
        yield from ((page_url(text_page_path(old)), page if record.withdrawn else text) for old in record.formerly)
        yield from ((text, page),) if record.withdrawn else ()


def passage_anchor(span: Span) -> str:
    """The anchor of a passage on its source's reader page: `p-<start>-<end>`, in code points."""
    return f"p-{span.start}-{span.end}"


def relative_url(target: str, page: str) -> str:
    """`target` as a link from `page`, both relative to the root."""
    shared, up = page[: page.rfind("/") + 1], ""
    while not target.startswith(shared):
        shared, up = shared[: shared.rfind("/", 0, -1) + 1], f"{up}../"
    return up + target[len(shared) :]
