"""The corrections and withdrawals of a dossier."""

from typing import NamedTuple

from dossier.graph.graph import Graph
from dossier.graph.urls import item_page_path
from dossier.model.content_item import ContentItem
from dossier.model.record import Correction, Record, RevisionNote, iter_revisions


class RevisionEntry(NamedTuple):
    """A correction or withdrawal, and the record or settings that it revises."""

    item: ContentItem
    revision: RevisionNote

    @property
    def correction(self) -> Correction | None:
        """The correction, if it is one."""
        return self.revision if isinstance(self.revision, Correction) else None

    @property
    def label(self) -> str:
        """The record's label; the settings' corrections are those of the home page."""
        return self.item.label if isinstance(self.item, Record) else "Home page"

    @property
    def page(self) -> str:
        """The Markdown page that shows the revision."""
        return item_page_path(self.item)


def list_revisions(graph: Graph) -> tuple[RevisionEntry, ...]:
    """Return all revisions, newest first, those of one day in the order of records; drafts have none that readers see.

    The corrections of a record are listed oldest first in its file, so those of one day are reversed.
    """
    entries = (
        RevisionEntry(item, revision)
        for item in (graph.dossier.settings, *graph.visible, *graph.withdrawn)
        for _, revision in reversed(tuple(iter_revisions(item)))
    )
    return tuple(sorted(entries, key=lambda entry: entry.revision.date, reverse=True))
