"""data/bulk.ndjson: pairs of lines that Elasticsearch and OpenSearch take, every field known to the mapping."""

import json
import re

import pytest
from dossier.export import export_all
from dossier.export.bulk import ANALYSIS, MAPPING_PATH, PATH, field_mappings
from dossier.export.schema_json import data_schema
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier

ADDED = {"record", "label", "when"}
DATES = [
    # EDTF, range
    ("2019-01-2X", {"gte": "2019-01-20", "lte": "2019-01-29"}),
    ("2019-02-25/..", {"gte": "2019-02-25"}),
    ("../2019-02-25", {"lte": "2019-02-25"}),
    ("2019-01-26?", {"gte": "2019-01-26", "lte": "2019-01-26"}),
]
PROSE = [
    # as written, as searched
    ("Then [[actor:juan-guaido|Guaidó]] left.", "Then Guaidó left."),
    ("[[event:walk-out|They]] and [[actor:eva-holm|she]] left.", "They and she left."),
    ("A list [of two] left.", "A list [of two] left."),
]
VALID = {
    "text": str,
    "keyword": str,
    "date": str,
    "integer": int,
    "boolean": bool,
    "date_range": dict,
}


def pairs_of(outputs):
    lines = [json.loads(line) for line in outputs[PATH].split("\n")[:-1]]
    return list(zip(lines[::2], lines[1::2], strict=True))


def strange(value, mapping, path=""):
    """The paths of values that the mapping does not know, or takes for something else."""
    if isinstance(value, list):
        for one in value:
            yield from strange(one, mapping, path)
    elif "properties" in mapping:
        for key, one in value.items():
            field = mapping["properties"].get(key)
            yield from (f"{path}.{key}",) if field is None else strange(one, field, f"{path}.{key}")
    elif not isinstance(value, VALID[mapping["type"]]):
        yield path


@pytest.fixture(scope="module")
def pairs(real_outputs):
    return pairs_of(real_outputs)


@pytest.fixture(scope="module")
def mappings(real_outputs):
    return json.loads(real_outputs[MAPPING_PATH])["mappings"]


def test_it_ends_with_a_line_end_and_no_line_is_empty(real_outputs):
    assert real_outputs[PATH].endswith("\n") and "\n\n" not in real_outputs[PATH]


def test_each_record_is_an_action_and_a_source_with_an_id_of_its_own(real, pairs):
    assert [action for action, _ in pairs] == [{"index": {"_id": record.key}} for record in real.graph.visible]
    assert all(f"{source['record']}:{source['id']}" == action["index"]["_id"] for action, source in pairs)


def test_each_source_is_the_record_as_the_data_has_it(pairs, real_outputs):
    data = json.loads(real_outputs["data/dossier.json"])
    for _, source in pairs:
        [record] = [one for one in data[f"{source['record']}s"] if one["id"] == source["id"]]
        assert {name: value for name, value in source.items() if name not in ADDED} == record


def test_the_mapping_knows_every_field_and_refuses_others(pairs, mappings):
    assert mappings["dynamic"] == "strict"
    assert [path for _, source in pairs for path in strange(source, mappings)] == []
    assert list(strange({"colour": "red", "published": {"hour": 1}}, mappings)) == [".colour", ".published.hour"]


def test_what_kinds_share_is_searched_alike(mappings):
    schemas = data_schema()["$defs"]
    for kind in KINDS:
        for name, field in field_mappings(schemas[kind.__name__], schemas).items():
            assert mappings["properties"][name] == field


def test_passages_dates_and_figures_are_searched_as_what_they_are(mappings):
    fields = mappings["properties"]
    assert fields["passages"]["type"] == fields["roles"]["properties"]["passages"]["type"] == "nested"
    assert (fields["date"]["type"], fields["when"]["type"]) == ("keyword", "date_range")
    assert fields["value"] == {"type": "keyword", "fields": {"number": {"type": "double"}}}
    assert (fields["status"]["type"], fields["summary"]["analyzer"]) == ("keyword", "folded")


@pytest.mark.parametrize(("date", "days"), DATES)
def test_a_date_is_kept_and_widened_to_a_range_beside_it(base, write, date, days):
    text = (base / "content/events/walk-out.yml").read_text("utf-8")
    root = write("content/events/walk-out.yml", text.replace("date: 2019-01-23", f'date: "{date}"', 1))
    outputs = {output.path: output.content for output in export_all(check_dossier(root).graph)}
    [event] = [source for action, source in pairs_of(outputs) if action["index"]["_id"] == "event:walk-out"]
    assert (event["date"], event["when"]) == (date, days)


def test_what_nobody_dates_has_no_range(pairs):
    undated = [source for _, source in pairs if source["record"] == "event" and "date" not in source]
    assert undated and not any("when" in source for source in undated)


@pytest.mark.parametrize(("written", "searched"), PROSE)
def test_a_cross_link_is_searched_by_its_words(written, searched):
    links = ANALYSIS["char_filter"]["links"]
    assert re.sub(links["pattern"], links["replacement"].replace("$1", r"\1"), written) == searched
