"""Changes to the dossier as an Atom 1.0 feed (RFC 4287), the newest first.

The id of an entry is made from the dossier's title and the change, not from an address, so it survives a move of the
site.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from dossier.graph import Graph
from dossier.graph.markup import strip_markup
from dossier.graph.revisions import list_revisions
from dossier.graph.urls import page_path, page_url, relative_url
from dossier.model.content_item import ContentItem
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop
from dossier.text.serialize import serialize_xml

PATH = "data/changes.atom"
MEDIA_TYPE = "application/atom+xml"
DESCRIPTION = gettext_noop(
    "an Atom feed (RFC 4287) of corrections, withdrawals and, if the site is built with its git history, records "
    "added after the first day."
)
EXAMPLE = """\
import xml.etree.ElementTree as ElementTree

atom = {"": "http://www.w3.org/2005/Atom"}
feed = ElementTree.parse("data/changes.atom")
print(feed.findtext("title", namespaces=atom))
for entry in feed.iterfind("entry", atom):
    print(entry.findtext("updated", namespaces=atom), entry.findtext("title", namespaces=atom))
"""
NAMESPACE = "http://www.w3.org/2005/Atom"
NO_DAY = date(1980, 1, 1)
"""The date of a feed without entries if the day of the content is unknown."""
MAX_ADDITIONS = 100
"""Only this many added records are listed, the newest; corrections and withdrawals are all listed."""


class _FeedEntry(NamedTuple):
    """An entry: the parts of its id, its day, the page it links to, its title and its text."""

    id_parts: tuple[str, ...]
    day: date
    page: str
    title: str
    text: str


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the feed; its links are relative to the feed if the site's address is unknown."""
    settings = graph.dossier.settings
    entries = sorted([*_revisions(graph), *_additions(graph, publication)], key=lambda entry: entry.day, reverse=True)
    feed = Element("feed", {"xmlns": NAMESPACE, "xml:lang": settings.language})
    _add_text(feed, "id", _urn(settings.title))
    _add_text(feed, "title", _("Changes: %(title)s", title=settings.title))
    updated = max((entry.day for entry in entries), default=publication.published_on or NO_DAY)
    _add_text(feed, "updated", _timestamp(updated))
    _add_text(SubElement(feed, "author"), "name", settings.organization)
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _link("corrections.md", publication)})
    if publication.site_url:
        SubElement(feed, "link", {"rel": "self", "type": MEDIA_TYPE, "href": publication.site_url + PATH})
    for entry in entries:
        _add_entry(SubElement(feed, "entry"), entry, settings.title, publication)
    yield OutputFile(PATH, serialize_xml(feed))


def _add_entry(element: Element, entry: _FeedEntry, title: str, publication: PublishContext) -> None:
    _add_text(element, "id", _urn(title, *entry.id_parts))
    _add_text(element, "title", entry.title)
    _add_text(element, "updated", _timestamp(entry.day))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": _link(entry.page, publication)})
    _add_text(element, "content", entry.text)


def _revisions(graph: Graph) -> list[_FeedEntry]:
    """Return every correction and withdrawal, the newest first.

    Corrections of one record on one day are numbered from the oldest, so that a later one does not change their ids.
    """
    entries = []
    counts: Counter[tuple[str, ...]] = Counter()
    for entry in reversed(list_revisions(graph)):
        revision, correction = entry.revision, entry.correction
        why = strip_markup(revision.why, graph.labels)
        day = revision.date.earliest or NO_DAY
        if correction is None:
            id_parts = (_first_key(entry.item), "withdrawal", str(revision.date))
            entries.append(_FeedEntry(id_parts, day, entry.page, _("Withdrawn: %(title)s", title=entry.label), why))
            continue
        id_parts = (_first_key(entry.item), "correction", str(revision.date))
        counts[id_parts] += 1
        if correction.was:
            text = _("%(what)s, before: “%(was)s”. %(why)s", what=correction.what, was=correction.was, why=why)
        else:
            text = f"{correction.what}. {why}"
        entries.append(
            _FeedEntry(
                (*id_parts, str(counts[id_parts])), day, entry.page, _("Corrected: %(title)s", title=entry.label), text
            )
        )
    return entries[::-1]


def _additions(graph: Graph, publication: PublishContext) -> list[_FeedEntry]:
    """Return the newest records that were added after the first day."""
    added = [(day, record) for record in graph.visible if (day := publication.added_on(record)) is not None]
    first_day = min((day for day, _ in added), default=NO_DAY)
    later = [(day, record) for day, record in added if day > first_day]
    newest = sorted(later, key=lambda addition: addition[0], reverse=True)[:MAX_ADDITIONS]
    return [
        _FeedEntry(
            (_first_key(record), "addition"),
            day,
            page_path(record),
            _("New: %(title)s", title=record.label),
            strip_markup(record.summary, graph.labels),
        )
        for day, record in newest
    ]


def _first_key(item: ContentItem) -> str:
    """Return the key of a record under the first id it ever had, or the key of the settings."""
    return f"{item.singular}:{item.formerly[0]}" if isinstance(item, Record) and item.formerly else item.key


def _link(page: str, publication: PublishContext) -> str:
    url = page_url(page)
    return publication.site_url + url if publication.site_url else relative_url(url, PATH)


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
