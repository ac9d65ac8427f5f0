"""The dates of records with their bases, for the rules about dates."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.finding import Location
from dossier.model.kinds.event import Event
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis, Record


class DatedValue(NamedTuple):
    """A date of a record; `path` leads to the mapping that has the keys `date` and `basis`."""

    record: Record
    path: FieldPath
    date: Edtf
    basis: DateBasis | None

    @property
    def phrase(self) -> str | None:
        return self.basis.phrase if self.basis else None

    def location(self, *keys: str) -> Location:
        """Return the location of the value at these keys: `date`, or `basis` and a key of it."""
        return self.record.location(*self.path, *keys)


def iter_dates(graph: Graph) -> Iterator[DatedValue]:
    """Yield every date of every record."""
    for record in graph.dossier.records:
        if isinstance(record, Event) and record.date is not None:
            yield DatedValue(record, (), record.date, record.basis)
        for path, field in record.dated_fields:
            yield DatedValue(record, path, field.date, field.basis)


def anchor_date(graph: Graph, basis: DateBasis) -> Edtf | None:
    """Return the date of the source or event that a phrase is relative to; None if it has none."""
    record = graph.dossier.by_key.get(basis.anchor or "")
    if isinstance(record, Source):
        return record.published.date if record.published else None
    return record.date if isinstance(record, Event) else None
