"""What the tests of data files share: making them, validating them, and comparing tables with `data/dossier.json`."""

import json
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from dossier.export.registry import export_all
from dossier.model.kinds import KINDS
from dossier.model.publish_context import NO_CONTEXT
from dossier.pipeline import check_dossier

EXAMPLE_ADDRESS = "https://example.org/dossier/"
VALIDATE_PACKAGES = """
import json, sys
from frictionless import Package
reports = [Package(package).validate() for package in sys.argv[1:]]
print(json.dumps([report.flatten(["name", "type", "rowNumber", "note"]) for report in reports]))
"""


def export_files(root, publication=NO_CONTEXT):
    """Return the data files of the dossier below `root`, by their paths."""
    return {output.path: output.content for output in export_all(check_dossier(root).graph, publication)}


def export_one(module, graph, publication=NO_CONTEXT):
    """Return the content of the only file of a format."""
    [output] = module.export(graph, publication)
    return output.content


def write_files(files, folder):
    """Write files, given by path, below a folder."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def frictionless_faults(*packages):
    """Return what frictionless finds wrong with each Data Package; in a subprocess, because it emits warnings."""
    command = [sys.executable, "-W", "ignore", "-c", VALIDATE_PACKAGES, *map(str, packages)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def unmapped_values(value, mapping, path=""):
    """Yield the paths of values that a search mapping does not know, or gives another type."""
    python_types = {"text": str, "keyword": str, "date": str, "integer": int, "boolean": bool, "date_range": dict}
    python_types["geo_point"] = str
    if isinstance(value, list):
        for item in value:
            yield from unmapped_values(item, mapping, path)
    elif "properties" in mapping:
        for key, inner in value.items():
            field = mapping["properties"].get(key)
            yield from (f"{path}.{key}",) if field is None else unmapped_values(inner, field, f"{path}.{key}")
    elif not isinstance(value, python_types[mapping["type"]]):
        yield path


class Tables:
    """Tables by name, each a list of rows as mappings, indexed by the first one or two cells of a row."""

    def __init__(self, rows):
        self.rows = rows
        self.passages = {str(row["id"]): row for row in rows["passages"]}
        self._index = {name: defaultdict(list) for name in rows}
        for name, table_rows in rows.items():
            for row in table_rows:
                cells = list(row.values())[1 if name == "passages" else 0 :]
                for width in (1, 2):
                    self._index[name][tuple(map(str, cells[:width]))].append(row)

    def find(self, table, *key):
        """Return the rows of a table whose first cells are these."""
        return self._index[table][tuple(map(str, key))]


def missing_values(data, tables):
    """Yield the paths of values of `data/dossier.json` that the tables lack, or have differently.

    It walks through the data, not through the columns, so it notices a field that no table has.
    """
    yield from _differing_statements(data["lead"], tables, "")
    for kind in KINDS:
        if len(tables.rows[kind.plural]) != len(data[kind.plural]):
            yield kind.plural
        for record in data[kind.plural]:
            [row] = tables.find(kind.plural, record["id"])
            [shared] = tables.find("records", row["key"])
            path = f"{kind.singular}:{record['id']}#"
            yield from _differing_fields(record, shared | row, path, kind.singular, (record["id"],), tables)


def _differing_statements(statements, tables, record):
    rows = [row for row in tables.rows["statements"] if (row["record"] or "") == record]
    if len(rows) != len(statements):
        yield f"{record}#statements"
    for row, statement in zip(rows, statements, strict=False):
        path = f"{record}#s-{statement['id']}."
        columns = {"id": "statement", "field": "path"}
        for field in statement.keys() - {"evidence", "markup", "marks"}:
            if not _is_same(row[columns.get(field, field)], statement[field]):
                yield f"{path}{field}"
        cited = [tables.passages[str(link["passage"])] for link in tables.find("statement_evidence", row["id"])]
        if len(cited) != len(statement["evidence"]):
            yield f"{path}evidence"
        for index, (passage, evidence) in enumerate(zip(cited, statement["evidence"], strict=False)):
            yield from _differing_evidence(evidence, passage, f"{path}evidence.{index}.", tables)


def _differing_evidence(evidence, passage, path, tables):
    [cited] = tables.find("records", passage["record"])
    links = [link["via"] for link in tables.find("passage_via", passage["id"])]
    found = passage | {"annotation": f"../{cited['url']}#{passage['path']}"}
    for field, value in evidence.items():
        if not (links == value if field == "via" else _is_same(found[field], value)):
            yield f"{path}{field}"


def _differing_fields(fields, row, path, name, key, tables, prefix=""):
    for field, value in fields.items():
        column = f"{prefix}{field}"
        if field == "statements":
            yield from _differing_statements(value, tables, path[:-1])
        elif isinstance(value, dict):
            yield from _differing_fields(value, row, f"{path}{field}.", name, key, tables, f"{column}_")
        elif isinstance(value, list) and column not in row:
            yield from _differing_items(field, value, path, name, key, tables)
        elif not _is_same(row.get(column), value):
            yield f"{path}{field}"


def _differing_items(field, items, path, name, key, tables):
    if field == "passages":
        record, _, parent = path.partition("#")
        table = "passages"
        rows = [tables.find(table, record, f"{parent}passages.{index}")[0] for index in range(len(items))]
    elif f"{name}_{field}" in tables.rows:
        table = f"{name}_{field}"
        rows = tables.find(table, *key)
    elif field == "via":
        table = "passage_via"
        rows = tables.find(table, *key)
    else:
        table = field
        rows = tables.find(table, path[:-1])
    if len(rows) != len(items):
        yield f"{path}{field}"
    for index, (row, item) in enumerate(zip(rows, items, strict=False)):
        if isinstance(item, str):
            if (row[field], str(row["ordinal"])) != (item, str(index)):
                yield f"{path}{field}.{index}"
        else:
            item_key = (row["id"],) if table == "passages" else (*key, index)
            yield from _differing_fields(item, row, f"{path}{field}.{index}.", table, item_key, tables)


def _is_same(cell, value):
    if isinstance(value, bool):
        return cell in (str(value).lower(), int(value))
    if isinstance(value, list):
        return (json.loads(cell) if cell else []) == value
    if isinstance(cell, int | float):
        return Decimal(repr(cell)) == Decimal(value)
    return cell == str(value)


def source_texts(root):
    """Return the source texts of a dossier, by file name."""
    return {file.name: file.read_bytes().decode("utf-8") for file in (Path(root) / "seeds").iterdir()}
