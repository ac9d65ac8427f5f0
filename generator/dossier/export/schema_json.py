"""The JSON Schema (2020-12) of `data/dossier.json`, and one per kind of record for the YAML that editors write."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from dossier.export import dossier_json
from dossier.export.columns import value_shape
from dossier.export.plain_prose import MARKUP_SUFFIX, describe_markup
from dossier.graph import Graph
from dossier.model.base import ID_PATTERN, Author, Model
from dossier.model.dossier import Settings, Side
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Exemption, Source
from dossier.model.licences import DossierAuthor
from dossier.model.locator import LOCATOR_KINDS
from dossier.model.output import OutputFile
from dossier.model.passage import Passage
from dossier.model.publish_context import PublishContext
from dossier.model.record import Correction, Withdrawal
from dossier.model.schema import DIALECT, Schema, definitions, json_schema_of
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_document

PATH = "data/schema/dossier.schema.json"
MEDIA_TYPE = "application/json"
CONTENT_FOLDER = "data/schema/content"
DESCRIPTION = gettext_noop(
    "the JSON Schema (2020-12) of `data/dossier.json`. The folder `content/` has one for each kind of record as "
    "editors write it in YAML, and one for `dossier.yml`."
)
EXAMPLE = """\
import json

schema = json.load(open("data/schema/dossier.schema.json", encoding="utf-8"))
for name, field in schema["$defs"]["Number"]["properties"].items():
    print(f"{name}: {field['description']}")

# With the library jsonschema:
#   jsonschema.validate(json.load(open("data/dossier.json", encoding="utf-8")), schema)
"""
STATEMENT, EVIDENCE = "Statement", "Evidence"
"""The names of the schemas of statements, and of the passages that each is based on."""
TEXT = {"type": "string", "minLength": 1}
SITE = r"(https?://\S+/)?"
"""The pattern of the address of the site, before that of a page."""
COUNT = {"type": "integer", "minimum": 0}
POSITION = {
    "file": {
        "type": "string",
        "pattern": r"^[A-Za-z0-9._-]+$",
        "description": "The file in `seeds/` that the words are in.",
    },
    "start": COUNT | {"description": "The first code point of the words in the file's text."},
    "end": COUNT | {"description": "The code point after the last one."},
}

LOCATORS: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "kind": {"enum": list(LOCATOR_KINDS)},
            "label": TEXT | {"description": "Its label there: the page `iv`, the time `12:31`, the row `4`."},
            "group": TEXT | {"description": "What it is part of, such as the sheet of a row."},
            "number": COUNT | {"description": "The number of a page in the file, where that is not its label."},
        },
        "required": ["kind", "label"],
        "additionalProperties": False,
    },
    "description": "Where in the file that the text was extracted from the words are, if that is known.",
}


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the schema of the data, then those of the YAML files; they are the same for every dossier."""
    schemas = {PATH: data_schema(), f"{CONTENT_FOLDER}/dossier.schema.json": json_schema_of(Settings)}
    schemas |= {f"{CONTENT_FOLDER}/{kind.plural}.schema.json": json_schema_of(kind) for kind in KINDS}
    for path, schema in schemas.items():
        yield OutputFile(path, json_document(schema))


@cache
def data_schema() -> Schema:
    """Return the schema of `data/dossier.json`: the fields of the records, and those that the export adds."""
    schemas = definitions(KINDS)
    for model in dict.fromkeys(part for kind in KINDS for part in _models_in(kind)):
        _add_markup(schemas[model.__name__], model)
    passage = schemas[Passage.__name__]
    _require(passage, POSITION, {"via": passage["properties"]["via"]})
    passage["properties"]["locators"] = LOCATORS
    schemas[EVIDENCE] = _evidence_schema(passage["properties"])
    schemas[STATEMENT] = _statement_schema()
    statements = {"statements": _list_of(STATEMENT) | {"description": "Its statements, in the order of its page."}}
    for kind in KINDS:
        schema = schemas[kind.__name__]
        if kind is Source:
            schema["properties"]["original_url"] = schema["properties"].pop("url")
        schema["properties"].pop("withdrawn")
        _require(schema, _address_fields(kind.plural), {"passages": schema["properties"]["passages"]}, statements)
    schemas["Notice"] = _notice_schema(schemas)
    lists = {"lead": _list_of(STATEMENT)}
    lists |= {kind.plural: _list_of(kind.__name__) for kind in KINDS}
    lists |= {
        "exempt": _list_of(Exemption.__name__),
        "corrections": _list_of(Correction.__name__),
        "withdrawn": _list_of("Notice"),
    }
    head = {"format": {"const": dossier_json.FORMAT}, "title": TEXT}
    terms = _settings_properties()
    return {
        "$schema": DIALECT,
        "title": f"A dossier as data, {dossier_json.FORMAT}",
        "type": "object",
        "properties": head | terms | lists,
        "required": [*head, "description", "language", "organization", "sides", *lists],
        "additionalProperties": False,
        "$defs": schemas,
    }


def _models_in(model: type[Model]) -> Iterator[type[Model]]:
    """Yield a class and those of the models in its fields, at any depth."""
    yield model
    for field in model.model_fields.values():
        value_type = value_shape(field).type
        if isinstance(value_type, type) and issubclass(value_type, Model):
            yield from _models_in(value_type)


