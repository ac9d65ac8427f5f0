"""The whole dossier as tables: one of all records, one a kind, one of all passages, and one for each list.

`records` has what all kinds have, the table of a kind what only that kind has. What records list stands in tables
named after kind and field (`actor_roles`), each row with its place in the list, counted from 0; what all kinds list, in
`about` and `corrections`.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.export.columns import Layout, Reference, array, layout, shape_of, whole
from dossier.export.keys import ID, KEY, KIND, LABEL, ORDINAL, URL, foreign_of
from dossier.export.passage_tables import passage_tables
from dossier.export.table import Cell, Column, Foreign, Table
from dossier.link import Graph
from dossier.link.address import page_of, url_of
from dossier.model.base import Part, RefersTo
from dossier.model.dossier import Side
from dossier.model.kinds import KINDS
from dossier.model.passage import Passage
from dossier.model.record import Record
from dossier.model.revision import Withdrawal

SHARED = tuple(name for name in Record.model_fields if name not in ("passages", "withdrawn"))
"""The fields that all kinds have, but for those with a table made apart."""
CALLED = (KEY, KIND, ID, LABEL, URL)
COUNTED = (
    Column("documents", "integer", "How many documents its evidence stands in.", True),
    Column("origins", "integer", "How many independent origins these have.", True),
)


class _Holders(NamedTuple):
    """Parts that hold lists: the table they stand in, its key as columns, and each part with its cells of that key."""

    table: str
    key: tuple[Column, ...]
    called: tuple[str, ...]
    parts: Sequence[tuple[tuple[Cell, ...], Part]]


@lru_cache(maxsize=1)
def tables(graph: Graph) -> tuple[Table, ...]:
    """Every table, those that others refer to first."""
    made = [_records(graph), _sides(graph), *passage_tables(graph)]
    for kind in KINDS:
        listed = graph.by_kind.get(kind.plural, ())
        made.append(_kind(kind, listed))
        holders = [((record.id,), record) for record in listed]
        made.extend(_lists(_Holders(kind.plural, (ID,), (kind.singular,), holders), kind, _own(kind), kind.singular))
    everyone = _Holders("records", (KEY,), ("record",), [((record.key,), record) for record in graph.shown])
    made.extend(_lists(everyone, Record, SHARED, ""))
    return (*made, _withdrawn(graph))


def _records(graph: Graph) -> Table:
    says = "every record: what it is called, and what all kinds have"
    names = Column("names", "array", "What else it is called.")
    given = layout(Record, SHARED)
    rows = [
        (*_called(one), array(getattr(one, "aliases", ())), *given.cells(one), *_counts(graph, one))
        for one in graph.shown
    ]
    columns = (*CALLED, names, *given.columns, *COUNTED)
    return Table("records", says, columns, ("key",), (), rows)


def _counts(graph: Graph, record: Record) -> tuple[int, int]:
    told = graph.corroboration_of(record)
    return len(told.documents), len(told.origins)


def _called(record: Record) -> tuple[Cell, ...]:
    return record.key, record.singular, record.id, record.label, url_of(page_of(record))


def _sides(graph: Graph) -> Table:
    given = whole(Side)
    rows = [given.cells(side) for side in graph.dossier.settings.sides]
    return Table("sides", "the sides of the story", given.columns, ("id",), (), rows)


def _kind(kind: type[Record], listed: Iterable[Record]) -> Table:
    given = layout(kind, _own(kind))
    columns = tuple(one._replace(name="original_url") if one.name == "url" else one for one in given.columns)
    rows = [(one.id, one.key, *given.cells(one), url_of(page_of(one))) for one in listed]
    foreign = [Foreign(("key",), "records", ("key",)), *foreign_of(given.references)]
    if "side" in kind.model_fields:
        foreign.append(Foreign(("side",), "sides", ("id",)))
    return Table(kind.plural, f"every {kind.singular}", (ID, KEY, *columns, URL), ("id",), tuple(foreign), rows)


def _own(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in Record.model_fields)


def _lists(holders: _Holders, part: type[Part], fields: Iterable[str], name: str) -> Iterator[Table]:
    """A table for each of these fields that needs one, and for those of the parts in it."""
    for field in fields:
        shape = shape_of(part.model_fields[field])
        if shape.tabled and shape.type is not Passage:
            yield from _list(holders, part, field, f"{name}_{field}".strip("_"))


def _list(holders: _Holders, part: type[Part], field: str, name: str) -> Iterator[Table]:
    shape = shape_of(part.model_fields[field])
    keys = tuple(column._replace(name=called) for column, called in zip(holders.key, holders.called, strict=True))
    parent = Foreign(holders.called, holders.table, tuple(column.name for column in holders.key))
    given = _of_references(field, part, shape.refers) if shape.refers else whole(shape.type)
    items = [
        ((*cells, ordinal), item)
        for cells, holder in holders.parts
        for ordinal, item in enumerate(getattr(holder, field))
    ]
    columns, key = (*keys, ORDINAL, *given.columns), (*holders.called, ORDINAL.name)
    says = f"`{field}` of {'every record' if holders.table == 'records' else holders.table.replace('_', ' ')}, in order"
    rows = [(*cells, *given.cells(item)) for cells, item in items]
    yield Table(name, says, columns, key, (parent, *foreign_of(given.references)), rows)
    if not shape.refers:
        inner = _Holders(name, (*keys, ORDINAL), (*holders.called, f"{field}_{ORDINAL.name}"), items)
        yield from _lists(inner, shape.type, shape.type.model_fields, name)


def _of_references(field: str, part: type[Part], refers: RefersTo) -> Layout:
    column = Column(field, "string", part.model_fields[field].description or "", True)
    return Layout((column,), (Reference(field, refers.kinds),), lambda item: [item])


def _withdrawn(graph: Graph) -> Table:
    given = whole(Withdrawal)
    rows = [
        (*_called(one), *given.cells(one.withdrawn)) for one in sorted(graph.dossier.withdrawn, key=lambda one: one.key)
    ]
    says = "the records that are claimed no longer, which stand in no other table"
    return Table("withdrawn", says, (*CALLED, *given.columns), ("key",), (), rows)
