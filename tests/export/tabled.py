"""What of `data/dossier.json` does not stand in tables, or stands there otherwise: for CSV and the database alike.

It walks through the data, not through the columns, so a field that no table has is found.
"""

import json
from collections import defaultdict
from decimal import Decimal

KINDS = ("sources", "actors", "events", "numbers", "quotes", "disagreements", "places")


class Tables:
    """Tables by name, each a list of rows as mappings, found by the cells of their first column, or first two."""

    def __init__(self, rows):
        self.rows = rows
        self.found = {name: defaultdict(list) for name in rows}
        for name, listed in rows.items():
            for row in listed:
                cells = list(row.values())[1 if name == "passages" else 0 :]
                for width in (1, 2):
                    self.found[name][tuple(map(str, cells[:width]))].append(row)

    def of(self, table, *key):
        return self.found[table][tuple(map(str, key))]


def lost(data, tables):
    """The paths of values that the tables have not, or have otherwise."""
    for plural in KINDS:
        singular = plural[:-1]
        if len(tables.rows[plural]) != len(data[plural]):
            yield plural
        for record in data[plural]:
            [row] = tables.of(plural, record["id"])
            [shared] = tables.of("records", row["key"])
            whole = shared | row
            yield from _differing(record, whole, f"{singular}:{record['id']}#", singular, (record["id"],), tables)


def _differing(fields, row, path, name, key, tables, prefix=""):
    for field, value in fields.items():
        column = f"{prefix}{field}"
        if isinstance(value, dict):
            yield from _differing(value, row, f"{path}{field}.", name, key, tables, f"{column}_")
        elif isinstance(value, list) and column not in row:
            yield from _list(field, value, path, name, key, tables)
        elif not _same(row.get(column), value):
            yield f"{path}{field}"


def _list(field, items, path, name, key, tables):
    if field == "passages":
        record, _, holder = path.partition("#")
        table, rows = (
            "passages",
            [tables.of("passages", record, f"{holder}passages.{at}")[0] for at in range(len(items))],
        )
    elif f"{name}_{field}" in tables.rows:
        table, rows = f"{name}_{field}", tables.of(f"{name}_{field}", *key)
    elif field == "via":
        table, rows = "passage_via", tables.of("passage_via", *key)
    else:
        table, rows = field, tables.of(field, path[:-1])
    if len(rows) != len(items):
        yield f"{path}{field}"
    for at, (row, item) in enumerate(zip(rows, items, strict=False)):
        if isinstance(item, str):
            yield from () if row[field] == item and str(row["ordinal"]) == str(at) else (f"{path}{field}.{at}",)
        else:
            own = (row["id"],) if table == "passages" else (*key, at)
            yield from _differing(item, row, f"{path}{field}.{at}.", table, own, tables)


def _same(cell, value):
    if isinstance(value, bool):
        return cell in (str(value).lower(), int(value))
    if isinstance(value, list):
        return (json.loads(cell) if cell else []) == value
    if isinstance(cell, int | float):
        return Decimal(repr(cell)) == Decimal(value)
    return cell == str(value)
