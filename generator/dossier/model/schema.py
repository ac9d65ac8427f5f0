"""JSON Schemas (2020-12) of content files and of published data, generated from the models."""

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
    """Return the schema of a YAML file of this kind; of `dossier.yml` for `Settings`.

    The loader reads every scalar as text, so the schema also allows the types that other YAML readers give a scalar:
    most read `date: 2019` as a number. The schema accepts everything the loader accepts; what it cannot express, such
    as whether an id exists, is left to `dossier check`.
    """
    written: Schema = _loosen_scalars(_simplify(kind.model_json_schema()))
    return {"$schema": DIALECT, "title": kind.singular.capitalize()} | written


def definitions(kinds: Iterable[type[Record]]) -> Schema:
    """Return the schemas of published records and of their parts, by the names of their classes."""
    _, found = models_json_schema([(kind, "serialization") for kind in kinds])
    schemas: Schema = _simplify(found["$defs"])
    return schemas


def _simplify(node: Any) -> Any:
    """Return a schema without titles made from names, null defaults, and `null`, which no file or data contains."""
    if isinstance(node, list):
        return [_simplify(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    kept = {key: _simplify(value) for key, value in node.items() if not _is_noise(key, value)}
    for pydantic_name, name in (("ge", "minimum"), ("le", "maximum")):
        if isinstance(kept.get(pydantic_name), str):  # This is how pydantic writes the bounds of a decimal.
            kept[name] = float(kept.pop(pydantic_name))
    choices = kept.get("anyOf", [])
    if NULL in choices:
        rest = [choice for choice in choices if choice != NULL]
        kept.pop("anyOf")
        kept |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    return kept


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _loosen_scalars(node: Any) -> Any:
    """Return a schema of plain text as one that allows the types that YAML readers give it."""
    if isinstance(node, list):
        return [_loosen_scalars(item) for item in node]
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
