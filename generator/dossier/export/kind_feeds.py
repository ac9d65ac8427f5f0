"""The records of each kind as an Atom 1.0 feed (RFC 4287), the newest first."""

from collections.abc import Iterator

from dossier.export.atom import (
    MAX_ADDITIONS,
    MEDIA_TYPE,
    NO_DAY,
    FeedEntry,
    FeedHead,
    addition_entry,
    feed_file,
)
from dossier.graph import Graph
from dossier.graph.urls import index_path
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

__all__ = ["DESCRIPTION", "EXAMPLE", "MEDIA_TYPE", "PARTS", "PATH", "export"]

FEEDS = {kind.plural: f"data/feeds/{kind.plural}.atom" for kind in KINDS}
"""The path of the feed of each kind, by its plural."""
PATH, *_others = FEEDS.values()
PARTS = tuple(_others)
DESCRIPTION = gettext_noop(
    "an Atom feed (RFC 4287) of each kind of record, which its list links to: its newest records, from the first "
    "edition on, with their summaries, and the days on which each was added and last changed."
)
EXAMPLE = """\
import xml.etree.ElementTree as ElementTree

atom = {"": "http://www.w3.org/2005/Atom"}
for entry in ElementTree.parse("data/feeds/numbers.atom").findall("entry", atom)[:3]:
    print(entry.findtext("title", namespaces=atom), "|", entry.findtext("content", namespaces=atom))
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the feed of each kind, also of those without records: their lists link to it."""
    for kind in KINDS:
        yield _feed(graph, publication, kind)


def _feed(graph: Graph, publication: PublishContext, kind: type[Record]) -> OutputFile:
    title = f"{_(kind.heading)}: {graph.dossier.settings.title}"
    head = FeedHead(FEEDS[kind.plural], (kind.plural,), title, index_path(kind))
    entries = [_entry(graph, publication, record) for record in graph.by_kind.get(kind.plural, ())]
    newest = sorted(entries, key=lambda entry: entry.published or NO_DAY, reverse=True)[:MAX_ADDITIONS]
    return feed_file(graph, publication, head, newest)


def _entry(graph: Graph, publication: PublishContext, record: Record) -> FeedEntry:
    """Return the entry of a record; one without a history has the day of the content as the one it was updated on."""
    added, changed = publication.added_on(record), publication.changed_on(record)
    updated = changed or added or publication.published_on or NO_DAY
    return addition_entry(graph, record, record.label, added, updated)
