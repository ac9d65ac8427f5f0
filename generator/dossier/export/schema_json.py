"""The JSON Schema (2020-12) of `data/dossier.json`, and one a kind for the YAML that editors write."""

import json
from collections.abc import Iterator
from functools import cache

from dossier.export import dossier_json
from dossier.graph import Graph
from dossier.model.base import ID_PATTERN
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.passage import Passage
from dossier.model.publish_context import PublishContext
from dossier.model.revision import Correction, Withdrawal
from dossier.model.schema import DIALECT, Schema, definitions, json_schema_of

PATH = "data/schema/dossier.schema.json"
CONTENT = "data/schema/content"
SAYS = (
    "the JSON Schema (2020-12) of `data/dossier.json`. Beside it, in `content/`, one for each kind of record as "
    "editors write it in YAML, and one for `dossier.yml`."
)
EXAMPLE = """\
import json

schema = json.load(open("data/schema/dossier.schema.json", encoding="utf-8"))
for field, what in schema["$defs"]["Number"]["properties"].items():
    print(f"{field}: {what['description']}")

# With the library jsonschema:
#   jsonschema.validate(json.load(open("data/dossier.json", encoding="utf-8")), schema)
"""
TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
PLACED = {
    "file": {
        "type": "string",
        "pattern": r"^[A-Za-z0-9._-]+$",
        "description": "The file in `seeds/` that the words stand in.",
    },
    "start": COUNT | {"description": "The first code point of the words in the file's text."},
    "end": COUNT | {"description": "The code point after the last one."},
}


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The schema of the data, then those of the YAML files; they are the same for every dossier."""
    yield from _outputs()


@cache
def _outputs() -> tuple[OutputFile, ...]:
    schemas = {PATH: published(), f"{CONTENT}/dossier.schema.json": json_schema_of(Settings)}
    schemas |= {f"{CONTENT}/{kind.plural}.schema.json": json_schema_of(kind) for kind in KINDS}
    return tuple(OutputFile(path, f"{_json(schema)}\n") for path, schema in schemas.items())


@cache
def published() -> Schema:
    """The schema of `data/dossier.json`: the records' own, and what the export adds to them."""
    schemas = definitions(KINDS)
    _add(schemas[Passage.__name__], PLACED, {"via": schemas[Passage.__name__]["properties"]["via"]})
    for kind in KINDS:
        schema = schemas[kind.__name__]
        if kind is Source:
            schema["properties"]["original_url"] = schema["properties"].pop("url")
        schema["properties"].pop("withdrawn")
        _add(schema, _addresses(kind.plural), {"passages": schema["properties"]["passages"]})
    schemas["Notice"] = _notice(schemas)
    lists = {kind.plural: _list_of(kind.__name__) for kind in KINDS}
    lists |= {"corrections": _list_of(Correction.__name__), "withdrawn": _list_of("Notice")}
    head = {"format": {"const": dossier_json.FORMAT}, "title": TEXT}
    return {
        "$schema": DIALECT,
        "title": f"A dossier as data, {dossier_json.FORMAT}",
        "type": "object",
        "properties": head | lists,
        "required": [*head, *lists],
        "additionalProperties": False,
        "$defs": schemas,
    }


def _notice(schemas: Schema) -> Schema:
    """What is still told of a withdrawn record."""
    told = {name: schemas[KINDS[0].__name__]["properties"][name] for name in ("corrections", "formerly")}
    notice: Schema = {
        "type": "object",
        "description": "A record that is claimed no longer: what it was called, and what became of it.",
        "properties": told,
        "additionalProperties": False,
    }
    kinds = {"enum": [kind.singular for kind in KINDS], "description": "Its kind, in references."}
    label = TEXT | {"description": "What it was called."}
    _add(notice, {"kind": kinds, "label": label, "withdrawn": {"$ref": f"#/$defs/{Withdrawal.__name__}"}})
    _add(notice, _addresses("[a-z]+"))
    return notice


def _list_of(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _addresses(plural: str) -> Schema:
    return {
        "id": {"type": "string", "pattern": ID_PATTERN, "description": "The record's id, unique within its kind."},
        "url": {
            "type": "string",
            "pattern": rf"^{plural}/[a-z0-9-]+\.html$",
            "description": "The record's page, from the site's root.",
        },
    }


def _add(schema: Schema, *properties: Schema) -> None:
    """Properties that are always there."""
    for added in properties:
        schema["properties"] |= added
        schema["required"] = [*schema.get("required", ()), *added]


_json = json.JSONEncoder(ensure_ascii=False, indent=2).encode
