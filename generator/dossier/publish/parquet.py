"""Parquet files in a folder that any number of dossiers share: `claims/dossier=port-brenn/part-0.parquet`.

They need pyarrow, the extra `parquet`, which no build needs.
"""

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from dossier.export.columns import Column
from dossier.export.parquet_rows import ParquetRow, parquet_rows
from dossier.export.parquet_schema import (
    PARQUET_TABLES,
    PARTITION,
    VERSION,
    ParquetTable,
    parquet_schema,
    table_schema,
)
from dossier.graph import Graph
from dossier.io.atomic_write import atomic_write
from dossier.io.resources import iter_resources
from dossier.model.errors import UserError
from dossier.model.publish_context import PublishContext
from dossier.text.serialize import json_document, json_line

FILE_NAME = "part-0.parquet"
SCHEMA_NAME = "schema.json"
ROWS_AT_A_TIME = 10_000
"""So many rows are in memory at a time; each such group can be read on its own."""
OWNER = "dossier.title"
"""The metadata of a file that has the title of the dossier."""


class ParquetError(UserError):
    """The files cannot be written: a library is missing, or the folder has those of another dossier."""


def write_parquet(graph: Graph, publication: PublishContext, name: str, folder: Path) -> dict[str, int]:
    """Write the tables of a dossier, called `name` among others, below `folder`; return their numbers of rows.

    Only files of this dossier are replaced. The schema and queries for all dossiers are written next to them. Raises
    ParquetError without pyarrow, if a dossier with another title has this name already, or if they are somebody else's.
    """
    arrow, parquet = _load_library("pyarrow"), _load_library("pyarrow.parquet")
    files = {table.name: folder / table.name / f"{PARTITION}={name}" / FILE_NAME for table in PARQUET_TABLES}
    title = graph.dossier.settings.title
    _refuse_other_files(folder)
    for file in files.values():
        _refuse_another_dossier(parquet, file, title)
    rows, counts = parquet_rows(graph, publication.site_url, name), {}
    for table in PARQUET_TABLES:
        schema = _arrow_schema(arrow, table, {PARTITION: name, OWNER: title, "dossier.site": publication.site_url})
        with (
            atomic_write(files[table.name]) as stream,
            parquet.ParquetWriter(stream, schema, compression="zstd") as out,
        ):
            counts[table.name] = _write_rows(arrow, out, schema, rows[table.name])
    for path, content in _shared_files():
        with atomic_write(folder / path) as stream:
            stream.write(content)
    return counts


def _load_library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        message = "Parquet files need pyarrow, which is not installed: pip install 'mkdocs-dossier[parquet]'"
        raise ParquetError(message) from error


def _refuse_other_files(folder: Path) -> None:
    """Raise ParquetError if a folder without tables of a dossier has files by the names of the shared ones."""
    if any(True for table in PARQUET_TABLES for _ in folder.glob(f"{table.name}/{PARTITION}=*")):
        return
    if _is_parquet_schema(folder / SCHEMA_NAME):
        return  # Its tables were removed.
    for path, _ in _shared_files():
        if (folder / path).exists():
            raise ParquetError(
                f"{folder / path} would be overwritten, and {folder} has no tables of dossiers: name an empty folder, "
                "or one that --parquet has written before"
            )


def _is_parquet_schema(file: Path) -> bool:
    try:
        schema = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(schema, dict) and schema.get("partition") == PARTITION and "tables" in schema


def _refuse_another_dossier(parquet: Any, file: Path, title: str) -> None:
    """Raise ParquetError if the file is that of a dossier with another title."""
    if not file.exists():
        return
    try:
        metadata = parquet.read_schema(file).metadata or {}
    except (OSError, ValueError) as error:
        raise ParquetError(f"{file} is damaged: {error}; remove it") from error
    owner = metadata.get(OWNER.encode(), b"").decode()
    if owner != title:
        raise ParquetError(
            f"{file.parent} belongs to a dossier with another title, “{owner}”: give this one another name, or, if it "
            "is the same dossier, remove that folder"
        )


def _write_rows(arrow: Any, out: Any, schema: Any, rows: Iterable[ParquetRow]) -> int:
    count, remaining = 0, iter(rows)
    while some := list(islice(remaining, ROWS_AT_A_TIME)):
        out.write_table(arrow.Table.from_pylist(some, schema=schema))
        count += len(some)
    return count


def _arrow_schema(arrow: Any, table: ParquetTable, owner: dict[str, str]) -> Any:
    """Return the schema of a table, with the published description of it and of each column as metadata."""
    metadata = {"dossier.schema": json_line(table_schema(table)), "dossier.schema.version": VERSION, **owner}
    fields = [
        arrow.field(column.name, _arrow_type(arrow, column), not column.required, {"description": column.description})
        for column in table.columns
    ]
    return arrow.schema(fields, metadata)


def _arrow_type(arrow: Any, column: Column) -> Any:
    types = {"string": arrow.string, "integer": arrow.int32, "date": arrow.date32, "boolean": arrow.bool_}
    return arrow.list_(arrow.string()) if column.type == "array" else types[column.type]()


def _shared_files() -> Iterator[tuple[str, bytes]]:
    """Yield the files that all dossiers share: the schema, and queries that DuckDB and Spark run alike."""
    yield SCHEMA_NAME, json_document(parquet_schema()).encode("utf-8")
    for path, content in iter_resources("dossier.export", "queries"):
        yield f"queries/{path}", content
