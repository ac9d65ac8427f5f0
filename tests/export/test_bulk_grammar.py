"""data/bulk.ndjson is what the bulk APIs of Elasticsearch and OpenSearch document, under the mapping beside it."""

import json

import pytest
from dossier.export import bulk
from dossier.pipeline import check_dossier

from benchmarks.synthetic import RECORDS_PER_TEXT, write_dossier
from tests.conftest import BASE, ROOT
from tests.export.bulk_grammar import bulk_faults, mapping_faults
from tests.export.helpers import EXAMPLE_ADDRESS
from tests.helpers import nonempty

MAPPINGS = json.loads(json.dumps(bulk.index_settings()))["mappings"]
SMALL = {"properties": {"name": {"type": "keyword"}, "when": {"type": "date_range"}, "value": bulk.NUMBER}}
REFUSED = [
    # body, the fault
    ('{"index":{"_id":"a"}}\n{"name":"x"}', "the last line does not end with a line feed"),
    ('{"index":{"_id":"a"}}\n', "line 2: no source, which is an object"),
    ('{"index":{"_id":"a"}}\n\n{"name":"x"}\n', "line 2: no source, which is an object"),
    ('{"put":{"_id":"a"}}\n{"name":"x"}\n', "line 1: no action"),
    ('{"index":{"_id":"a","_type":"doc"}}\n{"name":"x"}\n', "line 1: unknown metadata: "),
    ('{"index":{"_id":1}}\n{"name":"x"}\n', "line 1: no id of 1 to 512 bytes"),
    ('{"index":{"_id":"' + "é" * 257 + '"}}\n{"name":"x"}\n', "line 1: no id of 1 to 512 bytes"),
    ('{"index":{"_id":"a"}}\n{"name":"x"}\n{"index":{"_id":"a"}}\n{"name":"x"}\n', "line 3: the id a occurs twice"),
    ('{"index":{"_id":"a"}}\n{"name":"x","name":"y"}\n', "line 2: no source, which is an object"),
    ('{"index":{"_id":"a"}}\n{"value":NaN}\n', "line 2: no source, which is an object"),
    ('{"index":{"_id":"a"}}\n{"colour":"red"}\n', "line 2: .colour: not in the mapping, which is strict"),
    ('{"index":{"_id":"a"}}\n{"name":"' + "x" * 32767 + '"}\n', "line 2: name: 'x"),
    ('{"index":{"_id":"a"}}\n{"value":"2/3"}\n', "line 2: value: '2/3' is no double"),
    ('{"index":{"_id":"a"}}\n{"when":{"gte":"2019-02-01","lte":"2019-01-01"}}\n', "line 2: when: {"),
    ('{"index":{"_id":"a"}}\n{"when":{"gte":"2019-01"}}\n', "line 2: when: {'gte': '2019-01'} is no date_range"),
]


@pytest.fixture(params=["base", "real", "synthetic"])
def graph(request, tmp_path):
    """The graph of a dossier: the small one, the real one, a synthetic one."""
    if request.param == "synthetic":
        write_dossier(tmp_path / "synthetic", RECORDS_PER_TEXT, ROOT / "content/pages")
        return check_dossier(tmp_path / "synthetic").graph
    return check_dossier(BASE if request.param == "base" else ROOT).graph


@pytest.mark.parametrize("site_url", ["", EXAMPLE_ADDRESS], ids=["relative", "absolute"])
def test_a_server_accepts_every_line(graph, site_url):
    records, mapping = bulk.export(graph, bulk.PublishContext(site_url=site_url))
    mappings = json.loads(mapping.content)["mappings"]
    assert nonempty(records.content.splitlines())
    assert list(bulk_faults(records.content, mappings)) == []


def test_a_server_accepts_the_mapping():
    assert list(mapping_faults(MAPPINGS)) == []


def test_halves_of_a_file_with_even_numbers_of_lines_are_requests_too(graph):
    records, _ = bulk.export(graph, bulk.PublishContext())
    lines = records.content.splitlines(keepends=True)
    for part in (lines[:10], lines[10:]):
        assert list(bulk_faults(b"".join(part), MAPPINGS)) == []


@pytest.mark.parametrize(("body", "fault"), REFUSED)
def test_what_a_server_refuses_is_a_fault(body, fault):
    assert next(bulk_faults(body.encode(), SMALL)).startswith(fault)


def test_mappings_beyond_the_limits_are_faults():
    fields = {f"field-{number}": {"type": "keyword"} for number in range(1001)}
    nested = {f"field-{number}": {"type": "nested", "properties": {}} for number in range(51)}
    assert list(mapping_faults({"properties": fields})) == ["1001 fields"]
    assert list(mapping_faults({"properties": nested})) == ["51 nested fields"]
