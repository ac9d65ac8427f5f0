"""The tables as one SQLite database, with full-text indexes, and views for frequent questions.

The database is written with the standard library. sqlite-utils gives equal rows, but it refuses a foreign key to a
table that does not exist yet (sources and actors refer to each other), has no column type that leaves numbers as they
are, and takes 3.5 times as long; it would replace about 25 lines.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dossier.export.columns import Cell, Column, Row, Table
from dossier.export.tables import iter_tables
from dossier.graph import Graph
from dossier.io.atomic_write import temporary_folder
from dossier.io.files import read_pieces
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop

PATH = "data/dossier.sqlite"
MEDIA_TYPE = "application/vnd.sqlite3"
DESCRIPTION = gettext_noop(
    "the same tables as one SQLite database, with foreign keys, full-text search (`records_fts`, `statements_fts`, "
    "`passages_fts`; `Guaido` finds `Guaidó`), and views for frequent questions: `claims`, `evidence`, "
    "`number_passages`, `timeline`, `who_said_what`, `positions`, `relations`. Datasette shows it in a browser: "
    "`datasette data/dossier.sqlite`."
)
EXAMPLE = """\
import sqlite3

dossier = sqlite3.connect("file:data/dossier.sqlite?mode=ro", uri=True)
for figure, words, attribution in dossier.execute("SELECT figure, exact, attribution FROM number_passages LIMIT 3"):
    print(figure, words, attribution, sep=" | ")

search = "SELECT label, url FROM records WHERE rowid IN (SELECT rowid FROM records_fts('soldiers OR dockers'))"
print(dossier.execute(search).fetchall()[:3])
"""
APPLICATION_ID = int.from_bytes(b"DOSS")
FORMAT_VERSION = 2
TOKENIZER = "unicode61 remove_diacritics 2"
"""FTS5's words, without case and diacritics: `Guaido` finds `Guaidó`."""
MAX_INTEGER = 2**63 - 1
CHANGING_FIELDS = (slice(24, 28), slice(92, 100))
"""The fields of the header that say how often, and by which release of SQLite, a file was changed; we leave them 0."""


class _Index(NamedTuple):
    """A full-text index of columns of a table; Datasette uses it to search the table."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name by which Datasette finds the index."""
        return f"{self.table}_fts"


class _View(NamedTuple):
    """A frequent question, and the query that answers it."""

    name: str
    question: str
    query: str


