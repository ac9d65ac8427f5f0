"""The index that the bulk file is for: how each field is searched, drawn from the schema of the data."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from dossier.export.schema_json import published
from dossier.model.base import DECIMAL_PATTERN
from dossier.model.kinds import KINDS
from dossier.model.passage import Passage
from dossier.model.schema import Schema

TEXT = {"type": "text", "analyzer": "folded", "fields": {"keyword": {"type": "keyword", "ignore_above": 256}}}
NUMBER = {"type": "keyword", "fields": {"number": {"type": "double"}}}
ANALYSIS = {
    "char_filter": {
        "links": {"type": "pattern_replace", "pattern": r"\[\[[^\[\]|]*\|([^\[\]]*)\]\]", "replacement": "$1"}
    },
    "analyzer": {
        "folded": {
            "type": "custom",
            "char_filter": ["links"],
            "tokenizer": "standard",
            "filter": ["lowercase", "asciifolding"],
        }
    },
}
"""Words without case and accents, and of a cross-link only the words that readers see."""
ADDED = {"record": {"type": "keyword"}, "label": TEXT, "when": {"type": "date_range"}}


@cache
def index() -> dict[str, Any]:
    """The body of the request that makes the index; it knows every field, and refuses others."""
    schemas = published()["$defs"]
    fields = dict(ADDED)
    for kind in KINDS:
        fields |= fields_of(schemas[kind.__name__], schemas)
    return {"settings": {"analysis": ANALYSIS}, "mappings": {"dynamic": "strict", "properties": fields}}


def fields_of(schema: Schema, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """How the fields of a part are searched."""
    return {name: _field(field, schemas) for name, field in schema["properties"].items()}


def _field(field: Schema, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """How one field is searched; a list is searched as what it lists."""
    if "items" in field:
        return _field(field["items"], schemas)
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        kind = {"type": "nested"} if name == Passage.__name__ else {}
        return kind | {"properties": fields_of(schemas[name], schemas)}
    if field["type"] != "string":
        return {"type": field["type"]}
    if field.get("format") == "date":
        return {"type": "date"}
    if field.get("pattern") == DECIMAL_PATTERN:
        return NUMBER
    return {"type": "keyword"} if field.keys() & {"enum", "const", "pattern", "format"} else TEXT
