"""The records for Elasticsearch and OpenSearch: a mapping drawn from the schema of the data, and a bulk file."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from dossier.edtf.parse import Edtf
from dossier.export.dossier_json import record_data
from dossier.export.schema_json import EVIDENCE, STATEMENT, data_schema
from dossier.graph import Graph
from dossier.model.base import DECIMAL_PATTERN
from dossier.model.kinds import KINDS
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.output import OutputFile
from dossier.model.passage import Passage
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.schema import Schema
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_bytes

PATH = "data/bulk.ndjson"
MAPPING_PATH = "data/bulk.mapping.json"
MEDIA_TYPE = "application/x-ndjson"
DESCRIPTION = gettext_noop(
    "the records for Elasticsearch or OpenSearch: `data/bulk.mapping.json` creates an index that ignores accents, and "
    "this file fills it by `_bulk`. Records are those of `data/dossier.json`, with `record` (the kind), `label`, "
    "`when` (the first and the last day that the EDTF date may mean, as a range, open if the date is open) and, only "
    "if something lasted, `lasted` (the range from its start to its end). Places and their events have a "
    "`point` for maps. Markup is kept, but not searched."
)
EXAMPLE = """\
import json

lines = open("data/bulk.ndjson", encoding="utf-8").read().splitlines()
for action, source in list(zip(lines[::2], lines[1::2]))[:3]:
    print(json.loads(action)["index"]["_id"], json.loads(source)["label"])

# curl -X PUT -H 'Content-Type: application/json' --data-binary @data/bulk.mapping.json localhost:9200/dossier
# curl -X POST -H 'Content-Type: application/x-ndjson' --data-binary @data/bulk.ndjson localhost:9200/dossier/_bulk
"""

TEXT = {"type": "text", "analyzer": "folded", "fields": {"keyword": {"type": "keyword", "ignore_above": 256}}}
NUMBER = {"type": "keyword", "fields": {"number": {"type": "double"}}}
ANALYSIS = {
    "analyzer": {"folded": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "asciifolding"]}}
}
"""Words are compared without case and accents."""
STORED = {"type": "keyword", "index": False, "doc_values": False}
"""Markup, which is kept and not searched."""
ADDED_FIELDS = {
    "record": {"type": "keyword"},
    "label": TEXT,
    "when": {"type": "date_range"},
    "lasted": {"type": "date_range"},
    "point": {"type": "geo_point"},
}


def index_settings() -> dict[str, Any]:
    """Return the body of the request that creates the index; it maps every field and refuses unknown ones."""
    schemas = data_schema()["$defs"]
    fields = dict(ADDED_FIELDS)
    for kind in KINDS:
        fields |= field_mappings(schemas[kind.__name__], schemas)
    return {"settings": {"analysis": ANALYSIS}, "mappings": {"dynamic": "strict", "properties": fields}}


def field_mappings(schema: Schema, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """Return the mapping of each field of a schema; `schemas` are those that it refers to, by name."""
    fields = schema["properties"].items()
    return {name: STORED if name.endswith("markup") else _field_mapping(field, schemas) for name, field in fields}


def _field_mapping(field: Schema, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """Return the mapping of one field; a list is mapped like its items."""
    if "items" in field:
        return _field_mapping(field["items"], schemas)
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        nested = {"type": "nested"} if name in (Passage.__name__, STATEMENT, EVIDENCE) else {}
        return nested | {"properties": field_mappings(schemas[name], schemas)}
    if field["type"] != "string":
        return {"type": field["type"]}
    if field.get("format") == "date":
        return {"type": "date"}
    if field.get("pattern") == DECIMAL_PATTERN:
        return NUMBER
    return {"type": "keyword"} if field.keys() & {"enum", "const", "pattern", "format"} else TEXT


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the records, then the mapping, which is the same for every dossier."""
    yield OutputFile(PATH, partial(_lines, graph, publication.site_url))
    yield OutputFile(MAPPING_PATH, json_bytes(index_settings()) + b"\n")


def _lines(graph: Graph, site_url: str) -> Iterator[bytes]:
    """Yield an action and the data for each record."""
    for record in graph.visible:
        yield json_bytes({"index": {"_id": record.key}}) + b"\n"
        yield json_bytes(_head(graph, record) | record_data(graph, record, site_url)) + b"\n"


def _head(graph: Graph, record: Record) -> dict[str, Any]:
    """Return the added fields."""
    dates = {"when": _date_range(record.main_date)} if record.main_date else {}
    if record.main_date and record.main_date.is_interval:
        dates["lasted"] = dates["when"]
    return {"record": record.singular, "label": record.label} | dates | _point(graph, record)


def _point(graph: Graph, record: Record) -> dict[str, Any]:
    """Return the coordinates of a place, or of the place of an event, as a map needs them; {} if there are none."""
    key = f"place:{record.place}" if isinstance(record, Event) else record.key
    place = graph.dossier.by_key[key] if key in graph.visible_keys else None
    if not isinstance(place, Place) or place.latitude is None or place.longitude is None:
        return {}
    return {"point": f"POINT ({place.longitude:f} {place.latitude:f})"}


def _date_range(date: Edtf) -> dict[str, str]:
    ends = {"gte": date.earliest, "lte": date.latest}
    return {end: day.isoformat() for end, day in ends.items() if day}
