"""data/ftm.json: FollowTheMoney takes every entity whole, and none says more than its record does."""

import json
import subprocess
import sys
import warnings
from pathlib import Path
from unicodedata import normalize

import pytest
from dossier.edtf.parse import Edtf
from dossier.export import export_all
from dossier.export.ftm.dates import common_prefix, date_range
from dossier.export.ftm.export import PATH
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier

from tests.conftest import BASE

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Of its own dependencies.
    from followthemoney import model

ADDRESS = "https://example.org/dossier/"
DATES = [
    # EDTF, as a date
    ("2019-01-26", "2019-01-26"),
    ("2019-01", "2019-01"),
    ("2019", "2019"),
    ("2019-01-2X", "2019-01"),
    ("2019-XX-21", "2019"),
    ("201X", None),
    ("[2019-02-21,2019-02-28]", "2019-02"),
    ("2019-21", "2019"),
    ("2019-01-26?", None),
    ("2019-01-26~", None),
    ("2019-01-26T10:00:00", "2019-01-26"),
]
SPANS = [
    # EDTF, start, end
    ("2019-01-21/2019-01-27", "2019-01-21", "2019-01-27"),
    ("2019-01-2X/2019-02", "2019-01", "2019-02"),
    ("../2019-01-29", None, "2019-01-29"),
    ("2019-02-25/..", "2019-02-25", None),
    ("2019-02-21?/2019-03", None, "2019-03"),
]


def lines_of(outputs):
    return [json.loads(line) for line in outputs[PATH].splitlines()]


def entities_of(root, publication=NO_CONTEXT):
    return lines_of({output.path: output.content for output in export_all(check_dossier(root).graph, publication)})


def record_of(entity):
    """The key of the record that a thing stands for; none for a link."""
    said = (note for note in entity["properties"].get("notes", ()) if note.startswith("record: "))
    return next((note.removeprefix("record: ") for note in said), None)


@pytest.fixture(scope="module")
def entities(real_outputs):
    return lines_of(real_outputs)


@pytest.fixture(scope="module")
def things(entities):
    return {record_of(entity): entity for entity in entities if record_of(entity)}


@pytest.fixture(scope="module")
def links(entities):
    return [entity for entity in entities if record_of(entity) is None]


@pytest.fixture(scope="module")
def records(real_outputs):
    data = json.loads(real_outputs["data/dossier.json"])
    return {
        f"{plural[:-1]}:{one['id']}": one
        for plural in data
        if plural.endswith("s")
        for one in data[plural]
        if "id" in one
    }


def test_the_library_takes_every_value_and_changes_none(entities):
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert (proxy.id, proxy.schema.name, proxy.to_dict()["properties"]) == (
            entity["id"],
            entity["schema"],
            entity["properties"],
        )


def test_each_has_what_its_schema_requires(entities):
    for entity in entities:
        schema = model.get(entity["schema"])
        schema.validate(entity)
        assert set(schema.required) <= entity["properties"].keys()


def test_each_reference_leads_to_an_entity_that_may_stand_there(entities):
    schemas = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    assert len(schemas) == len(entities)
    for entity in entities:
        for name, values in entity["properties"].items():
            prop = model.get(entity["schema"]).get(name)
            if prop.type.name == "entity":
                assert all(schemas[value].is_a(prop.range) for value in values)


