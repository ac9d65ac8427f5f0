"""What became of the dossier after it was published, in one list: every correction and withdrawal, the newest first."""

from typing import NamedTuple

from dossier.graph.graph import Graph
from dossier.graph.urls import page_path
from dossier.model.content_item import ContentItem
from dossier.model.record import Record
from dossier.model.revision import Correction, RevisionNote, iter_revisions

FIRST_PAGE = "index.md"


class RevisionEntry(NamedTuple):
    """A correction or a withdrawal, and the record that it is of; the settings' are of the first page."""

    entry: ContentItem
    revision: RevisionNote

    @property
    def correction(self) -> Correction | None:
        """The correction, where it is one."""
        return self.revision if isinstance(self.revision, Correction) else None

    @property
    def label(self) -> str:
        return self.entry.label if isinstance(self.entry, Record) else "Home page"

    @property
    def page(self) -> str:
        """The Markdown page that tells it."""
        return page_path(self.entry) if isinstance(self.entry, Record) else FIRST_PAGE


def list_revisions(graph: Graph) -> tuple[RevisionEntry, ...]:
    """Those of one day as pages list their records; a draft's are left out, since readers see none of it."""
    dossier = graph.dossier
    found = (
        RevisionEntry(entry, revision)
        for entry in (dossier.settings, *graph.visible, *graph.withdrawn)
        for _, revision in reversed(iter_revisions(entry))
    )
    return tuple(sorted(found, key=lambda one: one.revision.date, reverse=True))
