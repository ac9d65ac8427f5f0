"""data/ftm.json: FollowTheMoney keeps every value of every entity, and none says more than its record."""

import json
import subprocess
import sys
import warnings
from pathlib import Path
from unicodedata import normalize

import pytest
from dossier.edtf.parse import Edtf
from dossier.export import ftm
from dossier.export.ftm_entities import common_prefix, date_range
from dossier.model.kinds import KINDS
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier

from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # FollowTheMoney's dependencies emit warnings when they are imported.
    from followthemoney import model

DATES = [
    # EDTF, as a date
    ("2019-01-26", "2019-01-26"),
    ("2019-01", "2019-01"),
    ("2019", "2019"),
    ("2019-01-2X", "2019-01"),
    ("2019-XX-21", "2019"),
    ("201X", None),
    ("[2019-02-21,2019-02-28]", "2019-02"),
    ("[2019-02-21..2019-02-28]", "2019-02"),
    ("[2019-01-28..2019-02-03]", "2019"),
    ("[..2019-02-28]", None),
    ("2019-21", "2019"),
    ("2019-01-26?", None),
    ("2019-01-26~", None),
    ("2019-01-26T10:00:00", "2019-01-26"),
]
INTERVALS = [
    # EDTF, start, end
    ("2019-01-21/2019-01-27", "2019-01-21", "2019-01-27"),
    ("2019-01-2X/2019-02", "2019-01", "2019-02"),
    ("../2019-01-29", None, "2019-01-29"),
    ("2019-02-25/..", "2019-02-25", None),
    ("2019-02-21?/2019-03", None, "2019-03"),
    ("[2019-01-21..2019-01-27]", None, None),
    ("[..2019-01-29]", None, None),
    ("2019-01", None, None),
]
COMMANDS = {
    "installed": Path(sys.executable).with_name("ftm"),
    "newest": Path(__file__).parents[2] / ".venv-ftm/bin/ftm",
}
"""The command of the release that `make setup` installs, and that of the newest."""
NUMBER_FIELDS = ("value", "min", "max", "qualifier", "unit", "words", "status")


def read_entities(text):
    return nonempty(json.loads(line) for line in text.splitlines())


def key_of(entity):
    """Return the key of the record that an entity is made from; None for a link."""
    keys = [note for note in entity["properties"].get("notes", ()) if note.startswith("record: ")]
    return keys[0].removeprefix("record: ") if keys else None


def by_record(entities):
    return {key_of(entity): entity for entity in entities if key_of(entity)}


def export_entities(graph, publication=NO_CONTEXT):
    return read_entities(export_one(ftm, graph, publication))


@pytest.fixture(scope="module")
def entities(real_outputs):
    return read_entities(real_outputs[ftm.PATH])


@pytest.fixture(scope="module")
def record_entities(entities):
    return by_record(entities)


@pytest.fixture(scope="module")
def links(entities):
    return nonempty(entity for entity in entities if key_of(entity) is None)


@pytest.fixture(scope="module")
def records(real_outputs):
    data = json.loads(real_outputs["data/dossier.json"])
    return {f"{kind.singular}:{record['id']}": record for kind in KINDS for record in data[kind.plural]}


@pytest.fixture(scope="module")
def of_kind(records):
    """Return the records of a kind, by key."""
    return lambda kind: {key: records[key] for key in nonempty(key for key in records if key.startswith(f"{kind}:"))}


@pytest.fixture(scope="module")
def small_entities(small):
    return by_record(export_entities(small))


def test_the_library_changes_no_value(entities):
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert (proxy.id, proxy.schema.name, proxy.to_dict()["properties"]) == (
            entity["id"],
            entity["schema"],
            entity["properties"],
        )


def test_each_entity_has_what_its_schema_requires(entities):
    for entity in entities:
        schema = model.get(entity["schema"])
        schema.validate(entity)
        assert set(schema.required) <= entity["properties"].keys()


def test_each_reference_leads_to_an_entity_of_an_allowed_schema(entities):
    schemas = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    assert len(schemas) == len(entities)
    for entity in entities:
        for name, values in entity["properties"].items():
            definition = model.get(entity["schema"]).get(name)
            if definition.type.name == "entity":
                assert all(schemas[value].is_a(definition.range) for value in values)


@pytest.mark.parametrize("command", COMMANDS, ids=COMMANDS)
def test_the_command_line_passes_it_on_unchanged(entities, real_outputs, tmp_path, command):
    if not (program := COMMANDS[command]).exists():
        pytest.skip("`make newest-ftm` installs it; it needs a compiler and ICU's headers")
    (tmp_path / "ftm.json").write_text(real_outputs[ftm.PATH], "utf-8")
    arguments = [str(program), "validate", "-i", "ftm.json", "-o", "out.json"]
    subprocess.run(arguments, cwd=tmp_path, check=True, capture_output=True)
    output = [json.loads(line) for line in (tmp_path / "out.json").read_text("utf-8").splitlines()]
    assert [{key: entity[key] for key in ("id", "schema", "properties")} for entity in output] == entities


def test_every_record_is_an_entity(real, record_entities):
    assert record_entities.keys() == {record.key for record in real.graph.visible}


