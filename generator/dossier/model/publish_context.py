"""The publish context: when and where a dossier is published, and when its files changed, which no record stores."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dossier.model.record import Record
from dossier.model.repository import Repository


class FileHistory(NamedTuple):
    """The days on which a record's file was added and last changed; `added` is None if the history is cut off."""

    added: date | None
    changed: date


class PublishContext(NamedTuple):
    """When and where a dossier is published, and where its files come from.

    `published_on` is the date of the content, `site_url` has a `/` at its end, and `repository` is where editors
    change it; they are None or "" if they are not known. `history` has the history of each record's file that git
    knows, by folder and id, such as `actors/juan-guaido`.
    """

    published_on: date | None = None
    site_url: str = ""
    history: Mapping[str, FileHistory] = MappingProxyType({})
    repository: Repository | None = None

    def changed_on(self, record: Record) -> date | None:
        """Return the day of the last commit that changed the record's file; None if there is no history of it."""
        history = self.history.get(f"{record.plural}/{record.id}")
        return history.changed if history else None

    def added_on(self, record: Record) -> date | None:
        """Return the day on which the record was added, under its id or a former one; None if it is unknown."""
        keys = [f"{record.plural}/{id}" for id in (record.id, *record.formerly)]
        added = [self.history[key].added for key in keys if key in self.history]
        days = [day for day in added if day is not None]
        return min(days) if days and len(days) == len(added) else None


NO_CONTEXT = PublishContext()
"""The context if neither the date nor the URL is known."""
