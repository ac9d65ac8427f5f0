"""Changes to the dossier as an Atom 1.0 feed (RFC 4287), the newest first."""

from collections import Counter
from collections.abc import Iterator

from dossier.export.atom import (
    MEDIA_TYPE,
    NO_DAY,
    FeedEntry,
    FeedHead,
    added_records,
    addition_entry,
    feed_file,
    first_key,
)
from dossier.graph import Graph
from dossier.graph.markup import strip_markup
from dossier.graph.revisions import list_revisions
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop

__all__ = ["DESCRIPTION", "EXAMPLE", "MEDIA_TYPE", "PATH", "export"]

PATH = "data/changes.atom"
DESCRIPTION = gettext_noop(
    "an Atom feed (RFC 4287) of corrections, withdrawals and, if the site is built with its git history, added "
    "records, from the first edition on."
)
EXAMPLE = """\
import xml.etree.ElementTree as ElementTree

atom = {"": "http://www.w3.org/2005/Atom"}
feed = ElementTree.parse("data/changes.atom")
print(feed.findtext("title", namespaces=atom))
for entry in feed.iterfind("entry", atom):
    print(entry.findtext("updated", namespaces=atom), entry.findtext("title", namespaces=atom))
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the feed of all corrections and withdrawals, and of the newest records."""
    title = _("Changes: %(title)s", title=graph.dossier.settings.title)
    entries = [*_revisions(graph), *_additions(graph, publication)]
    yield feed_file(graph, publication, FeedHead(PATH, (), title, "corrections.md"), entries)


def _revisions(graph: Graph) -> list[FeedEntry]:
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
            id_parts = (first_key(entry.item), "withdrawal", str(revision.date))
            entries.append(FeedEntry(id_parts, day, entry.page, _("Withdrawn: %(title)s", title=entry.label), why))
            continue
        id_parts = (first_key(entry.item), "correction", str(revision.date))
        counts[id_parts] += 1
        if correction.was:
            text = _("%(what)s, before: “%(was)s”. %(why)s", what=correction.what, was=correction.was, why=why)
        else:
            text = f"{correction.what}. {why}"
        entries.append(
            FeedEntry(
                (*id_parts, str(counts[id_parts])), day, entry.page, _("Corrected: %(title)s", title=entry.label), text
            )
        )
    return entries[::-1]


def _additions(graph: Graph, publication: PublishContext) -> Iterator[FeedEntry]:
    """Yield the newest records as additions."""
    for day, record in added_records(graph.visible, publication):
        yield addition_entry(graph, record, _("New: %(title)s", title=record.label), day, day)
