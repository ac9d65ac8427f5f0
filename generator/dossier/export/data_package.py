"""The tables as CSV (RFC 4180), described by a Data Package (version 1) with column types and keys.

The package includes the claims as JSON Lines, as a file without a schema.

Cells that a spreadsheet would take for a formula are not altered: a passage must equal its source letter for letter,
and `-5` is a number. The CSV of the Explore page, which is meant for spreadsheets, does mark such cells.
"""

import csv
import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from itertools import chain, islice
from typing import Any

from dossier.export import claims_jsonl
from dossier.export.claims_jsonl import Checksum
from dossier.export.columns import Cell, Column, Row, Table
from dossier.export.credits import doi_url, rights_statement
from dossier.export.tables import iter_tables
from dossier.graph import Graph
from dossier.graph.markup import strip_markup
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_line

FOLDER = "data/csv"
PATH = "data/datapackage.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "the records as tables: a CSV file (RFC 4180, UTF-8) for each kind, for the statements, for the passages, and for "
    "each list within the records, described as a Data Package, which lists all of them, with the types of columns and "
    "the keys that join them; "
    "`statement_evidence` joins each statement to its passages. The package includes `data/claims.jsonl`. Prose is "
    "plain text; beside it, `summary_markup` and the like have it as the editors wrote it, with links and marks. Each "
    "EDTF date has four more columns: the first and the last day that it may mean and, only if something lasted, its "
    "start and its end; a vague number has no value. The files are meant for programs: cells that begin with `=`, `+`, "
    "`-` or `@` are not altered. In a spreadsheet, import them as text, or use the CSV of the Explore page, where such "
    "cells are marked."
)
EXAMPLE = """\
import csv

with open("data/csv/numbers.csv", encoding="utf-8", newline="") as file:
    for number in list(csv.DictReader(file))[:3]:
        print(number["value"] or number["words"], number["unit"], "as of", number["as_of_date"] or "no date")
"""
PARTS = tuple(
    f"{FOLDER}/{name}.csv" for name in ("records", *(kind.plural for kind in KINDS), "statements", "passages")
)

ROWS_AT_A_TIME = 100
"""So many rows of a table are in memory as text."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the file of each table, then the description, which has their checksums."""
    resources = []
    for table in iter_tables(graph, publication):
        file = _TableFile(table)
        yield OutputFile(f"data/{_csv_path(table)}", file.iter_lines)
        resources.append(_table_resource(table, file.checksum))
    resources.append(_claims_resource(claims_jsonl.claims_of(graph, publication.site_url).checksum))
    settings = graph.dossier.settings
    package = {
        "profile": "data-package",
        "name": "dossier",
        "title": settings.title,
        "description": strip_markup(settings.description, graph.labels),
        **({"homepage": publication.site_url} if publication.site_url else {}),
        **_terms(settings, publication),
    }
    lines = ",\n".join(map(json_line, resources))
    yield OutputFile(PATH, f'{json_line(package)[:-1]}, "resources": [\n{lines}\n]}}\n')


def _terms(settings: Settings, publication: PublishContext) -> dict[str, Any]:
    """Return who made the package, when, and what others may do with it, as far as that is known."""
    day = publication.published_on.isoformat() if publication.published_on else None
    licence = settings.licence_terms
    people = [
        {"title": author.name, "role": "author"} | ({"path": author.orcid_url} if author.orcid_url else {})
        for author in settings.authors
    ]
    licences = [{"name": licence.id, "title": rights_statement(settings), "path": licence.url}] if licence else None
    terms = {
        "id": doi_url(settings),
        "version": day,
        "created": f"{day}T00:00:00Z" if day else None,
        "keywords": [*settings.keywords],
        "contributors": [*people, {"title": settings.organization, "role": "publisher"}],
        "licenses": licences,
    }
    return {name: value for name, value in terms.items() if value}


def _csv_path(table: Table) -> str:
    """Return the path of a table's file from the description."""
    return f"csv/{table.name}.csv"


def _file_fields(path: str, media_type: str, checksum: Checksum) -> dict[str, Any]:
    """Return what the description says of any file; `path` is from the description."""
    return {
        "path": path,
        "format": path.rpartition(".")[2],
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": checksum.size,
        "hash": f"sha256:{checksum.sha256}",
    }


def _claims_resource(checksum: Checksum) -> dict[str, Any]:
    """Return the resource of the claims, which are nested and so no table (`type` is a word of frictionless)."""
    return {
        "profile": "data-resource",
        "type": "file",
        "name": "claims",
        "description": "Every statement, complete in itself, as a line of JSON.",
        **_file_fields(claims_jsonl.PATH.removeprefix("data/"), claims_jsonl.MEDIA_TYPE, checksum),
    }


def _table_resource(table: Table, checksum: Checksum) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": f"{table.description[0].upper()}{table.description[1:]}.",
        **_file_fields(_csv_path(table), "text/csv", checksum),
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(foreign_key.columns),
                    "reference": {"resource": foreign_key.table, "fields": list(foreign_key.target_columns)},
                }
                for foreign_key in table.foreign_keys
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})


class _TableFile:
    """The CSV file of a table, made a line at a time, and its checksum."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._checksum: Checksum | None = None

    def iter_lines(self) -> Iterator[bytes]:
        """Yield the header and every row, many rows at a time."""
        size, digest = 0, hashlib.sha256()
        rows = chain([[column.name for column in self._table.columns]], self._text_rows())
        while some_rows := list(islice(rows, ROWS_AT_A_TIME)):
            text = StringIO(newline="")
            csv.writer(text).writerows(some_rows)  # Lines end in CRLF, with quotation marks as RFC 4180 needs them.
            lines = text.getvalue().encode("utf-8")
            size += len(lines)
            digest.update(lines)
            yield lines
        self._checksum = Checksum(size, digest.hexdigest())

    def _text_rows(self) -> Iterable[Row]:
        """Return the rows with their numbers and Booleans as Table Schema writes them."""
        columns = enumerate(self._table.columns)
        typed = [index for index, column in columns if column.type in ("number", "boolean")]
        return _with_texts(self._table.rows(), typed) if typed else self._table.rows()

    @property
    def checksum(self) -> Checksum:
        """The checksum; the lines are made for it only if they have not been made before."""
        if self._checksum is None:
            deque(self.iter_lines(), maxlen=0)
        assert self._checksum is not None
        return self._checksum


def _with_texts(rows: Iterable[Row], typed: Iterable[int]) -> Iterator[Row]:
    for row in rows:
        cells = list(row)
        for index in typed:
            cells[index] = _csv_text(cells[index])
        yield cells


def _csv_text(cell: Cell) -> Cell:
    """Return a number or a Boolean as Table Schema writes it; other cells unchanged."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return format(cell, "f") if isinstance(cell, Decimal) else cell
