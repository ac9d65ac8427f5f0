"""JSON Schemas (2020-12) of content files and of published data, generated from the models."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from dossier.model.content_item import ContentItem
from dossier.model.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NULL = {"type": "null"}
FORMAT_KEYWORDS = {"pattern", "format"}

Schema = dict[str, Any]


@cache  # The handbook and the data files need all of them.
def json_schema_of(kind: type[ContentItem]) -> Schema:
    """Return the schema of a YAML file of this kind; of `dossier.yml` for `Settings`. Copy it before you change it.

    The loader reads every scalar as text, so the schema also allows the types that other YAML readers give a scalar:
    most read `date: 2019` as a number. The schema accepts everything the loader accepts; what it cannot express, such
    as whether an id exists, is left to `dossier check`.
    """
    content_schema: Schema = _loosen_scalars(_simplify(kind.model_json_schema()))
    return {"$schema": DIALECT, "title": kind.singular.capitalize()} | content_schema


def definitions(kinds: Iterable[type[Record]]) -> Schema:
    """Return the schemas of published records and of their parts, by the names of their classes."""
    _, result = models_json_schema([(kind, "serialization") for kind in kinds])
    schemas: Schema = _simplify(result["$defs"])
    return schemas


def _simplify(node: Any) -> Any:
    """Return a schema without titles made from names, null defaults, and `null`, which no file or data contains."""
    if isinstance(node, list):
        return [_simplify(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    simplified = {key: _simplify(value) for key, value in node.items() if not _is_noise(key, value)}
    for pydantic_name, name in (("ge", "minimum"), ("le", "maximum")):
        if isinstance(simplified.get(pydantic_name), str):  # This is how pydantic writes the bounds of a decimal.
            simplified[name] = float(simplified.pop(pydantic_name))
    choices = simplified.get("anyOf", [])
    if NULL in choices:
        rest = [choice for choice in choices if choice != NULL]
        simplified.pop("anyOf")
        simplified |= rest[0] if len(rest) == 1 else {"anyOf": rest}
    return simplified


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _loosen_scalars(node: Any) -> Any:
    """Return a schema with every scalar that is read as text also allowed in the types that YAML readers give it."""
    if isinstance(node, list):
        return [_loosen_scalars(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    loosened = {key: _loosen_scalars(value) for key, value in node.items()}
    json_type = loosened.get("type")
    if str(loosened.get("const", "")).isdecimal():  # Such as the version of a format.
        del loosened["type"]
        version = loosened.pop("const")
        return loosened | {"enum": [version, int(version)]}
    if json_type == "boolean":
        del loosened["type"]
        return loosened | {"enum": [True, False, "true", "false"]}
    if json_type == "integer":
        loosened["type"] = ["integer", "string"]
    elif json_type == "string" and "enum" not in loosened and "const" not in loosened:
        loosened["type"] = (
            ["string", "number"] if loosened.keys() & FORMAT_KEYWORDS else ["string", "number", "boolean"]
        )
    return loosened
