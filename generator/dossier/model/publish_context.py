"""An publication: when and where the pages of a dossier are published, which none of its records tells."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from dossier.model.record import Record


class FileHistory(NamedTuple):
    """The days on which a record's file came and last changed; `added` is None where the history does not reach."""

    added: date | None
    changed: date


class PublishContext(NamedTuple):
    """The day of the content, None where nothing tells it; the site's address with its last `/`, or nothing.

    `history` has what the commits tell of each record's file, by its kind and id, as `actors/juan-guaido`.
    """

    published_on: date | None = None
    site_url: str = ""
    history: Mapping[str, FileHistory] = MappingProxyType({})

    def changed_on(self, record: Record) -> date | None:
        """The day of the last commit that touched the record's file; None where no history tells it."""
        touched = self.history.get(f"{record.plural}/{record.id}")
        return touched.changed if touched else None

    def added_on(self, record: Record) -> date | None:
        """The day on which the record came, under whichever of its ids; None where no history tells it."""
        ids = (record.id, *record.formerly)
        days = [self.history[key].added for id in ids if (key := f"{record.plural}/{id}") in self.history]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None


NO_CONTEXT = PublishContext()
"""What is published where nothing tells when and where."""
