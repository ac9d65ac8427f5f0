"""JSON Schemas (2020-12) of what is written and what is published, from the classes that type the records."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from dossier.model.content_item import ContentItem
from dossier.model.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NULL = {"type": "null"}
FORMED = {"pattern", "format"}

Schema = dict[str, Any]


def json_schema_of(kind: type[ContentItem]) -> Schema:
    """The schema of a YAML file of this kind; `Settings` gives that of `dossier.yml`.

    The loader takes every scalar as text, so wherever it does, the schema takes what else a reader of YAML may make of
    it: `date: 2019` is a number to most. What the loader accepts is valid; what no schema can say (a date that is no
    date, an id that leads nowhere) is left to `dossier check`.
    """
    written: Schema = _loosen_scalars(_simplify(kind.model_json_schema()))
    return {"$schema": DIALECT, "title": kind.singular.capitalize()} | written


def definitions(kinds: Iterable[type[Record]]) -> Schema:
    """The schemas of records as they are published, and of their parts, by the names of their classes."""
    _, found = models_json_schema([(kind, "serialization") for kind in kinds])
    schemas: Schema = _simplify(found["$defs"])
    return schemas


def _simplify(node: Any) -> Any:
    """A schema without what says nothing here: titles made of names, and `null`, which neither side ever holds."""
    if isinstance(node, list):
        return [_simplify(one) for one in node]
    if not isinstance(node, Mapping):
        return node
    kept = {key: _simplify(value) for key, value in node.items() if not _is_noise(key, value)}
    for given, meant in (("ge", "minimum"), ("le", "maximum")):
        if isinstance(kept.get(given), str):  # So pydantic writes the bounds of a decimal.
            kept[meant] = float(kept.pop(given))
    choices = kept.get("anyOf", [])
    if NULL in choices:
        rest = [choice for choice in choices if choice != NULL]
        kept.pop("anyOf")
        kept |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    return kept


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _loosen_scalars(node: Any) -> Any:
    """A schema of plain text as a schema of what readers of YAML make of it."""
    if isinstance(node, list):
        return [_loosen_scalars(one) for one in node]
    if not isinstance(node, Mapping):
        return node
    taken = {key: _loosen_scalars(value) for key, value in node.items()}
    kind = taken.get("type")
    if kind == "boolean":
        return {key: value for key, value in taken.items() if key != "type"} | {"enum": [True, False, "true", "false"]}
    if kind == "integer":
        taken["type"] = ["integer", "string"]
    elif kind == "string" and "enum" not in taken and "const" not in taken:
        taken["type"] = ["string", "number"] if taken.keys() & FORMED else ["string", "number", "boolean"]
    return taken