def test_every_passage_is_described_with_its_source_as_proof(real, entities, record_entities):
    descriptions = "\n".join(line for entity in entities for line in entity["properties"].get("description", ()))
    for citation in nonempty(real.graph.citations):
        assert normalize("NFC", f"“{real.graph.passage_text(citation)}”") in descriptions
        source = f"source:{citation.passage.source}"
        if citation.path[0] != "relations" and citation.record.key != source:
            assert record_entities[source]["id"] in record_entities[citation.record.key]["properties"]["proof"]


def test_every_field_of_a_number_is_a_note(record_entities, of_kind):
    for key, record in of_kind("number").items():
        notes = record_entities[key]["properties"]["notes"]
        assert {f"{name}: {record[name]}" for name in NUMBER_FIELDS if name in record} <= set(notes)
        assert f"measure_what: {record['measure']['what']}" in notes
        assert ("as_of" not in record) or f"as_of_date: {record['as_of']['date']}" in notes


def test_a_vague_number_has_only_its_words(graph_with):
    vague = "qualifier: vague\nwords: more than 500"
    graph = graph_with("content/numbers/more-than-500.yml", "value: 500\nqualifier: more than", vague)
    properties = by_record(export_entities(graph))["number:more-than-500"]["properties"]
    assert "more than 500" in properties["name"][0]
    assert not [note for note in properties["notes"] if note.startswith(("value", "min:", "max:"))]


def test_every_edtf_date_is_a_note(record_entities, records):
    dated = [(key, "date", record["date"]) for key, record in records.items() if "date" in record]
    for name in ("published", "as_of", "said"):
        dated += [(key, f"{name}_date", record[name]["date"]) for key, record in records.items() if name in record]
    for key, field, date in nonempty(dated):
        assert f"{field}: {date}" in record_entities[key]["properties"]["notes"]


def test_every_relation_and_role_in_an_event_is_a_link(record_entities, links, records):
    exported = set()
    for link in links:
        properties = dict(link["properties"])
        properties.pop("description", None)
        [role] = properties.pop("role", None) or properties.pop("relationship")
        exported.add((frozenset(end for [end] in properties.values()), role))
    expected = set()
    for key, record in records.items():
        pairs = [(relation["to"], relation["type"]) for relation in record.get("relations", ())]
        pairs += [(participant["actor"], participant["role"]) for participant in record.get("participants", ())]
        for actor, role in pairs:
            ends = frozenset((record_entities[key]["id"], record_entities[f"actor:{actor}"]["id"]))
            expected.add((ends, role))
    assert expected
    assert expected <= exported


def test_a_quote_is_not_truncated(record_entities, of_kind):
    for key, record in of_kind("quote").items():
        words = " … ".join(record["words"])
        assert any(words in line for line in record_entities[key]["properties"]["description"])


def test_markup_is_removed_from_prose_and_kept_elsewhere(graph_with):
    graph = graph_with(
        "content/numbers/gone-567.yml", "value: 567", "value: 567\nnote: They *all* left.\nwords: '*567*'"
    )
    notes = by_record(export_entities(graph))["number:gone-567"]["properties"]["notes"]
    assert {"note: They all left.", "words: *567*"} <= set(notes)


def test_a_note_is_on_the_records_that_it_names(small_entities):
    note = small_entities["number:gone-567"]["properties"]
    named = [small_entities[key]["id"] for key in ("place:port-brenn", "actor:port-officials", "event:walk-out")]
    assert sorted(note["entity"]) == sorted(named)
    assert "qualifier: exactly" in note["notes"]


def test_the_answers_of_a_disagreement_are_notes(small_entities):
    notes = small_entities["disagreement:how-many"]["properties"]["notes"]
    assert {"answer: More than 500.", "answer: 567, no less."} <= set(notes)


@pytest.mark.parametrize(("edtf", "date"), DATES)
def test_a_date_is_never_more_precise_than_its_edtf(edtf, date):
    assert common_prefix(Edtf.parse(edtf)) == date


@pytest.mark.parametrize(("edtf", "start", "end"), INTERVALS)
def test_an_interval_has_the_ends_that_are_certain(edtf, start, end):
    assert date_range(Edtf.parse(edtf)) == (start, end)


def test_an_event_has_its_date_if_it_is_known(small_entities):
    assert small_entities["event:walk-out"]["properties"]["date"] == ["2019-01-23"]
    assert not {"date", "startDate", "endDate"} & small_entities["event:opening"]["properties"].keys()


def test_a_page_is_linked_if_the_address_is_known(small, small_entities):
    hosted = by_record(export_entities(small, PublishContext(None, EXAMPLE_ADDRESS)))
    assert hosted["actor:eva-holm"]["properties"]["sourceUrl"] == [f"{EXAMPLE_ADDRESS}actors/eva-holm.html"]
    assert not any("sourceUrl" in entity["properties"] for entity in small_entities.values())


def test_ids_stay_when_a_record_is_added(base, write, small_entities):
    text = (base / "content/actors/eva-holm.yml").read_text("utf-8")
    root = write("content/actors/zoe-ny.yml", text.replace("name: Eva Holm", "name: Zoe Ny"))
    entities = by_record(export_entities(check_dossier(root).graph))
    assert {key: entity["id"] for key, entity in entities.items() if key != "actor:zoe-ny"} == {
        key: entity["id"] for key, entity in small_entities.items()
    }


def test_another_dossier_has_other_ids(small):
    ids, other_ids = (
        {entity["id"] for entity in export_entities(small, publication)}
        for publication in (NO_CONTEXT, PublishContext(None, EXAMPLE_ADDRESS))
    )
    assert ids.isdisjoint(other_ids)
