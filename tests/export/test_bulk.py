"""data/bulk.ndjson: pairs of lines that Elasticsearch and OpenSearch take, with every field in the mapping."""

import json
import re

import pytest
from dossier.export import bulk
from dossier.export.schema_json import data_schema
from dossier.model.kinds import KINDS
from dossier.model.publish_context import NO_CONTEXT

from tests.export.helpers import unmapped_values
from tests.helpers import nonempty

DATES = [
    # EDTF, range of possible days, whether it lasted
    ("2019-01-2X", {"gte": "2019-01-20", "lte": "2019-01-29"}, False),
    ("2019-01-20/2019-01-29", {"gte": "2019-01-20", "lte": "2019-01-29"}, True),
    ("[2019-01-20..2019-01-29]", {"gte": "2019-01-20", "lte": "2019-01-29"}, False),
    ("2019-02-25/..", {"gte": "2019-02-25"}, True),
    ("../2019-02-25", {"lte": "2019-02-25"}, True),
    ("[..2019-02-25]", {"lte": "2019-02-25"}, False),
    ("2019-01-26?", {"gte": "2019-01-26", "lte": "2019-01-26"}, False),
]


def read_pairs(text):
    lines = [json.loads(line) for line in text.split(b"\n")[:-1]]
    return nonempty(zip(lines[::2], lines[1::2], strict=True))


@pytest.fixture(scope="module")
def pairs(real_outputs):
    return read_pairs(real_outputs[bulk.PATH])


@pytest.fixture(scope="module")
def mappings(real_outputs):
    return json.loads(real_outputs[bulk.MAPPING_PATH])["mappings"]


def test_it_ends_with_a_line_end_and_has_no_empty_line(real_outputs):
    assert real_outputs[bulk.PATH].endswith(b"\n")
    assert b"\n\n" not in real_outputs[bulk.PATH]


def test_each_record_is_an_action_and_a_document_with_an_id(real, pairs):
    assert [action for action, _ in pairs] == [{"index": {"_id": record.key}} for record in real.graph.visible]
    assert all(f"{document['record']}:{document['id']}" == action["index"]["_id"] for action, document in pairs)


def test_each_document_is_the_record_of_the_json(pairs, real_outputs):
    data = json.loads(real_outputs["data/dossier.json"])
    records = {(kind.singular, record["id"]): record for kind in KINDS for record in data[kind.plural]}
    for _, document in pairs:
        fields = {name: value for name, value in document.items() if name not in bulk.ADDED_FIELDS}
        assert fields == records[document["record"], document["id"]]


def test_the_mapping_knows_every_field_and_refuses_others(pairs, mappings):
    assert mappings["dynamic"] == "strict"
    assert [path for _, document in pairs for path in unmapped_values(document, mappings)] == []
    unknown = {"colour": "red", "published": {"hour": 1}}
    assert list(unmapped_values(unknown, mappings)) == [".colour", ".published.hour"]


def test_a_field_of_several_kinds_is_searched_alike_in_all(mappings):
    schemas = data_schema()["$defs"]
    for kind in KINDS:
        for name, field in nonempty(bulk.field_mappings(schemas[kind.__name__], schemas).items()):
            assert mappings["properties"][name] == field


def test_passages_dates_and_figures_have_types_of_their_own(mappings):
    fields = mappings["properties"]
    assert fields["passages"]["type"] == fields["roles"]["properties"]["passages"]["type"] == "nested"
    assert fields["statements"]["type"] == fields["statements"]["properties"]["evidence"]["type"] == "nested"
    assert (fields["date"]["type"], fields["when"]["type"]) == ("keyword", "date_range")
    assert fields["value"] == {"type": "keyword", "fields": {"number": {"type": "double"}}}
    assert (fields["status"]["type"], fields["summary"]["analyzer"]) == ("keyword", "folded")


@pytest.mark.parametrize(("date", "days", "has_lasted"), DATES)
def test_a_date_is_kept_and_has_a_range_of_days(graph_with, date, days, has_lasted):
    graph = graph_with("content/events/walk-out.yml", "date: 2019-01-23", f'date: "{date}"')
    records, _ = bulk.export(graph, NO_CONTEXT)
    documents = {action["index"]["_id"]: document for action, document in read_pairs(records.content)}
    event = documents["event:walk-out"]
    assert (event["date"], event["when"], event.get("lasted")) == (date, days, days if has_lasted else None)


def test_an_event_without_a_date_has_no_range(small_files):
    documents = {document["id"]: document for _, document in read_pairs(small_files[bulk.PATH])}
    assert "when" not in documents["opening"]


def test_a_place_and_its_events_have_a_point(real, pairs, mappings):
    assert mappings["properties"]["point"] == {"type": "geo_point"}
    points = {action["index"]["_id"]: document.get("point") for action, document in pairs}
    for place in nonempty(place for place in real.graph.dossier.places if place.has_coordinates):
        point = f"POINT ({place.longitude:f} {place.latitude:f})"
        assert points[place.key] == point
        assert {points[event.key] for event in real.graph.dossier.events if event.place == place.id} <= {point}
    assert any(point for key, point in points.items() if key.startswith("event:"))


def searched_texts(value, mapping):
    """Yield every text of a document that a search looks at."""
    if isinstance(value, list):
        for item in value:
            yield from searched_texts(item, mapping)
    elif "properties" in mapping:
        for key, inner in value.items():
            yield from searched_texts(inner, mapping["properties"][key])
    elif isinstance(value, str) and mapping.get("index", True):
        yield value


def test_markup_is_kept_and_not_searched(pairs, mappings):
    texts = nonempty(text for _, document in pairs for text in searched_texts(document, mappings))
    assert [text for text in texts if re.search(r"\[\^|\[\[[a-z]+:", text)] == []
    assert any("[[" in document["summary_markup"] for _, document in pairs)


def test_an_event_at_a_place_that_is_a_draft_has_no_point(graph_with):
    shown, hidden = (
        graph_with("content/places/port-brenn.yml", "review: published", f"review: {review}")
        for review in ("published", "draft")
    )
    files = [next(bulk.export(graph, NO_CONTEXT)).content for graph in (shown, hidden)]
    points = [
        [action["index"]["_id"] for action, document in read_pairs(file) if "point" in document] for file in files
    ]
    assert points == [["event:walk-out", "place:port-brenn"], []]