def _add_markup(schema: Schema, model: type[Model]) -> None:
    """Add the field with the markup of each field of prose."""
    for name, field in model.model_fields.items():
        if value_shape(field).prose:
            markup = {f"{name}{MARKUP_SUFFIX}": TEXT | {"description": describe_markup(name)}}
            if name in schema.get("required", ()):
                _require(schema, markup)
            else:
                schema["properties"] |= markup


def _settings_properties() -> dict[str, Schema]:
    """Return the schemas of what the data says of the dossier itself."""
    texts: Schema = {"type": "array", "items": TEXT}
    author_fields = dict.fromkeys(DossierAuthor.model_fields, TEXT)
    author: Schema = {"type": "object", "properties": author_fields, "required": ["name", "kind"]}
    licence_fields = dict.fromkeys(("id", "name", "url", "statement"), TEXT)
    licence: Schema = {"type": "object", "properties": licence_fields, "required": [*licence_fields]}
    side: Schema = {"type": "object", "properties": dict.fromkeys(Side.model_fields, TEXT)}
    return {
        "name": TEXT | {"description": "What it is called among several dossiers."},
        "description": TEXT | {"description": "What it is about, without markup."},
        "language": TEXT,
        "organization": TEXT | {"description": "Its publisher."},
        "headline": TEXT,
        "edited_by": texts,
        "authors": {"type": "array", "items": author},
        "licence": licence | {"description": "The licence of its own words, not of passages and texts of sources."},
        "keywords": texts,
        "identifier": TEXT | {"description": "Its DOI."},
        "edition": {"type": "string", "format": "date", "description": "The day of its content."},
        "site": TEXT | {"description": "The address of the site."},
        "sides": {"type": "array", "items": side | {"required": [*Side.model_fields]}},
    }


def _evidence_schema(passage: Schema) -> Schema:
    """Return the schema of a passage as the evidence of a statement; `passage` are the properties of any passage."""
    evidence: Schema = {
        "type": "object",
        "description": "A passage of the record or of another one.",
        "properties": {},
        "additionalProperties": False,
    }
    copied = {name: passage[name] for name in ("source", *POSITION, "exact", "via")}
    annotation = {"annotation": TEXT | {"description": "The id of its annotation in `data/annotations.json`."}}
    _require(evidence, annotation, copied)
    evidence["properties"] |= {"locators": LOCATORS, "translation": passage["translation"]}
    return evidence


def _statement_schema() -> Schema:
    statement: Schema = {
        "type": "object",
        "description": "One claim, and what it is based on.",
        "properties": {},
        "additionalProperties": False,
    }
    marks: Schema = {"type": "array", "items": TEXT}
    fields: Schema = {
        "id": {"type": "string", "pattern": ID_PATTERN, "description": "Its id, unique within its record."},
        "field": TEXT | {"description": "Its path within the record: `summary`, `positions.0.statement`."},
        "text": TEXT | {"description": "Its words, without markup."},
        "markup": TEXT | {"description": "Its words as the editors wrote them, with links, but without marks."},
        "marks": marks | {"description": "The targets of its marks; none if its field has no marks."},
        "by": {
            "type": "string",
            "enum": [*get_args(Author)],
            "description": "On whose word it is made: the sources' or the editor's.",
        },
        "evidence": _list_of(EVIDENCE) | {"description": "The passages it is based on, none if it is the editor's."},
        "documents": COUNT | {"description": "The number of sources that its passages are from."},
        "origins": COUNT | {"description": "The number of independent origins of its passages."},
        "url": {
            "type": "string",
            "pattern": rf"^{SITE}([a-z]+/[a-z0-9-]+|index)\.html#s-[a-z0-9-]+$",
            "description": "Its address; from the site's root unless the site's address is known.",
        },
    }
    _require(statement, fields)
    return statement


def _notice_schema(schemas: Schema) -> Schema:
    """Return the schema of the notice that is left of a withdrawn record."""
    shared = {name: schemas[KINDS[0].__name__]["properties"][name] for name in ("corrections", "formerly")}
    notice: Schema = {
        "type": "object",
        "description": "A withdrawn record: what it was called, and why it was withdrawn.",
        "properties": shared,
        "additionalProperties": False,
    }
    kinds = {"enum": [kind.singular for kind in KINDS], "description": "Its kind, in references."}
    label = TEXT | {"description": "What it was called."}
    _require(notice, {"kind": kinds, "label": label, "withdrawn": {"$ref": f"#/$defs/{Withdrawal.__name__}"}})
    _require(notice, _address_fields("[a-z]+"))
    return notice


def _list_of(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _address_fields(plural: str) -> Schema:
    return {
        "id": {"type": "string", "pattern": ID_PATTERN, "description": "The record's id, unique within its kind."},
        "url": {
            "type": "string",
            "pattern": rf"^{SITE}{plural}/[a-z0-9-]+\.html$",
            "description": "The record's page; from the site's root unless the site's address is known.",
        },
    }


def _require(schema: Schema, *properties: Schema) -> None:
    """Add properties that every object of the schema must have."""
    for group in properties:
        schema["properties"] |= group
        schema["required"] = [*schema.get("required", ()), *group]
