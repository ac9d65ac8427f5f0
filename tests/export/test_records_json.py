"""data/records: one JSON file for each record, complete in itself, and a list of them."""

import json
from urllib.parse import urljoin

import jsonschema
import pytest
from dossier.export import dossier_json, records_json
from dossier.export.schema_json import data_schema
from dossier.model.kinds import KINDS
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier

from tests.conftest import BASE
from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty


def read_documents(graph, publication=NO_CONTEXT):
    """Return the files as data, by their paths."""
    return {output.path: json.loads(output.content) for output in records_json.export(graph, publication)}


@pytest.fixture(scope="module")
def documents():
    return read_documents(check_dossier(BASE).graph)


def test_the_list_has_every_file_and_each_names_itself(documents):
    listed = nonempty(documents[records_json.PATH])
    assert {entry["data"] for entry in listed} == documents.keys() - {records_json.PATH}
    for entry in listed:
        assert documents[entry["data"]] | entry == documents[entry["data"]]


def test_a_file_has_the_record_as_the_whole_dossier_has_it(documents, small):
    data = json.loads(export_one(dossier_json, small))
    for kind in KINDS:
        for record in nonempty(data[kind.plural]):
            assert documents[f"data/records/{kind.plural}/{record['id']}.json"]["record"] == record


def test_the_record_in_a_file_follows_the_schema_of_the_dossier(documents):
    schema = data_schema()
    for kind in KINDS:
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind.__name__}", "$defs": schema["$defs"]})
        folder = f"data/records/{kind.plural}/"
        records = [document["record"] for path, document in documents.items() if path.startswith(folder)]
        assert [error.message for record in nonempty(records) for error in validator.iter_errors(record)] == []


def test_every_key_in_a_file_has_its_name_and_address_there(documents, small):
    for path, document in documents.items():
        if path == records_json.PATH:
            continue
        evidence = [passage for entry in document["record"]["statements"] for passage in entry["evidence"]]
        named = {f"source:{passage['source']}" for passage in evidence}
        named |= {*document["record"].get("about", ()), *document["mentioned_in"]}
        assert named - {document["key"]} <= document["records"].keys(), path
        assert {f"source:{id}" for id in document["sources"]} <= {*document["records"], document["key"]}
        for key, entry in document["records"].items():
            assert (entry["key"], entry["label"]) == (key, small.labels[key])
            assert documents[entry["data"]]["url"] == entry["url"]


def test_the_records_that_mention_it_are_those_that_its_page_lists(documents, small):
    for record in small.visible:
        expected = [other.key for other in small.backlinks_of(record)]
        assert documents[f"data/records/{record.plural}/{record.id}.json"]["mentioned_in"] == expected
    assert documents["data/records/numbers/gone-567.json"]["mentioned_in"] == ["disagreement:how-many"]


def test_a_source_is_described_with_its_author_and_its_date(documents):
    assert documents["data/records/events/walk-out.json"]["sources"]["gazette"] == {
        "title": "Dockers walk out at Port Brenn",
        "authors": ["Ada Lind"],
        "kind": "news",
        "published": "2019-01-27",
        "published_words": "27 January 2019",
        "grade": "B",
        "url": "sources/gazette.html",
    }


@pytest.mark.parametrize("site_url", ["", EXAMPLE_ADDRESS])
def test_addresses_lead_from_a_file_to_the_pages_with_and_without_an_address_of_the_site(small, site_url):
    place = site_url or "file:///tmp/site/"
    for path, document in read_documents(small, PublishContext(site_url=site_url)).items():
        if path != records_json.PATH:
            root = urljoin(f"{place}{path}", document["dossier"]["root"])
            assert root == place
            assert urljoin(root, document["url"]) == f"{place}{document['record']['url'].removeprefix(site_url)}"
            assert document["url"].startswith(site_url)


def test_the_file_of_a_withdrawn_record_has_its_notice_and_none_of_its_claims(add):
    root = add("content/events/opening.yml", withdrawn={"date": "2019-03-04", "why": "It was another harbour."})
    document = read_documents(check_dossier(root).graph)["data/records/events/opening.json"]
    assert document["withdrawn"] == "2019-03-04"
    assert document["record"].keys() == {"kind", "id", "label", "url", "withdrawn"}


def test_a_draft_has_no_file_and_is_not_named(base, write):
    text = (base / "content/actors/nils-aker.yml").read_text("utf-8")
    root = write("content/actors/nils-aker.yml", text.replace("review: published", "review: draft"))
    documents = read_documents(check_dossier(root).graph)
    assert "data/records/actors/nils-aker.json" not in documents
    named = {key for document in documents.values() if isinstance(document, dict) for key in document["records"]}
    assert "actor:eva-holm" in named and "actor:nils-aker" not in named


def test_a_source_has_its_copy_and_the_day_it_was_read(add):
    copy = "https://web.archive.org/web/20190128/https://example.org/a"
    root = add("content/sources/gazette.yml", url="https://example.org/a", archived=copy, accessed="2019-01-28")
    source = read_documents(check_dossier(root).graph)["data/records/events/walk-out.json"]["sources"]["gazette"]
    assert (source["original_url"], source["archived"], source["accessed"]) == (
        "https://example.org/a",
        copy,
        "2019-01-28",
    )
