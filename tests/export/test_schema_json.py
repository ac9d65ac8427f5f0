"""The published schemas fit what is published and what is written, and nothing else."""

import copy
import json

import jsonschema
import pytest
import yaml
from dossier.export import export_all
from dossier.export.schema_json import PATH
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.number import Number
from dossier.model.schema import json_schema_of
from dossier.pipeline import check_dossier
from pydantic import ValidationError

from tests.conftest import BASE, ROOT

Validator = jsonschema.Draft202012Validator
FOLDERS = {kind.plural: kind for kind in KINDS}
FILES = sorted(
    file
    for root in (ROOT, BASE)
    for file in (root / "content").rglob("*.yml")
    if file.parent.name in FOLDERS or file.name == "dossier.yml"
)
NUMBER = {
    "value": "567",
    "qualifier": "exactly",
    "unit": "soldiers",
    "measure": {"what": "soldiers"},
    "status": "reported",
    "summary": "Some.",
    "review": "published",
}
READ = [
    # what to change, whether the loader takes it
    ({}, True),
    ({"value": 567}, True),
    ({"value": "0.25"}, True),
    ({"value": "1_000"}, False),
    ({"value": True}, False),
    ({"value": None}, False),
    ({"summary": 1984}, True),
    ({"summary": False}, True),
    ({"summary": ""}, False),
    ({"as_of": {"date": 2019}}, True),
    ({"as_of": {"date": "2019-02-2X"}}, True),
    ({"qualifier": "roughly"}, False),
    ({"qualifier": "vague"}, False),
    ({"qualifier": "between"}, False),
    ({"min": "1"}, False),
    ({"figure": "567"}, False),
    ({"measure": {}}, False),
    ({"counted_by": "Colombia"}, False),
]
BREAKS = {
    "a field too many": lambda data: data["actors"][0].update(colour="red"),
    "a field too few": lambda data: data["quotes"][0].pop("words"),
    "another format": lambda data: data.update(format="dossier/1"),
    "a kind left out": lambda data: data.pop("places"),
    "another kind's page": lambda data: data["events"][0].update(url="actors/eva-holm.html"),
    "a position that is text": lambda data: data["numbers"][0]["passages"][0].update(start="12"),
    "a passage without its place": lambda data: data["numbers"][0]["passages"][0].pop("end"),
    "a value that is no text": lambda data: data["numbers"][0].update(value=567),
    "a value that is not known": lambda data: data["events"][0].update(status="rumoured"),
}


@pytest.fixture(scope="module")
def schemas(real_outputs):
    return {path: json.loads(text) for path, text in real_outputs.items() if path.startswith("data/schema/")}


def data_of(root):
    return json.loads(next(iter(export_all(check_dossier(root).graph))).content)


@pytest.fixture(scope="module")
def small():
    """The data of the small dossier."""
    return data_of(BASE)


def test_each_is_a_schema_of_the_dialect_it_names(schemas):
    for schema in schemas.values():
        assert schema["$schema"] == Validator.META_SCHEMA["$id"]
        Validator.check_schema(schema)


def test_there_is_one_for_the_data_and_one_for_each_kind_of_file(schemas):
    contents = {f"data/schema/content/{name}.schema.json" for name in (*FOLDERS, "dossier")}
    assert schemas.keys() == {PATH} | contents


def test_nothing_in_them_leads_elsewhere(schemas):
    text = json.dumps([schema | {"$schema": ""} for schema in schemas.values()])
    assert '"$id"' not in text and '"$ref": "http' not in text


def test_the_data_of_the_real_dossier_is_valid(schemas, real_outputs):
    Validator(schemas[PATH]).validate(json.loads(real_outputs["data/dossier.json"]))


def test_the_data_of_another_dossier_is_valid(schemas, small):
    Validator(schemas[PATH]).validate(small)


def test_the_data_of_one_with_a_withdrawn_record_is_valid(schemas, base, write):
    text = (base / "content/quotes/good-day.yml").read_text("utf-8")
    root = write("content/quotes/good-day.yml", f"{text}withdrawn: {{date: 2019-03-05, why: It was made up.}}\n")
    data = data_of(root)
    assert len(data["withdrawn"]) == 1
    Validator(schemas[PATH]).validate(data)


@pytest.mark.parametrize("how", BREAKS)
def test_a_broken_copy_is_not(schemas, small, how):
    broken = copy.deepcopy(small)
    BREAKS[how](broken)
    assert len(list(Validator(schemas[PATH]).iter_errors(broken))) == 1


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.CSafeLoader])
def test_every_file_of_the_content_is_valid(schemas, loader):
    for file in FILES:
        name = file.stem if file.name == "dossier.yml" else file.parent.name
        written = yaml.load(file.read_text("utf-8"), loader)
        text = json.loads(json.dumps(written, default=str))  # A date, where the loader makes one, as editors keep it.
        Validator(schemas[f"data/schema/content/{name}.schema.json"]).validate(text)


def as_loaded(value):
    """A value as the loader hands it over: every scalar as it is written."""
    if isinstance(value, dict):
        return {key: as_loaded(inner) for key, inner in value.items()}
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def loads(fields):
    try:
        return bool(Number.model_validate(as_loaded(fields)))
    except ValidationError:
        return False


@pytest.mark.parametrize(("change", "valid"), READ)
def test_a_schema_of_yaml_takes_what_the_loader_takes(change, valid):
    assert (Validator(json_schema_of(Number)).is_valid(NUMBER | change), loads(NUMBER | change)) == (valid, valid)


def test_a_position_rests_on_something_and_a_place_lies_somewhere_whole():
    disagreement, place = (Validator(json_schema_of(FOLDERS[name])) for name in ("disagreements", "places"))
    said = {"$ref": "#/$defs/Position"}
    position = Validator(disagreement.schema | said).iter_errors({"statement": "It rained."})
    assert any(error.validator == "anyOf" for error in position)
    assert any(error.validator == "dependentRequired" for error in place.iter_errors({"latitude": "4.7"}))
    assert not Validator(place.schema["properties"]["latitude"]).is_valid(91)


def test_every_field_says_what_it_holds(schemas):
    schemas_of_parts = [
        part for schema in schemas.values() for part in (schema, *schema["$defs"].values()) if part is not schemas[PATH]
    ]
    for part in schemas_of_parts:
        told = (name for name, field in part["properties"].items() if field.keys().isdisjoint({"description", "$ref"}))
        assert list(told) == []


def test_settings_have_a_schema_of_their_own():
    settings = json_schema_of(Settings)
    assert settings["title"] == "Dossier"
    assert settings["$defs"]["Policy"]["properties"]["overlap"]["type"] == ["integer", "string"]
