"""The columns by which tables are joined, and the keys that join them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.export.columns import (
    Cell,
    Column,
    ColumnLayout,
    ForeignKey,
    ReferenceColumn,
    Table,
    all_columns,
    array,
    column_layout,
    value_shape,
)
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.base import Model, Ref
from dossier.model.citation import Citation
from dossier.model.dossier import Side
from dossier.model.kinds import KINDS
from dossier.model.passage import Passage
from dossier.model.record import Record
from dossier.model.revision import Withdrawal

PLURALS = {kind.singular: kind.plural for kind in KINDS}
KEY = Column("key", "string", "What references name it by, as `actor:eva-holm`.", True)
ID = Column("id", "string", "Its id, unique within its kind.", True)
URL = Column("url", "string", "Its page, from the site's root.", True)
LABEL = Column("label", "string", "What a link to it says.", True)
KIND = Column("kind", "string", "Its kind.", True, tuple(kind.singular for kind in KINDS))
RECORD = Column("record", "string", "The record.", True)
ORDINAL = Column("ordinal", "integer", "Its place in the list, from 0.", True)


def foreign_of(references: Iterable[ReferenceColumn]) -> Iterator[ForeignKey]:
    """Where references lead; not those to a record of one of several kinds, which no one key can say."""
    for column, kinds in references:
        if not kinds:
            yield ForeignKey((column,), "records", (KEY.name,))
        elif len(kinds) == 1:
            yield ForeignKey((column,), PLURALS[kinds[0]], (ID.name,))


def passage_tables(graph: Graph) -> Iterator[Table]:
    """Every passage with where it stands, in the order of records; then the links."""
    given = column_layout(Passage, ("source", "exact", "prefix", "suffix"))
    columns = (
        Column("id", "integer", "Its number in this table, from 1.", True),
        RECORD,
        Column("path", "string", "The way to it within the record: `passages.0`, or `roles.1.passages.0`.", True),
        *given.columns,
        Column("file", "string", "The file in `seeds/` that the words stand in.", True),
        Column("start", "integer", "The first code point of the words in the file's text.", True),
        Column("end", "integer", "The code point after the last one.", True),
    )
    cited = list(enumerate((one for record in graph.visible for one in graph.citations_of(record)), 1))
    rows = [
        (number, one.record.key, ".".join(map(str, one.path)), *_words(graph, one), *one.span) for number, one in cited
    ]
    foreign = (ForeignKey(("record",), "records", ("key",)), *foreign_of(given.references))
    yield Table("passages", "every passage, where it stands", columns, ("id",), foreign, rows)
    chained = ((number, at, link) for number, one in cited for at, link in enumerate(one.passage.via))
    yield _via(graph, chained)


def _words(graph: Graph, citation: Citation) -> tuple[Cell, ...]:
    passage = citation.passage
    return passage.source, graph.passage_text(citation), passage.prefix, passage.suffix


def _via(graph: Graph, chained: Iterable[tuple[int, int, str]]) -> Table:
    """The links of the chains. One may be a source or an actor, or `unidentified`: no record."""
    columns = (
        Column("passage", "integer", "The passage.", True),
        ORDINAL,
        Column("via", "string", "The link, as its passage names it.", True),
        RECORD._replace(says="The source or actor it is; none where it is `unidentified`.", required=False),
    )
    keys = ((number, at, link, graph.party_key(link)) for number, at, link in chained)
    rows = [(number, at, link, key if key in graph.visible_keys else None) for number, at, link, key in keys]
    foreign = (ForeignKey(("passage",), "passages", ("id",)), ForeignKey(("record",), "records", ("key",)))
    says = "the links of each passage's chain, from the document held back to who said it"
    return Table("passage_via", says, columns, ("passage", "ordinal"), foreign, rows)


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
    parts: Sequence[tuple[tuple[Cell, ...], Model]]


@lru_cache(maxsize=1)
def tables(graph: Graph) -> tuple[Table, ...]:
    """Every table, those that others refer to first."""
    made = [_records(graph), _sides(graph), *passage_tables(graph)]
    for kind in KINDS:
        listed = graph.by_kind.get(kind.plural, ())
        made.append(_kind(kind, listed))
        holders = [((record.id,), record) for record in listed]
        made.extend(
            _lists(_Holders(kind.plural, (ID,), (kind.singular,), holders), kind, _kind_fields(kind), kind.singular)
        )
    everyone = _Holders("records", (KEY,), ("record",), [((record.key,), record) for record in graph.visible])
    made.extend(_lists(everyone, Record, SHARED, ""))
    return (*made, _withdrawn(graph))


def _records(graph: Graph) -> Table:
    says = "every record: what it is called, and what all kinds have"
    names = Column("names", "array", "What else it is called.")
    given = column_layout(Record, SHARED)
    rows = [
        (*_called(one), array(getattr(one, "aliases", ())), *given.cells(one), *_counts(graph, one))
        for one in graph.visible
    ]
    columns = (*CALLED, names, *given.columns, *COUNTED)
    return Table("records", says, columns, ("key",), (), rows)


def _counts(graph: Graph, record: Record) -> tuple[int, int]:
    told = graph.corroboration_of(record)
    return len(told.sources), len(told.origins)


def _called(record: Record) -> tuple[Cell, ...]:
    return record.key, record.singular, record.id, record.label, page_url(page_path(record))


def _sides(graph: Graph) -> Table:
    given = all_columns(Side)
    rows = [given.cells(side) for side in graph.dossier.settings.sides]
    return Table("sides", "the sides of the story", given.columns, ("id",), (), rows)


def _kind(kind: type[Record], listed: Iterable[Record]) -> Table:
    given = column_layout(kind, _kind_fields(kind))
    columns = tuple(one._replace(name="original_url") if one.name == "url" else one for one in given.columns)
    rows = [(one.id, one.key, *given.cells(one), page_url(page_path(one))) for one in listed]
    foreign = [ForeignKey(("key",), "records", ("key",)), *foreign_of(given.references)]
    if "side" in kind.model_fields:
        foreign.append(ForeignKey(("side",), "sides", ("id",)))
    return Table(kind.plural, f"every {kind.singular}", (ID, KEY, *columns, URL), ("id",), tuple(foreign), rows)


def _kind_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in Record.model_fields)


def _lists(holders: _Holders, part: type[Model], fields: Iterable[str], name: str) -> Iterator[Table]:
    """A table for each of these fields that needs one, and for those of the parts in it."""
    for field in fields:
        shape = value_shape(part.model_fields[field])
        if shape.needs_own_table and shape.type is not Passage:
            yield from _list(holders, part, field, f"{name}_{field}".strip("_"))


def _list(holders: _Holders, part: type[Model], field: str, name: str) -> Iterator[Table]:
    shape = value_shape(part.model_fields[field])
    keys = tuple(column._replace(name=called) for column, called in zip(holders.key, holders.called, strict=True))
    parent = ForeignKey(holders.called, holders.table, tuple(column.name for column in holders.key))
    given = _of_references(field, part, shape.refers) if shape.refers else all_columns(shape.type)
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


def _of_references(field: str, part: type[Model], refers: Ref) -> ColumnLayout:
    column = Column(field, "string", part.model_fields[field].description or "", True)
    return ColumnLayout((column,), (ReferenceColumn(field, refers.kinds),), lambda item: [item])


def _withdrawn(graph: Graph) -> Table:
    given = all_columns(Withdrawal)
    rows = [
        (*_called(one), *given.cells(one.withdrawn)) for one in sorted(graph.dossier.withdrawn, key=lambda one: one.key)
    ]
    says = "the records that are claimed no longer, which stand in no other table"
    return Table("withdrawn", says, (*CALLED, *given.columns), ("key",), (), rows)
