"""The index that the bulk file is for: how each field is searched, drawn from the schema of the data."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from dossier.edtf.parse import Edtf
from dossier.export.dossier_json import json_lines
from dossier.export.schema_json import published
from dossier.graph import Graph
from dossier.model.base import DECIMAL_PATTERN
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.passage import Passage
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
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


PATH = "data/bulk.ndjson"
MAPPING_PATH = "data/bulk.mapping.json"
SAYS = (
    "the records for Elasticsearch or OpenSearch: `data/bulk.mapping.json` makes an index, accents and cross-links "
    "looked through, and this file fills it by `_bulk`. A record is as in `data/dossier.json`, with `record` (its "
    "kind), `label`, and `when`, the first and last day of its EDTF date as a range, open where that is open."
)
EXAMPLE = """\
import json

lines = open("data/bulk.ndjson", encoding="utf-8").read().splitlines()
for action, source in list(zip(lines[::2], lines[1::2]))[:3]:
    print(json.loads(action)["index"]["_id"], json.loads(source)["label"])

# curl -X PUT -H 'Content-Type: application/json' --data-binary @data/bulk.mapping.json localhost:9200/dossier
# curl -X POST -H 'Content-Type: application/x-ndjson' --data-binary @data/bulk.ndjson localhost:9200/dossier/_bulk
"""

_json = json.JSONEncoder(ensure_ascii=False).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The records, then the mapping, which is the same for every dossier."""
    lines = json_lines(graph)
    pairs = (
        f"{_json({'index': {'_id': record.key}})}\n{_head(record)}, {lines[record.key][1:]}\n"
        for record in graph.visible
    )
    yield OutputFile(PATH, "".join(pairs))
    yield OutputFile(MAPPING_PATH, f"{_json(index())}\n")


def _head(record: Record) -> str:
    """What stands before the record's own fields, the object left open."""
    added = {"record": record.singular, "label": record.label} | (
        {"when": _range(record.main_date)} if record.main_date else {}
    )
    return _json(added)[:-1]


def _range(when: Edtf) -> dict[str, str]:
    ends = {"gte": when.earliest, "lte": when.latest}
    return {end: day.isoformat() for end, day in ends.items() if day}
