"""The published schemas accept the data and the YAML files of a dossier, and nothing else."""

import copy
import json

import jsonschema
import pytest
import yaml
from dossier.export import dossier_json
from dossier.export.schema_json import PATH
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.number import Number
from dossier.model.schema import json_schema_of
from dossier.pipeline import check_dossier
from pydantic import ValidationError

from tests.conftest import BASE, ROOT
from tests.export.helpers import export_one
from tests.helpers import nonempty

Validator = jsonschema.Draft202012Validator
FOLDERS = {kind.plural: kind for kind in KINDS}
YAML_FILES = sorted(
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
CHANGES = [
    # change of the number, whether schema and loader accept it
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
FAULTS = {
    "a field too many": lambda data: data["actors"][0].update(colour="red"),
    "a field too few": lambda data: data["quotes"][0].pop("words"),
    "another format": lambda data: data.update(format="dossier/2"),
    "a missing kind": lambda data: data.pop("places"),
    "a page of another kind": lambda data: data["events"][0].update(url="actors/eva-holm.html"),
    "a position as text": lambda data: data["numbers"][0]["passages"][0].update(start="12"),
    "a passage without its end": lambda data: data["numbers"][0]["passages"][0].pop("end"),
    "a figure as a number": lambda data: data["numbers"][0].update(value=567),
    "an unknown status": lambda data: data["events"][0].update(status="rumoured"),
    "a record without statements": lambda data: data["events"][0].pop("statements"),
    "a statement by a reader": lambda data: data["events"][0]["statements"][0].update(by="reader"),
    "evidence without its annotation": lambda data: data["actors"][0]["statements"][0]["evidence"][0].pop("annotation"),
}


@pytest.fixture(scope="module")
def schemas(real_outputs):
    schemas = {path: json.loads(text) for path, text in real_outputs.items() if path.startswith("data/schema/")}
    return nonempty(schemas)


def export_data(root):
    return json.loads(export_one(dossier_json, check_dossier(root).graph))


@pytest.fixture(scope="module")
def small_data():
    """The data of the small dossier."""
    return export_data(BASE)


def test_each_schema_is_valid_in_the_dialect_it_names(schemas):
    for schema in schemas.values():
        assert schema["$schema"] == Validator.META_SCHEMA["$id"]
        Validator.check_schema(schema)


def test_the_data_and_each_kind_of_file_have_a_schema(schemas):
    contents = {f"data/schema/content/{name}.schema.json" for name in (*FOLDERS, "dossier")}
    assert schemas.keys() == {PATH} | contents


def test_no_schema_refers_to_an_external_one(schemas):
    text = json.dumps([schema | {"$schema": ""} for schema in schemas.values()])
    assert '"$id"' not in text and '"$ref": "http' not in text


def test_the_data_of_the_real_dossier_is_valid(schemas, real_outputs):
    Validator(schemas[PATH]).validate(json.loads(real_outputs["data/dossier.json"]))


def test_the_data_of_the_small_dossier_is_valid(schemas, small_data):
    Validator(schemas[PATH]).validate(small_data)


def test_the_data_with_a_withdrawn_record_is_valid(schemas, base, write):
    text = (base / "content/quotes/good-day.yml").read_text("utf-8")
    root = write("content/quotes/good-day.yml", f"{text}withdrawn: {{date: 2019-03-05, why: It was made up.}}\n")
    data = export_data(root)
    assert len(data["withdrawn"]) == 1
    Validator(schemas[PATH]).validate(data)


@pytest.mark.parametrize("fault", FAULTS)
def test_data_with_a_fault_is_invalid(schemas, small_data, fault):
    faulty = copy.deepcopy(small_data)
    FAULTS[fault](faulty)
    assert len(list(Validator(schemas[PATH]).iter_errors(faulty))) == 1


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.CSafeLoader])
def test_every_yaml_file_is_valid(schemas, loader):
    for file in nonempty(YAML_FILES):
        name = file.stem if file.name == "dossier.yml" else file.parent.name
        fields = yaml.load(file.read_text("utf-8"), loader)
        fields = json.loads(json.dumps(fields, default=str))  # Dates that the loader makes become text again.
        Validator(schemas[f"data/schema/content/{name}.schema.json"]).validate(fields)


def as_loaded(value):
    """Return a value as the loader passes it on: every scalar as text."""
    if isinstance(value, dict):
        return {key: as_loaded(inner) for key, inner in value.items()}
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def is_loadable(fields):
    try:
        return bool(Number.model_validate(as_loaded(fields)))
    except ValidationError:
        return False


@pytest.mark.parametrize(("change", "valid"), CHANGES)
def test_the_schema_accepts_what_the_loader_accepts(change, valid):
    fields = NUMBER | change
    assert (Validator(json_schema_of(Number)).is_valid(fields), is_loadable(fields)) == (valid, valid)


def test_coordinates_come_in_pairs_within_range():
    place = Validator(json_schema_of(FOLDERS["places"]))
    assert any(error.validator == "dependentRequired" for error in place.iter_errors({"latitude": "4.7"}))
    assert not Validator(place.schema["properties"]["latitude"]).is_valid(91)


def test_every_field_has_a_description(schemas):
    models = nonempty(
        model
        for schema in schemas.values()
        for model in (schema, *schema["$defs"].values())
        if model is not schemas[PATH]
    )
    for model in models:
        undescribed = [
            name for name, field in model["properties"].items() if field.keys().isdisjoint({"description", "$ref"})
        ]
        assert undescribed == []


def test_settings_have_a_schema_of_their_own():
    settings = json_schema_of(Settings)
    assert settings["title"] == "Dossier"
    assert settings["$defs"]["Policy"]["properties"]["overlap"]["type"] == ["integer", "string"]
