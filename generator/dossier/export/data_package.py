"""The tables as CSV (RFC 4180), with the Data Package (version 1) that types their columns and names their keys.

Cells are as they are, also those that a spreadsheet would take for a formula: a passage is its source's letter for
letter, and `-5` is a number. What is made for spreadsheets is the CSV of the page Explore, which marks such cells.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dossier.export.columns import Column, Table
from dossier.export.tables import tables
from dossier.graph import Graph
from dossier.graph.markup import strip_markup
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

FOLDER = "data/csv"
PATH = f"{FOLDER}/datapackage.json"
SAYS = (
    "the records as tables, a CSV file (RFC 4180, UTF-8) for each kind, for the passages, and for each list within the "
    "records; described as a Data Package, with the types of columns and the keys that join them. Beside each EDTF "
    "date stand the first and the last day of what it says; a vague number has no value. The files are for programs: a "
    "cell that begins with `=`, `+`, `-` or `@` is left as it is, so let a spreadsheet import them as text, or take "
    "the CSV of the page Explore, where such cells are marked."
)
EXAMPLE = """\
import csv

with open("data/csv/numbers.csv", encoding="utf-8", newline="") as file:
    for number in list(csv.DictReader(file))[:3]:
        print(number["value"] or number["words"], number["unit"], "as of", number["as_of_date"] or "no date")
"""
PARTS = tuple(f"{FOLDER}/{name}.csv" for name in ("records", *(kind.plural for kind in KINDS), "passages"))
PROFILE = "tabular-data-resource"
QUOTE = '"'

needs_quotes = re.compile(r'[",\r\n]').search


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The description, then the files."""
    made = [(table, f"{table.name}.csv", _csv(table)) for table in tables(graph)]
    settings = graph.dossier.settings
    package = {
        "profile": "tabular-data-package",
        "name": "dossier",
        "title": settings.title,
        "description": strip_markup(settings.description, graph.labels),
        **({"homepage": publication.site_url} if publication.site_url else {}),
    }
    resources = ",\n".join(_json(_resource(*one)) for one in made)
    yield OutputFile(PATH, f'{_json(package)[:-1]}, "resources": [\n{resources}\n]}}\n')
    yield from (OutputFile(f"{FOLDER}/{name}", content) for _, name, content in made)


def _resource(table: Table, name: str, content: bytes) -> dict[str, Any]:
    return {
        "profile": PROFILE,
        "name": table.name,
        "description": f"{table.says[0].upper()}{table.says[1:]}.",
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": list(one.columns), "reference": {"resource": one.table, "fields": list(one.others)}}
                for one in table.foreign
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.says}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})


def _csv(table: Table) -> bytes:
    """Written here, a column at a time; the library's writer, which looks at each character, takes twice as long."""
    columns = map(_written, table.columns, zip(*table.rows, strict=True))
    lines = [",".join(column.name for column in table.columns), *map(",".join, zip(*columns, strict=True))]
    return "\r\n".join((*lines, "")).encode("utf-8")


def _written(column: Column, cells: Iterable[Any]) -> list[str]:
    """Cells as Table Schema writes them, between quotation marks where they need these (RFC 4180, section 2)."""
    write = _WRITE.get(column.type, str)
    texts = ["" if cell is None else write(cell) for cell in cells]
    return list(map(_quoted, texts)) if needs_quotes("\x1f".join(texts)) else texts


def _quoted(text: str) -> str:
    return f'"{text.replace(QUOTE, QUOTE * 2)}"' if needs_quotes(text) else text


_WRITE: dict[str, Callable[[Any], str]] = {
    "number": lambda cell: format(cell, "f"),
    "boolean": lambda cell: str(cell).lower(),
}
_json = json.JSONEncoder(ensure_ascii=False).encode
