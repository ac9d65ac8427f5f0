"""The columns of the Parquet files, which `dossier export` writes: one schema for every dossier, with a version."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.export.columns import Column
from dossier.graph import Graph
from dossier.model.docs import ColumnDoc, TableDoc
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_document

VERSION = "1"
"""Rises when a column is removed, renamed or changes its type or meaning; new columns may be added at any time."""
PARTITION = "dossier"
"""The column that is in the names of folders: `claims/dossier=port-brenn/part-0.parquet`."""

PATH = "data/parquet.schema.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "the columns of the Parquet files that `dossier export --parquet DIR` writes, with types and descriptions, as "
    "Table Schemas. All dossiers have the same columns, and each has a folder of its own in each table, such as "
    "`claims/dossier=port-brenn`, so that DuckDB, Spark and others read any number of dossiers as one table."
)
EXAMPLE = """\
import json

with open("data/parquet.schema.json", encoding="utf-8") as file:
    schema = json.load(file)
for table in schema["tables"]:
    print(table["name"], [field["name"] for field in table["schema"]["fields"]])

# After `dossier export --parquet lake`, in Python with duckdb:
# duckdb.sql("SELECT dossier, count(*) FROM read_parquet('lake/claims/*/*.parquet') GROUP BY dossier")
"""


class ParquetTable(NamedTuple):
    """A table: a folder with a folder for each dossier. `description` says what a row is."""

    name: str
    description: str
    columns: tuple[Column, ...]


def _date_columns(name: str, description: str) -> tuple[Column, ...]:
    return (
        Column(name, "string", f"{description}, in EDTF."),
        Column(f"{name}_earliest", "date", f"The first day of `{name}`; empty if it is open or unknown."),
        Column(f"{name}_latest", "date", f"The last day of `{name}`; empty if it is open or unknown."),
    )


TITLE = Column("dossier_title", "string", "The title of the dossier.", True)
LANGUAGE = Column("language", "string", "The language of the dossier, as a BCP 47 tag.", True)
DOCUMENTS = Column("documents", "integer", "The number of sources that its passages are from.", True)
ORIGINS = Column("origins", "integer", "The number of independent origins of these sources.", True)
ROOTS = Column(
    "roots", "array", "The keys of the sources and actors that these origins are named after, where they have a name."
)
PAGE = Column("page", "string", "The address of its page, absolute if the site's address is known.", True)

CLAIMS = ParquetTable(
    "claims",
    "A claim: a statement of a record or of the home page, as in `claims.jsonl`.",
    (
        Column("id", "string", "Its id, unique within its dossier.", True),
        Column("text", "string", "Its words, without markup.", True),
        Column("context", "string", "The whole text that it is one statement of, or whose role or relation it is."),
        Column("by", "string", "On whose word it is made: `source` or `editor`.", True, ("source", "editor")),
        Column("record", "string", "The key of its record; empty for the home page."),
        Column("kind", "string", "The kind of its record; `dossier` for the home page.", True),
        Column("label", "string", "The label of its record; for the home page, the title of the dossier.", True),
        Column("field", "string", "Its path within the record: `summary`, or `positions.0.statement`.", True),
        Column("status", "string", "The status of its record, such as `reported`, if its kind has one."),
        *_date_columns("date", "The main date of its record"),
        Column("actors", "array", "The keys of the actors that it, or a field of its record, names."),
        Column("places", "array", "The keys of the places that it, or a field of its record, names."),
        Column("disputed", "boolean", "Whether it is part of a disagreement on more than wording.", True),
        DOCUMENTS,
        ORIGINS,
        ROOTS,
        Column("sources", "array", "The keys of the sources that its passages are from."),
        Column("passages", "array", "The ids of its passages in the table `passages`, in the order of its marks."),
        TITLE,
        LANGUAGE,
        PAGE,
        Column("url", "string", "Its own address, absolute if the site's address is known.", True),
    ),
)
PASSAGES = ParquetTable(
    "passages",
    "A passage of a source, with its exact words and their position.",
    (
        Column("id", "string", "Its id, unique within its dossier: the key of its record, `#` and its path.", True),
        Column("record", "string", "The key of the record that has it.", True),
        Column("source", "string", "The key of its source.", True),
        Column("title", "string", "The title of its source.", True),
        Column("publisher", "string", "The name of the publisher of its source, if it is known."),
        Column("grade", "string", "The reliability of its source, from A to F; empty for one known at second hand."),
        *_date_columns("published", "When its source was published"),
        Column("exact", "string", "Its words, exactly as in the source's text.", True),
        Column("file", "string", "The file in `seeds/` that the words are in.", True),
        Column("start", "integer", "The first code point of the words in the file's text.", True),
        Column("end", "integer", "The code point after the last one.", True),
        Column("via", "array", "The links of its attribution, from the source back to the speaker, as ids."),
        Column("attribution", "array", "The source and the links of its attribution, as names."),
        Column("said_by", "string", "The last of these names: who said the words, as far as is known.", True),
        Column("root", "string", "The key of the source or actor that its origin is named after, if it has a name."),
        Column("translation", "string", "Its translation, if the record has one."),
        Column("url", "string", "The address of the words in the source's text.", True),
    ),
)
RECORDS = ParquetTable(
    "records",
    "A record of any kind, with what all kinds share.",
    (
        Column("key", "string", "Its kind and id, by which claims and passages name it: `actor:eva-holm`.", True),
        Column("kind", "string", "Its kind.", True),
        Column("id", "string", "Its id, unique within its kind.", True),
        Column("label", "string", "The text of a link to it.", True),
        Column("names", "array", "The other names of an actor or a place."),
        Column("same_as", "array", "What it is called elsewhere, such as `wikidata:Q717`."),
        Column(
            "identity",
            "string",
            "What it is called in all dossiers: the first of `same_as`, Wikidata before others, else `original_url`, "
            "else dossier and key, as in `port-brenn/actor:eva-holm`.",
            True,
        ),
        Column("country", "string", "Of an actor or a place, the country's code, ISO 3166-1 alpha-2."),
        Column("summary", "string", "Its summary, without markup.", True),
        *_date_columns("date", "Its main date"),
        Column("original_url", "string", "Of a source, the address where it was published."),
        Column("publisher", "string", "Of a source, the key of the actor that published it."),
        Column("about", "array", "The keys of the records that it is about."),
        DOCUMENTS,
        ORIGINS,
        ROOTS,
        TITLE,
        LANGUAGE,
        PAGE,
    ),
)
PARQUET_TABLES = (CLAIMS, PASSAGES, RECORDS)
TABLES = tuple(
    TableDoc(
        f"{table.name}/dossier=…/part-0.parquet",
        table.description,
        tuple(ColumnDoc(column.name, column.type, column.description) for column in table.columns),
    )
    for table in PARQUET_TABLES
)
"""The tables as the data page describes them."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the schema, which is the same for every dossier."""
    yield OutputFile(PATH, json_document(parquet_schema()))


def parquet_schema() -> dict[str, Any]:
    """Return the schema as data: a Table Schema (Data Package, version 1) for each table."""
    return {"version": VERSION, "partition": PARTITION, "tables": [table_schema(table) for table in PARQUET_TABLES]}


def table_schema(table: ParquetTable) -> dict[str, Any]:
    """Return the schema of one table, as the metadata of its files have it too."""
    fields = [
        {
            "name": column.name,
            "type": column.type,
            "description": column.description,
            "constraints": {"required": column.required},
        }
        for column in table.columns
    ]
    return {"name": table.name, "description": table.description, "schema": {"fields": fields}}
