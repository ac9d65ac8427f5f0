"""The tables as one SQLite database, with full-text search and views, made in memory: equal input gives equal bytes."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any

from dossier.export.sqlite_bytes import canonical
from dossier.export.sqlite_views import INDEXES, TOKENIZER, VIEWS, Index, View
from dossier.export.table import Cell, Column, Row, Table
from dossier.export.tables import tables
from dossier.link import Graph
from dossier.model.edition import Edition
from dossier.model.output import Output

PATH = "data/dossier.sqlite"
SAYS = (
    "the same tables as one SQLite database, with foreign keys, full-text search (`records_fts`, `passages_fts`; "
    "`Guaido` finds `Guaidó`), and views that answer what is often asked: `evidence`, `number_passages`, `timeline`, "
    "`who_said_what`, `positions`, `relations`. Datasette shows it in a browser: `datasette data/dossier.sqlite`."
)
EXAMPLE = """\
import sqlite3

dossier = sqlite3.connect("file:data/dossier.sqlite?mode=ro", uri=True)
for figure, words, chain in dossier.execute("SELECT figure, exact, chain FROM number_passages LIMIT 3"):
    print(figure, words, chain, sep=" | ")

found = "SELECT label, url FROM records WHERE rowid IN (SELECT rowid FROM records_fts('soldiers OR dockers'))"
print(dossier.execute(found).fetchall()[:3])
"""
APPLICATION = int.from_bytes(b"DOSS")
VERSION = 1
"""Of the format, as in `dossier/2`."""
PAGE = 4096
SETTINGS = (
    ("page_size", PAGE),
    ("encoding", "'UTF-8'"),
    ("secure_delete", "ON"),  # So that fragments between cells are zero, which `canonical` cannot tell from cells.
    ("application_id", APPLICATION),
    ("user_version", VERSION),
)
LARGEST = 2**63 - 1


def export(graph: Graph, edition: Edition) -> Iterator[Output]:
    """The one file."""
    yield Output(PATH, database(tables(graph)))


def database(made: Iterable[Table]) -> bytes:
    """A database of these tables."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for name, value in SETTINGS:
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute("BEGIN")
        for table in made:
            connection.execute(_schema(table))
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({places})", _rows(table))
        for statement in (*map(_index, INDEXES), *map(_filled, INDEXES), *map(_view, VIEWS)):
            connection.execute(statement)
        connection.execute("COMMIT")
        return canonical(connection.serialize(), PAGE)


def _schema(table: Table) -> str:
    lines = [*map(_column, table.columns), f"PRIMARY KEY {_listed(table.key)}"]
    lines += [
        f"FOREIGN KEY {_listed(one.columns)} REFERENCES {_quoted(one.table)} {_listed(one.others)}"
        for one in table.foreign
    ]
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {_quoted(table.name)} (\n  {inner}\n)"


def _column(column: Column) -> str:
    """A number has no type of SQLite's, which would round it."""
    kind = {"number": "", "integer": " INTEGER", "boolean": " INTEGER"}.get(column.type, " TEXT")
    return f"{_quoted(column.name)}{kind}{' NOT NULL' if column.required else ''}"


def _index(index: Index) -> str:
    columns = ", ".join(index.columns)
    return f"CREATE VIRTUAL TABLE {index.name} USING fts5({columns}, content=\"{index.table}\", tokenize='{TOKENIZER}')"


def _filled(index: Index) -> str:
    return f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')"


def _view(view: View) -> str:
    return f"CREATE VIEW {view.name} AS -- {view.says}{view.query.rstrip()}"


def _listed(names: Iterable[str]) -> str:
    return f"({', '.join(map(_quoted, names))})"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _rows(table: Table) -> Iterable[Row]:
    numbers = {at for at, column in enumerate(table.columns) if column.type == "number"}
    if not numbers:
        return table.rows
    return ([_number(cell) if at in numbers else cell for at, cell in enumerate(row)] for row in table.rows)


def _number(cell: Cell) -> Any:
    """A decimal as the integer or the float that it is; as text, where it is neither."""
    if not isinstance(cell, Decimal):
        return cell
    if cell == cell.to_integral_value() and abs(cell) <= LARGEST:
        return int(cell)
    return float(cell) if Decimal(repr(float(cell))) == cell else format(cell, "f")
