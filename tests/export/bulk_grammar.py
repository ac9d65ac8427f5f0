"""A strict reader of bulk requests: what Elasticsearch and OpenSearch document that they accept, and no more.

From their references: the bulk API (lines of an action and a source, each ended by a line feed), the limits of `_id`
and of mappings, and what values each type of field takes. No server is needed.
"""

import json
import re
from datetime import date

ACTIONS = {"index", "create", "update", "delete"}
METADATA = {"_index", "_id", "routing", "version", "version_type", "require_alias", "pipeline", "dynamic_templates"}
MAX_ID_BYTES = 512
MAX_TERM_BYTES = 32766
"""The longest term of an index, and so the longest keyword."""
MAX_REQUEST_BYTES = 100_000_000
MAX_FIELDS, MAX_DEPTH, MAX_NESTED_FIELDS, MAX_NESTED_OBJECTS = 1000, 20, 50, 10_000
"""The defaults of `index.mapping.total_fields.limit`, `depth.limit`, `nested_fields.limit`, `nested_objects.limit`."""


def bulk_faults(body, mappings):
    """Yield what a server with these mappings would refuse in the body of a request to `_bulk`."""
    if not body.endswith(b"\n"):
        yield "the last line does not end with a line feed"
    if len(body) > MAX_REQUEST_BYTES:
        yield f"{len(body)} bytes are too many for a request"
    lines, ids = body.decode("utf-8").split("\n")[:-1], set()
    numbered = iter(enumerate(lines, 1))
    for number, line in numbered:
        action = _object(line)
        faults = list(_action_faults(action, ids))
        yield from (f"line {number}: {fault}" for fault in faults)
        if faults or "delete" in action:
            continue
        number, line = next(numbered, (number + 1, ""))
        source = _object(line)
        if source is None:
            yield f"line {number}: no source, which is an object"
        else:
            yield from (f"line {number}: {fault}" for fault in _source_faults(source, mappings))


def mapping_faults(mappings):
    """Yield the limits that mappings exceed."""
    fields = list(_fields(mappings, 1))
    nested = [field for field, _ in fields if field.get("type") == "nested"]
    if len(fields) > MAX_FIELDS:
        yield f"{len(fields)} fields"
    if max(depth for _, depth in fields) > MAX_DEPTH:
        yield "too deep"
    if len(nested) > MAX_NESTED_FIELDS:
        yield f"{len(nested)} nested fields"


def _fields(mapping, depth):
    for field in (*mapping.get("properties", {}).values(), *mapping.get("fields", {}).values()):
        yield field, depth
        yield from _fields(field, depth + 1)


def _object(line):
    """Return the object of a line, None if it is none, or names a key twice."""

    def without_duplicates(pairs):
        if len(dict(pairs)) < len(pairs):
            raise ValueError("a key occurs twice")
        return dict(pairs)

    try:
        value = json.loads(line, object_pairs_hook=without_duplicates, parse_constant=lambda name: 1 / 0)
    except (ValueError, ZeroDivisionError):
        return None
    return value if isinstance(value, dict) else None


def _action_faults(action, ids):
    if action is None or len(action) != 1 or not action.keys() <= ACTIONS:
        yield "no action"
        return
    [metadata] = action.values()
    if not isinstance(metadata, dict) or not metadata.keys() <= METADATA:
        yield f"unknown metadata: {metadata}"
        return
    id = metadata.get("_id")
    if not isinstance(id, str) or not 0 < len(id.encode()) <= MAX_ID_BYTES:
        yield f"no id of 1 to {MAX_ID_BYTES} bytes"
    elif id in ids:
        yield f"the id {id} occurs twice"
    ids.add(id)


def _source_faults(source, mappings):
    objects = []
    yield from _value_faults(source, mappings, "", objects)
    if len(objects) > MAX_NESTED_OBJECTS:
        yield f"{len(objects)} nested objects"


def _value_faults(value, mapping, path, objects):
    if isinstance(value, list):
        for item in value:
            yield from _value_faults(item, mapping, path, objects)
    elif "properties" in mapping:
        if not isinstance(value, dict):
            yield f"{path}: no object"
            return
        objects += [path] if mapping.get("type") == "nested" else []
        for key, inner in value.items():
            if key in mapping["properties"]:
                yield from _value_faults(inner, mapping["properties"][key], f"{path}.{key}".strip("."), objects)
            else:
                yield f"{path}.{key}: not in the mapping, which is strict"
    else:
        for field in (mapping, *mapping.get("fields", {}).values()):
            if not _CHECKS[field["type"]](value, field):
                yield f"{path}: {value!r} is no {field['type']}"


def _is_number(value):
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return not isinstance(value, bool)


def _is_day(value):
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return len(value) == 10


def _is_date_range(value, field):
    if not isinstance(value, dict) or not value or not value.keys() <= {"gt", "gte", "lt", "lte"}:
        return False
    return all(map(_is_day, value.values())) and value.get("gte", "") <= value.get("lte", "9999-12-31")


def _is_geo_point(value, field):
    """Return whether a value is a point in well-known text, longitude first."""
    match = re.fullmatch(r"POINT \((-?[0-9.]+) (-?[0-9.]+)\)", value) if isinstance(value, str) else None
    return match is not None and abs(float(match[1])) <= 180 and abs(float(match[2])) <= 90


_CHECKS = {
    "text": lambda value, field: isinstance(value, str),
    "keyword": lambda value, field: (
        isinstance(value, str) and ("ignore_above" in field or len(value.encode()) <= MAX_TERM_BYTES)
    ),
    "integer": lambda value, field: isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**31,
    "boolean": lambda value, field: isinstance(value, bool),
    "double": lambda value, field: _is_number(value),
    "date": lambda value, field: _is_day(value),
    "date_range": _is_date_range,
    "geo_point": _is_geo_point,
}
