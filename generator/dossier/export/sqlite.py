"""What the database is made of beside its tables: two full-text indexes, and views that answer what is often asked."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any, NamedTuple

from dossier.export.columns import Cell, Column, Row, Table
from dossier.export.sqlite_bytes import canonical
from dossier.export.tables import tables
from dossier.graph import Graph
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

TOKENIZER = "unicode61 remove_diacritics 2"
"""FTS5's own words, of which each letter is taken without its diacritics: `Guaido` finds `Guaidó`."""


class Index(NamedTuple):
    """A full-text index of some columns of a table; Datasette searches the table by it."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """As Datasette and others call it."""
        return f"{self.table}_fts"


class View(NamedTuple):
    """A question, and the query that answers it."""

    name: str
    says: str
    query: str


INDEXES = (Index("records", ("label", "names", "summary")), Index("passages", ("exact",)))
VIEWS = (
    View(
        "evidence",
        "Which words does a record rest on, who relayed them, and how reliable is their source?",
        """
        SELECT records.key AS record, records.label, passages.exact, passages.source, sources.title,
               sources.grade_letter, passages.source || coalesce(' → ' || (
                   SELECT group_concat(via, ' → ')
                   FROM (SELECT via FROM passage_via WHERE passage = passages.id ORDER BY ordinal)
               ), '') AS chain,
               passages.file, passages.start, passages."end", records.url, passages.id AS passage
        FROM passages JOIN records ON records.key = passages.record JOIN sources ON sources.id = passages.source
        """,
    ),
    View(
        "number_passages",
        "How many, said by whom, in which words?",
        """
        SELECT numbers.id AS number, records.label AS figure, numbers.qualifier, numbers.value, numbers.min,
               numbers.max, numbers.unit, numbers.measure_what AS what, numbers.as_of_date AS as_of, numbers.status,
               evidence.exact, evidence.chain, records.documents, records.origins, records.url
        FROM numbers JOIN records ON records.key = numbers.key LEFT JOIN evidence ON evidence.record = numbers.key
        ORDER BY numbers.measure_what, numbers.id, evidence.passage
        """,
    ),
    View(
        "timeline",
        "What happened when?",
        """
        SELECT date_earliest, date_latest, date, title, status, place, documents, origins, events.url
        FROM events JOIN records USING (key)
        ORDER BY date_earliest IS NULL, date_earliest, date_latest IS NULL, date_latest, events.id
        """,
    ),
    View(
        "who_said_what",
        "Who said what, and when?",
        """
        SELECT actors.name AS speaker, (SELECT group_concat(value, ' … ') FROM json_each(quotes.words)) AS words,
               quotes.said_date AS said, quotes.form, records.documents, records.origins, records.url
        FROM quotes JOIN records USING (key) LEFT JOIN actors ON actors.id = quotes.speaker
        ORDER BY quotes.speaker, quotes.said_date, quotes.id
        """,
    ),
    View(
        "positions",
        "What do the sources answer differently, and what does each answer rest on?",
        """
        SELECT disagreements.question, disagreement_positions.statement, (
                   SELECT group_concat(rests_on, ' ') FROM (
                       SELECT rests_on FROM disagreement_positions_rests_on AS rests
                       WHERE rests.disagreement = disagreements.id
                       AND rests.positions_ordinal = disagreement_positions.ordinal
                       ORDER BY rests.ordinal
                   )
               ) AS rests_on, disagreements.assessment, disagreements.confidence, disagreements.url
        FROM disagreement_positions JOIN disagreements ON disagreements.id = disagreement_positions.disagreement
        ORDER BY disagreements.id, disagreement_positions.ordinal
        """,
    ),
    View(
        "relations",
        "Who stands how to whom?",
        """
        SELECT one.name AS actor, actor_relations.type, other.name AS other, one.url
        FROM actor_relations JOIN actors AS one ON one.id = actor_relations.actor
        JOIN actors AS other ON other.id = actor_relations."to" ORDER BY one.id, actor_relations.ordinal
        """,
    ),
)


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


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The one file."""
    yield OutputFile(PATH, database(tables(graph)))


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