def test_the_command_line_passes_it_on_unchanged(entities, real_outputs, tmp_path):
    (tmp_path / "ftm.json").write_text(real_outputs[PATH], "utf-8")
    command = [str(Path(sys.executable).with_name("ftm")), "validate", "-i", "ftm.json", "-o", "out.json"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    passed = [json.loads(line) for line in (tmp_path / "out.json").read_text("utf-8").splitlines()]
    told = [{key: entity[key] for key in ("id", "schema", "properties")} for entity in passed]
    assert told == entities


def test_every_record_is_a_thing(real, things):
    assert things.keys() == {record.key for record in real.graph.visible}


def test_every_passage_is_in_it_with_its_source_as_proof(real, entities, things):
    told = "\n".join(line for entity in entities for line in entity["properties"].get("description", ()))
    for one in real.graph.citations:
        assert normalize("NFC", f"“{real.graph.passage_text(one)}”") in told
        if one.path[0] != "relations" and one.record.key != f"source:{one.passage.source}":
            proof = things[one.record.key]["properties"]["proof"]
            assert things[f"source:{one.passage.source}"]["id"] in proof


def test_every_field_of_a_number_is_told(things, records):
    for key, record in records.items():
        if key.startswith("number:"):
            notes = things[key]["properties"]["notes"]
            fields = ("value", "min", "max", "qualifier", "unit", "words", "status")
            assert {f"{name}: {record[name]}" for name in fields if name in record} <= set(notes)
            assert f"measure_what: {record['measure']['what']}" in notes
            assert ("as_of" not in record) or f"as_of_date: {record['as_of']['date']}" in notes


def test_a_vague_number_has_only_its_words(things, records):
    vague = [key for key, record in records.items() if record.get("qualifier") == "vague"]
    assert vague
    for key in vague:
        assert records[key]["words"] in things[key]["properties"]["name"][0]
        assert not [note for note in things[key]["properties"]["notes"] if note.startswith(("value", "min:", "max:"))]


def test_every_edtf_date_is_in_the_notes(things, records):
    for key, record in records.items():
        holders = ((None, record), *((name, record[name]) for name in ("published", "as_of", "said") if name in record))
        for name, holder in holders:
            if "date" in holder:
                assert f"{name + '_' if name else ''}date: {holder['date']}" in things[key]["properties"]["notes"]


def test_every_relation_and_part_in_an_event_is_a_link(things, links, records):
    told = set()
    for link in links:
        ends = [
            value
            for name, [value, *_] in link["properties"].items()
            if name not in ("role", "description", "relationship")
        ]
        told.add((frozenset(ends), *link["properties"].get("role", link["properties"].get("relationship", ()))))
    for key, record in records.items():
        ties = [(one["to"], one["type"]) for one in record.get("relations", ())]
        ties += [(one["actor"], one["role"]) for one in record.get("participants", ())]
        for actor, how in ties:
            assert (frozenset((things[key]["id"], things[f"actor:{actor}"]["id"])), how) in told


def test_a_quote_is_told_whole(things, records):
    for key, record in records.items():
        if key.startswith("quote:"):
            assert any(" … ".join(record["words"]) in told for told in things[key]["properties"]["description"])


def test_marks_are_read_in_prose_and_kept_elsewhere(base, write):
    text = (base / "content/numbers/gone-567.yml").read_text("utf-8")
    root = write("content/numbers/gone-567.yml", f"{text}note: They *all* left.\nwords: '*567*'\n")
    [number] = [one for one in entities_of(root) if record_of(one) == "number:gone-567"]
    assert {"note: They all left.", "words: *567*"} <= set(number["properties"]["notes"])


def test_a_note_is_on_the_records_it_names(things):
    note = things["number:defectors-to-colombia-567"]["properties"]
    assert things["place:colombia"]["id"] in note["entity"]
    assert "qualifier: exactly" in note["notes"]


def test_an_answer_to_a_question_is_told(things, records):
    for key, record in records.items():
        if key.startswith("disagreement:"):
            answers = [note for note in things[key]["properties"]["notes"] if note.startswith("answer: ")]
            assert len(answers) == len({one["statement"] for one in record["positions"]})


@pytest.mark.parametrize(("date", "said"), DATES)
def test_a_date_is_never_told_more_exactly_than_it_is(date, said):
    assert common_prefix(Edtf.parse(date)) == said


@pytest.mark.parametrize(("date", "start", "end"), SPANS)
def test_an_interval_is_told_as_far_as_it_is_sure(date, start, end):
    assert date_range(Edtf.parse(date)) == (start, end)


def test_an_event_has_its_dates(things):
    assert things["event:caracas-protest"]["properties"]["date"] == ["2019-01-23"]
    assert not {"date", "startDate", "endDate"} & things["event:us-recognition"]["properties"].keys()


def test_its_page_is_named_where_the_address_is_told():
    urls = {
        key: one["properties"].get("sourceUrl")
        for one in entities_of(BASE, PublishContext(None, ADDRESS))
        if (key := record_of(one))
    }
    assert urls["actor:eva-holm"] == [f"{ADDRESS}actors/eva-holm.html"]
    assert not any("sourceUrl" in one["properties"] for one in entities_of(BASE) if one["schema"] != "Article")


def test_ids_stay_when_other_records_change(base, write):
    before = {record_of(one): one["id"] for one in entities_of(base)}
    text = (base / "content/actors/eva-holm.yml").read_text("utf-8")
    write("content/actors/zoe-ny.yml", text.replace("name: Eva Holm", "name: Zoe Ny"))
    after = {record_of(one): one["id"] for one in entities_of(base)}
    assert {key: after[key] for key in before if key} == {key: id for key, id in before.items() if key}


def test_another_dossier_has_other_ids():
    here, there = (
        {one["id"] for one in entities_of(BASE, publication)}
        for publication in (NO_CONTEXT, PublishContext(None, ADDRESS))
    )
    assert here.isdisjoint(there)