INDEXES = (
    _Index("records", ("label", "names", "summary")),
    _Index("statements", ("text",)),
    _Index("passages", ("exact",)),
)
VIEWS = (
    _View(
        "claims",
        "What does the dossier say, on whose word, and in which words?",
        """
        SELECT records.label, statements.text, statements.by, statements.documents, statements.origins,
               evidence.exact, evidence.attribution, statements.url, statements.id AS statement, evidence.passage
        FROM statements LEFT JOIN records ON records.key = statements.record
        LEFT JOIN statement_evidence ON statement_evidence.statement = statements.id
        LEFT JOIN evidence ON evidence.passage = statement_evidence.passage
        ORDER BY statements.id, statement_evidence.ordinal
        """,
    ),
    _View(
        "evidence",
        "Which words is a record based on, who relayed them, and how reliable is their source?",
        """
        SELECT records.key AS record, records.label, passages.exact, passages.source, sources.title,
               sources.grade_letter, passages.source || coalesce(' → ' || (
                   SELECT group_concat(via, ' → ')
                   FROM (SELECT via FROM passage_via WHERE passage = passages.id ORDER BY ordinal)
               ), '') AS attribution,
               passages.file, passages.start, passages."end", records.url, passages.id AS passage
        FROM passages JOIN records ON records.key = passages.record JOIN sources ON sources.id = passages.source
        """,
    ),
    _View(
        "number_passages",
        "How many, said by whom, in which words?",
        """
        SELECT numbers.id AS number, records.label AS figure, numbers.qualifier, numbers.value, numbers.min,
               numbers.max, numbers.unit, numbers.measure_what AS what, numbers.as_of_date AS as_of, numbers.status,
               evidence.exact, evidence.attribution, records.documents, records.origins, records.url
        FROM numbers JOIN records ON records.key = numbers.key LEFT JOIN evidence ON evidence.record = numbers.key
        ORDER BY numbers.measure_what, numbers.id, evidence.passage
        """,
    ),
    _View(
        "timeline",
        "What happened when?",
        """
        SELECT date_earliest, date_latest, date_start, date_end, date, title, status, place, documents, origins,
               events.url
        FROM events JOIN records USING (key)
        ORDER BY date_earliest IS NULL, date_earliest, date_latest IS NULL, date_latest, events.id
        """,
    ),
    _View(
        "who_said_what",
        "Who said what, and when?",
        """
        SELECT actors.name AS speaker, (SELECT group_concat(value, ' … ') FROM json_each(quotes.words)) AS words,
               quotes.said_date AS said, quotes.form, records.documents, records.origins, records.url
        FROM quotes JOIN records USING (key) LEFT JOIN actors ON actors.id = quotes.speaker
        ORDER BY quotes.speaker, quotes.said_date, quotes.id
        """,
    ),
    _View(
        "positions",
        "What do the sources answer differently?",
        """
        SELECT disagreements.question, disagreement_positions.statement,
               disagreements.assessment, disagreements.confidence, disagreements.url
        FROM disagreement_positions JOIN disagreements ON disagreements.id = disagreement_positions.disagreement
        ORDER BY disagreements.id, disagreement_positions.ordinal
        """,
    ),
    _View(
        "relations",
        "Who has which relationship with whom?",
        """
        SELECT actors.name AS actor, actor_relations.type, others.name AS other, actors.url
        FROM actor_relations JOIN actors ON actors.id = actor_relations.actor
        JOIN actors AS others ON others.id = actor_relations."to" ORDER BY actors.id, actor_relations.ordinal
        """,
    ),
)


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the database; equal tables give equal bytes with one release of SQLite."""
    yield OutputFile(PATH, partial(_database, graph, publication))


def _database(graph: Graph, publication: PublishContext) -> Iterator[bytes]:
    """Yield the bytes of the database, which is made in a temporary file: in memory it would be there twice."""
    with temporary_folder() as folder:
        file = folder / "dossier.sqlite"
        _write_database(iter_tables(graph, publication), file)
        pieces = read_pieces(file)
        beginning = bytearray(next(pieces))
        for field in CHANGING_FIELDS:
            beginning[field] = bytes(field.stop - field.start)
        yield bytes(beginning)
        yield from pieces


def _write_database(tables: Iterable[Table], file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create_table(table))
            placeholders = ", ".join("?" * len(table.columns))
            rows = _sqlite_rows(table)
            connection.executemany(f"INSERT INTO {_quote(table.name)} VALUES ({placeholders})", rows)
        for index in INDEXES:
            connection.execute(
                f"CREATE VIRTUAL TABLE {index.name} USING fts5({', '.join(index.columns)}, "
                f"content=\"{index.table}\", tokenize='{TOKENIZER}')"
            )
            connection.execute(f"INSERT INTO {index.name}({index.name}) VALUES ('rebuild')")
        for view in VIEWS:
            connection.execute(f"CREATE VIEW {view.name} AS -- {view.question}{view.query.rstrip()}")
        connection.execute("COMMIT")


def _create_table(table: Table) -> str:
    lines = [*map(_column_definition, table.columns), f"PRIMARY KEY {_quote_list(table.key)}"]
    lines += [
        f"FOREIGN KEY {_quote_list(key.columns)} REFERENCES {_quote(key.table)} {_quote_list(key.target_columns)}"
        for key in table.foreign_keys
    ]
    definitions = ",\n  ".join(lines)
    return f"CREATE TABLE {_quote(table.name)} (\n  {definitions}\n)"


def _column_definition(column: Column) -> str:
    """Return the definition of a column. A number has no type: with one, SQLite would round it."""
    type_name = {"number": "", "integer": " INTEGER", "boolean": " INTEGER"}.get(column.type, " TEXT")
    return f"{_quote(column.name)}{type_name}{' NOT NULL' if column.required else ''}"


def _quote(name: str) -> str:
    return f'"{name}"'


def _quote_list(names: Iterable[str]) -> str:
    return f"({', '.join(map(_quote, names))})"


def _sqlite_rows(table: Table) -> Iterable[Sequence[Cell | float]]:
    """Return the rows of a table with values that SQLite knows."""
    numbers = [index for index, column in enumerate(table.columns) if column.type == "number"]
    return _with_numbers(table.rows(), numbers) if numbers else table.rows()


def _with_numbers(rows: Iterable[Row], numbers: Iterable[int]) -> Iterator[Sequence[Cell | float]]:
    for row in rows:
        cells: list[Cell | float] = list(row)
        for index in numbers:
            cells[index] = _sqlite_value(row[index])
        yield cells


def _sqlite_value(cell: Cell) -> str | int | float | None:
    """Return a decimal as the equal integer or float, or as text if there is none; other cells unchanged."""
    if not isinstance(cell, Decimal):
        return cell
    if cell == cell.to_integral_value() and abs(cell) <= MAX_INTEGER:
        return int(cell)
    return float(cell) if Decimal(repr(float(cell))) == cell else format(cell, "f")
