"""The tables of a dossier: one per kind of record, one per list within records, and those that all kinds share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, get_args

from dossier.export.columns import (
    Cell,
    Column,
    ColumnLayout,
    ForeignKey,
    ReferenceColumn,
    Row,
    Table,
    all_columns,
    column_layout,
    json_array,
    value_shape,
)
from dossier.export.credits import dossier_data
from dossier.export.plain_prose import PlainText, plain_prose
from dossier.export.statement_entries import statement_entry
from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.graph.text_parts import passage_url
from dossier.graph.urls import page_path, page_url
from dossier.model.base import Author, Model, Ref
from dossier.model.citation import Citation
from dossier.model.dossier import Side
from dossier.model.kinds import KINDS
from dossier.model.passage import Passage
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.model.record import Record, Withdrawal
from dossier.text.serialize import json_line

KEY = Column("key", "string", "The name by which references refer to it, such as `actor:eva-holm`.", True)
ID = Column("id", "string", "Its id, unique within its kind.", True)
URL = Column("url", "string", "Its page; from the site's root unless the site's address is known.", True)
LABEL = Column("label", "string", "The text of a link to it.", True)
KIND = Column("kind", "string", "Its kind.", True, tuple(kind.singular for kind in KINDS))
RECORD = Column("record", "string", "The record.", True)
ORDINAL = Column("ordinal", "integer", "Its place in the list, from 0.", True)
IDENTITY = (KEY, KIND, ID, LABEL, URL)
"""Columns that identify a record of any kind."""
COUNTS = (
    Column("documents", "integer", "The number of sources that its passages are from.", True),
    Column("origins", "integer", "The number of independent origins of these sources.", True),
)
SHARED_FIELDS = tuple(name for name in Record.model_fields if name not in ("passages", "withdrawn"))
"""The fields that all kinds have, without those that have special tables."""
_PLURALS = {kind.singular: kind.plural for kind in KINDS}


_PASSAGE_FIELDS = ("label", "source", "exact", "prefix", "suffix", "via_basis")


class _Parents(NamedTuple):
    """Models with list fields: their table, its key, the names of the key in child tables, and (key cells, model)."""

    table: str
    key: tuple[Column, ...]
    child_names: tuple[str, ...]
    rows: Sequence[tuple[tuple[Cell, ...], Model]]
    plain_text: PlainText


def iter_tables(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[Table]:
    """Yield every table of a dossier, each when it is asked for."""
    plain_text, site_url = plain_prose(graph), publication.site_url
    yield _records_table(graph, site_url)
    yield _dossier_table(graph, publication)
    yield _sides_table(graph)
    yield from _passage_tables(graph, site_url)
    yield from _statement_tables(graph, site_url)
    for kind in KINDS:
        records = graph.by_kind.get(kind.plural, ())
        yield _kind_table(kind, records, plain_text, site_url)
        rows = [((record.id,), record) for record in records]
        parents = _Parents(kind.plural, (ID,), (kind.singular,), rows, plain_text)
        yield from _list_tables(parents, kind, _kind_fields(kind), kind.singular)
    record_rows = [((record.key,), record) for record in graph.visible]
    all_records = _Parents("records", (KEY,), ("record",), record_rows, plain_text)
    yield from _list_tables(all_records, Record, SHARED_FIELDS, "")
    yield _withdrawn_table(graph, site_url)


def _records_table(graph: Graph, site_url: str) -> Table:
    names = Column("names", "array", "Its other names.")
    layout, plain_text = column_layout(Record, SHARED_FIELDS), plain_prose(graph)

    def rows() -> Iterator[Row]:
        for record in graph.visible:
            aliases = json_array(getattr(record, "aliases", ()))
            counts = _count_cells(graph.corroboration_of(record))
            yield *_identity_cells(record, site_url), aliases, *layout.cells(record, plain_text), *counts

    columns = (*IDENTITY, names, *layout.columns, *COUNTS)
    return Table("records", "every record, with the fields that all kinds share", columns, ("key",), (), rows)


def _identity_cells(record: Record, site_url: str) -> tuple[Cell, ...]:
    return record.key, record.singular, record.id, record.label, site_url + page_url(page_path(record))


def _dossier_table(graph: Graph, publication: PublishContext) -> Table:
    """Return the table of what the settings say of the dossier, a field per row."""
    columns = (
        Column("name", "string", "The field, such as `licence`.", True),
        Column("value", "string", "Its text; lists, and the licence with its address, are JSON.", True),
    )

    def rows() -> Iterator[Row]:
        for name, value in dossier_data(graph, publication).items():
            if name != "sides":
                yield name, value if isinstance(value, str) else json_line(value)

    return Table("dossier", "the title, publisher, authors and licence of the dossier", columns, ("name",), (), rows)


def _sides_table(graph: Graph) -> Table:
    layout, plain_text = all_columns(Side), plain_prose(graph)

    def rows() -> Iterator[Row]:
        for side in graph.dossier.settings.sides:
            yield layout.cells(side, plain_text)

    return Table("sides", "the sides of the story", layout.columns, ("id",), (), rows)


def _passage_tables(graph: Graph, site_url: str) -> Iterator[Table]:
    """Yield the passages, in the order of records, then the links of their attribution."""
    layout = column_layout(Passage, _PASSAGE_FIELDS)
    columns = (
        Column("id", "integer", "Its number in this table, from 1.", True),
        RECORD,
        Column("path", "string", "Its path within the record: `passages.0`, or `roles.1.passages.0`.", True),
        *layout.columns,
        Column("file", "string", "The file in `seeds/` that the words are in.", True),
        Column("start", "integer", "The first code point of the words in the file's text.", True),
        Column("end", "integer", "The code point after the last one.", True),
        URL._replace(
            description="Its words in the source's text; from the site's root unless the site's address is known."
        ),
    )
    foreign_keys = (ForeignKey(("record",), "records", ("key",)), *_foreign_keys(layout.references))
    rows = partial(_passage_rows, graph, plain_prose(graph), site_url)
    yield Table("passages", "every passage, with its position", columns, ("id",), foreign_keys, rows)
    yield _via_table(partial(_via_rows, graph))


def _passage_rows(graph: Graph, plain_text: PlainText, site_url: str) -> Iterator[Row]:
    layout, exact = column_layout(Passage, _PASSAGE_FIELDS), _PASSAGE_FIELDS.index("exact")
    for number, citation in enumerate(_citations(graph), 1):
        passage, path = citation.passage, ".".join(map(str, citation.path))
        cells = layout.cells(passage, plain_text)
        cells[exact] = graph.passage_text(citation)  # As the text has it.
        url = site_url + passage_url(graph, *citation.place)
        yield number, citation.record.key, path, *cells, *citation.span, url


def _via_rows(graph: Graph) -> Iterator[Row]:
    for number, citation in enumerate(_citations(graph), 1):
        for ordinal, link in enumerate(citation.passage.via):
            key = graph.party_key(link)
            yield number, ordinal, link, key if key in graph.visible_keys else None


def _citations(graph: Graph) -> Iterator[Citation]:
    """Yield the passages in the order of their table."""
    return (citation for record in graph.visible for citation in graph.citations_of(record))


def _statement_tables(graph: Graph, site_url: str) -> Iterator[Table]:
    """Yield the statements, those of the home page first, then the passages that each is based on."""
    columns = (
        Column("id", "integer", "Its number in this table, from 1.", True),
        RECORD._replace(description="The record; empty for a statement of the home page.", required=False),
        Column("statement", "string", "Its id, unique within its record.", True),
        Column("path", "string", "Its path within the record: `summary`, or `positions.0.statement`.", True),
        Column("text", "string", "Its words, without markup.", True),
        Column("by", "string", "On whose word it is made: the sources' or the editor's.", True, get_args(Author)),
        *COUNTS,
        URL._replace(description="Its address; from the site's root unless the site's address is known."),
    )
    foreign_keys = (ForeignKey(("record",), "records", ("key",)),)
    description = "every statement: one claim of a record or of the home page"
    yield Table("statements", description, columns, ("id",), foreign_keys, partial(_statement_rows, graph, site_url))
    yield _evidence_table(partial(_evidence_rows, graph))


def _statement_rows(graph: Graph, site_url: str) -> Iterator[Row]:
    for number, statement in enumerate(graph.statements, 1):
        key = statement.item.key if isinstance(statement.item, Record) else None
        field, text, documents, origins, url = statement_entry(graph, statement)
        yield number, key, statement.id, field, text, statement.by, documents, origins, site_url + url


def _evidence_rows(graph: Graph) -> Iterator[Row]:
    numbers = {(citation.record.key, citation.path): number for number, citation in enumerate(_citations(graph), 1)}
    for number, statement in enumerate(graph.statements, 1):
        for ordinal, citation in enumerate(statement.citations):
            yield number, ordinal, numbers[citation.record.key, citation.path]


def _evidence_table(rows: Callable[[], Iterable[Row]]) -> Table:
    columns = (
        Column("statement", "integer", "The statement.", True),
        ORDINAL,
        Column("passage", "integer", "The passage, which may be another record's.", True),
    )
    foreign_keys = (ForeignKey(("statement",), "statements", ("id",)), ForeignKey(("passage",), "passages", ("id",)))
    description = "the passages that each statement is based on, in the order of its marks"
    return Table("statement_evidence", description, columns, ("statement", "ordinal"), foreign_keys, rows)


def _count_cells(corroboration: Corroboration) -> tuple[Cell, Cell]:
    """Return the cells of the columns `documents` and `origins`."""
    return len(corroboration.sources), len(corroboration.origins)


def _via_table(links: Callable[[], Iterable[Row]]) -> Table:
    """Return the links of attributions. A link is a source, an actor, or `unidentified`, which is not a record."""
    columns = (
        Column("passage", "integer", "The passage.", True),
        ORDINAL,
        Column("via", "string", "The link, as the passage names it.", True),
        RECORD._replace(description="The source or actor; empty for `unidentified`.", required=False),
    )
    foreign_keys = (ForeignKey(("passage",), "passages", ("id",)), ForeignKey(("record",), "records", ("key",)))
    description = "the links of each passage's attribution, from the source read back to the speaker"
    return Table("passage_via", description, columns, ("passage", "ordinal"), foreign_keys, links)


def _kind_table(kind: type[Record], records: Sequence[Record], plain_text: PlainText, site_url: str) -> Table:
    layout = column_layout(kind, _kind_fields(kind))

    def rows() -> Iterator[Row]:
        for record in records:
            yield record.id, record.key, *layout.cells(record, plain_text), site_url + page_url(page_path(record))

    columns = tuple(
        column._replace(name="original_url") if column.name == "url" else column for column in layout.columns
    )
    foreign_keys = [ForeignKey(("key",), "records", ("key",)), *_foreign_keys(layout.references)]
    if "side" in kind.model_fields:
        foreign_keys.append(ForeignKey(("side",), "sides", ("id",)))
    columns = (ID, KEY, *columns, URL)
    return Table(kind.plural, f"every {kind.singular}", columns, ("id",), tuple(foreign_keys), rows)


def _kind_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in Record.model_fields)


def _list_tables(parents: _Parents, model: type[Model], fields: Iterable[str], prefix: str) -> Iterator[Table]:
    """Yield a table for each field that needs one, and for the fields of its items."""
    for field in fields:
        shape = value_shape(model.model_fields[field])
        if shape.needs_own_table and shape.type is not Passage:
            yield from _list_table(parents, model, field, f"{prefix}_{field}".strip("_"))


def _list_table(parents: _Parents, model: type[Model], field: str, name: str) -> Iterator[Table]:
    shape = value_shape(model.model_fields[field])
    key_columns = tuple(
        column._replace(name=child_name) for column, child_name in zip(parents.key, parents.child_names, strict=True)
    )
    parent_key = ForeignKey(parents.child_names, parents.table, tuple(column.name for column in parents.key))
    layout = _reference_layout(field, model, shape.ref) if shape.ref else all_columns(shape.type)
    items = [
        ((*cells, ordinal), item)
        for cells, parent in parents.rows
        for ordinal, item in enumerate(getattr(parent, field))
    ]

    def rows() -> Iterator[Row]:
        for cells, item in items:
            yield *cells, *layout.cells(item, parents.plain_text)

    columns, key = (*key_columns, ORDINAL, *layout.columns), (*parents.child_names, ORDINAL.name)
    owner = "every record" if parents.table == "records" else parents.table.replace("_", " ")
    foreign_keys = (parent_key, *_foreign_keys(layout.references))
    yield Table(name, f"`{field}` of {owner}, in order", columns, key, foreign_keys, rows)
    if not shape.ref:
        child_names = (*parents.child_names, f"{field}_{ORDINAL.name}")
        children = _Parents(name, (*key_columns, ORDINAL), child_names, items, parents.plain_text)
        yield from _list_tables(children, shape.type, shape.type.model_fields, name)


def _reference_layout(field: str, model: type[Model], ref: Ref) -> ColumnLayout:
    column = Column(field, "string", model.model_fields[field].description or "", True)
    return ColumnLayout((column,), (ReferenceColumn(field, ref.kinds),), lambda item, _: [item])


def _foreign_keys(references: Iterable[ReferenceColumn]) -> Iterator[ForeignKey]:
    """Yield the foreign key of each reference, except those to one of several kinds, which no key can express."""
    for column, kinds in references:
        if not kinds:
            yield ForeignKey((column,), "records", (KEY.name,))
        elif len(kinds) == 1:
            yield ForeignKey((column,), _PLURALS[kinds[0]], (ID.name,))


def _withdrawn_table(graph: Graph, site_url: str) -> Table:
    layout, plain_text = all_columns(Withdrawal), plain_prose(graph)
    records = sorted(graph.dossier.withdrawn, key=lambda record: record.key)

    def rows() -> Iterator[Row]:
        for record in records:
            yield *_identity_cells(record, site_url), *layout.cells(record.withdrawn, plain_text)

    description = "the withdrawn records, which are in no other table"
    return Table("withdrawn", description, (*IDENTITY, *layout.columns), ("key",), (), rows)
