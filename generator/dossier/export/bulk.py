"""The records for Elasticsearch and OpenSearch: a file for their `_bulk` interface, and the mapping of its fields.

Each record is two lines: the action with its `_id`, and the record as `data/dossier.json` has it, with a few fields at
its head that searching needs. Which index they go to is told by the request.
"""

import json
from collections.abc import Iterator

from dossier.export.bulk_mapping import index
from dossier.export.dossier_json import record_lines
from dossier.link import Graph
from dossier.model.edition import Edition
from dossier.model.edtf import Edtf
from dossier.model.output import Output
from dossier.model.record import Record

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


def export(graph: Graph, edition: Edition) -> Iterator[Output]:
    """The records, then the mapping, which is the same for every dossier."""
    lines = record_lines(graph)
    pairs = (
        f"{_json({'index': {'_id': record.key}})}\n{_head(record)}, {lines[record.key][1:]}\n" for record in graph.shown
    )
    yield Output(PATH, "".join(pairs))
    yield Output(MAPPING_PATH, f"{_json(index())}\n")


def _head(record: Record) -> str:
    """What stands before the record's own fields, the object left open."""
    added = {"record": record.singular, "label": record.label} | ({"when": _range(record.when)} if record.when else {})
    return _json(added)[:-1]


def _range(when: Edtf) -> dict[str, str]:
    ends = {"gte": when.earliest, "lte": when.latest}
    return {end: day.isoformat() for end, day in ends.items() if day}
