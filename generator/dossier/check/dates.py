"""Every date of a record with its basis: what the rules about dates share."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.detect.dates import find_dates
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.kinds.event import Event
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis, Record


class DatedValue(NamedTuple):
    """A date of a record: `path` leads to what holds `date` and `basis`."""

    record: Record
    path: FieldPath
    date: Edtf
    basis: DateBasis | None


def iter_dates(graph: Graph) -> Iterator[DatedValue]:
    """Every date of every record."""
    for record in graph.dossier.records:
        if isinstance(record, Event) and record.date is not None:
            yield DatedValue(record, (), record.date, record.basis)
        yield from (DatedValue(record, path, part.date, part.basis) for path, part in record.dated_fields)


def has_year(phrase: str) -> bool:
    """Whether a phrase tells its year, so that it needs nothing to be reckoned from."""
    return any(mention.year is not None for mention in find_dates(phrase))


def anchor_date(graph: Graph, basis: DateBasis) -> Edtf | None:
    """The date of the source or event that a phrase is reckoned from."""
    record = graph.dossier.by_key.get(basis.anchor or "")
    if isinstance(record, Source):
        return record.published.date if record.published else None
    return record.date if isinstance(record, Event) else None
