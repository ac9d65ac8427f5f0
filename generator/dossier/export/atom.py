"""Atom 1.0 feeds (RFC 4287): entries, and the document that has them.

The id of an entry is made from the dossier's title and what the entry is about, not from an address, so it survives a
move of the site. An addition has the same id in every feed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from dossier.export.credits import author_names, rights_statement
from dossier.export.statement_entries import absolute_or_relative
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.content_item import ContentItem
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.serialize import serialize_xml

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
NO_DAY = date(1980, 1, 1)
"""The day of an update that nothing dates: neither a history nor the day of the content."""
MAX_ADDITIONS = 100
"""Only this many added records are in a feed, the newest."""


class FeedEntry(NamedTuple):
    """An entry: the parts of its id, its day, the page it links to, its title and its text."""

    id_parts: tuple[str, ...]
    day: date
    page: str
    title: str
    text: str
    published: date | None = None
    """The day on which it first appeared, if it may have changed since and that day is known (section 4.2.9)."""


class FeedHead(NamedTuple):
    """What a feed says of itself: its path, the parts of its id, its title, and the page it is about."""

    path: str
    id_parts: tuple[str, ...]
    title: str
    page: str


def feed_file(graph: Graph, publication: PublishContext, head: FeedHead, entries: Sequence[FeedEntry]) -> OutputFile:
    """Return a feed, the newest entry first; its links are relative to it if the site's address is unknown."""
    return OutputFile(head.path, lambda: _document(graph, publication, head, entries))


def _document(graph: Graph, publication: PublishContext, head: FeedHead, entries: Sequence[FeedEntry]) -> str:
    settings = graph.dossier.settings
    feed = Element("feed", {"xmlns": NAMESPACE, "xml:lang": settings.language})
    _add_text(feed, "id", _urn(settings.title, *head.id_parts))
    _add_text(feed, "title", head.title)
    updated = max((entry.day for entry in entries), default=publication.published_on or NO_DAY)
    _add_text(feed, "updated", _timestamp(updated))
    for name in author_names(settings):
        _add_text(SubElement(feed, "author"), "name", name)
    for keyword in settings.keywords:
        SubElement(feed, "category", {"term": keyword})
    if rights := rights_statement(settings):
        _add_text(feed, "rights", rights)
    _add_link(feed, head.page, head.path, publication)
    if publication.site_url:
        SubElement(feed, "link", {"rel": "self", "type": MEDIA_TYPE, "href": publication.site_url + head.path})
    for entry in sorted(entries, key=lambda entry: entry.day, reverse=True):
        element = SubElement(feed, "entry")
        _add_text(element, "id", _urn(settings.title, *entry.id_parts))
        _add_text(element, "title", entry.title)
        _add_text(element, "updated", _timestamp(entry.day))
        if entry.published:
            _add_text(element, "published", _timestamp(entry.published))
        _add_link(element, entry.page, head.path, publication)
        _add_text(element, "content", entry.text)
    return serialize_xml(feed)


def _add_link(parent: Element, page: str, path: str, publication: PublishContext) -> None:
    href = absolute_or_relative(page_url(page), path, publication.site_url)
    SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": href})


def added_records(records: Sequence[Record], publication: PublishContext) -> Iterator[tuple[date, Record]]:
    """Yield the newest records, at most `MAX_ADDITIONS`, with the day on which each was added, if that is known."""
    added = [(day, record) for record in records if (day := publication.added_on(record)) is not None]
    yield from sorted(added, key=lambda addition: addition[0], reverse=True)[:MAX_ADDITIONS]


def addition_entry(graph: Graph, record: Record, title: str, added: date | None, changed: date) -> FeedEntry:
    """Return the entry of a record that was added on a day, if that is known, and last changed on another."""
    parts = (first_key(record), "addition")
    return FeedEntry(parts, changed, page_path(record), title, graph.plain_text(record.summary), added)


def first_key(item: ContentItem) -> str:
    """Return the key of a record under the first id it ever had, or the key of the settings."""
    return f"{item.singular}:{item.formerly[0]}" if isinstance(item, Record) and item.formerly else item.key


def _timestamp(day: date) -> str:
    """Return the first second of a day, as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"


def _urn(*names: str) -> str:
    """Return a UUID made from names: version 8, from their SHA-256 (RFC 9562, appendix B.2)."""
    bits = int.from_bytes(sha256("\n".join(names).encode()).digest()[:16], "big")
    bits = bits & ~(0xF << 76) | 8 << 76
    digits = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return "urn:uuid:" + "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _add_text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
