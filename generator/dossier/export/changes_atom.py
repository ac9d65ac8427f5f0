"""What became of the dossier, as a feed to follow: Atom 1.0 (RFC 4287), the newest first.

An entry's id is made of the dossier's title and of what it tells, and of no address: it stays when the site moves.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from dossier.export.network import escape_xml
from dossier.graph import Graph
from dossier.graph.markup import strip_markup
from dossier.graph.revisions import RevisionEntry, list_revisions
from dossier.graph.urls import page_path, page_url, relative_url
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record

PATH = "data/changes.atom"
SAYS = (
    "an Atom feed (RFC 4287) of corrections and withdrawals, and of records that came after the first day, where the "
    "history tells it."
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
"""When a feed without entries was last updated, where nothing tells the day of the content."""
MOST = 100
"""So many records that came are told of, the newest; of corrections and withdrawals, all."""


class _Entry(NamedTuple):
    """An entry: what its id is made of, its day, the page it leads to, and what it says."""

    names: tuple[str, ...]
    day: date
    page: str
    title: str
    text: str


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The feed, with links from where it stands if the site's address is not known."""
    settings = graph.dossier.settings
    entries = sorted([*_revisions(graph), *_additions(graph, publication)], key=lambda one: one.day, reverse=True)
    feed = Element("feed", {"xmlns": NAMESPACE, "xml:lang": settings.language})
    _add(feed, "id", _urn(settings.title))
    _add(feed, "title", f"Changes: {settings.title}")
    _add(feed, "updated", _moment(max((one.day for one in entries), default=publication.published_on or NO_DAY)))
    _add(SubElement(feed, "author"), "name", settings.organization)
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _link("corrections.md", publication)})
    if publication.site_url:
        SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": publication.site_url + PATH})
    for one in entries:
        _write(SubElement(feed, "entry"), one, settings.title, publication)
    yield OutputFile(PATH, escape_xml(feed))


def _write(element: Element, entry: _Entry, title: str, publication: PublishContext) -> None:
    _add(element, "id", _urn(title, *entry.names))
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.day))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": _link(entry.page, publication)})
    _add(element, "content", entry.text)


def _revisions(graph: Graph) -> Iterator[_Entry]:
    """Every correction and withdrawal, the newest first; those of one day and record are told apart by their order."""
    return reversed(list(_oldest_first(graph)))


def _oldest_first(graph: Graph) -> Iterator[_Entry]:
    seen: dict[tuple[str, ...], int] = {}
    for one in reversed(list_revisions(graph)):
        correction, why = one.correction, strip_markup(one.revision.why, graph.labels)
        names = (_name(one), "correction" if correction else "withdrawal", str(one.revision.date))
        seen[names] = seen.get(names, 0) + 1
        day = one.revision.date.earliest or NO_DAY
        if correction:
            before = f", before: “{correction.was}”" if correction.was else ""
            said = f"{correction.what}{before}. {why}"
            yield _Entry((*names, str(seen[names])), day, one.page, f"Corrected: {one.label}", said)
        else:
            yield _Entry(names, day, one.page, f"Withdrawn: {one.label}", why)


def _additions(graph: Graph, publication: PublishContext) -> list[_Entry]:
    """The records that came after the first did."""
    came = [(day, record) for record in graph.visible if (day := publication.added_on(record)) is not None]
    first = min((day for day, _ in came), default=NO_DAY)
    newest = sorted((one for one in came if one[0] > first), key=lambda one: one[0], reverse=True)[:MOST]
    return [
        _Entry(
            (_first_key(record), "addition"),
            day,
            page_path(record),
            f"New: {record.label}",
            strip_markup(record.summary, graph.labels),
        )
        for day, record in newest
    ]


def _name(one: RevisionEntry) -> str:
    return _first_key(one.entry) if isinstance(one.entry, Record) else one.entry.key


def _first_key(record: Record) -> str:
    """The key of a record under the first of its ids."""
    return f"{record.singular}:{(*record.formerly, record.id)[0]}"


def _link(page: str, publication: PublishContext) -> str:
    url = page_url(page)
    return publication.site_url + url if publication.site_url else relative_url(url, PATH)


def _moment(day: date) -> str:
    """A day as RFC 3339 has it: no more exact is known."""
    return f"{day.isoformat()}T00:00:00Z"


def _urn(*names: str) -> str:
    """A UUID of these names: version 8, of their SHA-256 (RFC 9562, appendix B.2)."""
    bits = int.from_bytes(sha256("\n".join(names).encode()).digest()[:16], "big")
    bits = bits & ~(0xF << 76) | 8 << 76
    digits = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return "urn:uuid:" + "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
