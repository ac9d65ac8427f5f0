"""What an editor with YAML support gets: schemas that propose the dossier's ids, settings and snippets."""

import json
import re
from pathlib import PurePosixPath
from typing import Annotated, ClassVar

import pytest
import yaml
from dossier.cli import main
from dossier.editor.schemas import FOLDER, build_schemas, schema_name
from dossier.editor.vscode import snippet, vscode_files
from dossier.load.loader import iter_content_files
from dossier.model.base import NonEmptyStr
from dossier.model.kinds import KINDS
from dossier.model.record import DatedField, Record
from dossier.model.schema import json_schema_of
from jsonschema import Draft202012Validator
from pydantic import Field

from tests.helpers import nonempty

PLACEHOLDER = re.compile(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*\|)\}")


class Ship(Record):
    """A kind that no module of the editor mentions."""

    singular: ClassVar[str] = "ship"
    plural: ClassVar[str] = "ships"
    heading: ClassVar[str] = "Ships"

    name: Annotated[NonEmptyStr, Field(description="Its name: as painted on the bow.")]
    launched: Annotated[DatedField, Field(description="When it was launched.")]


@pytest.fixture(scope="module")
def schemas(root):
    """The schemas of the real dossier, by the names of their files."""
    return nonempty({output.path: json.loads(output.content) for output in build_schemas(root)})


@pytest.fixture(scope="module")
def records(root):
    """Each content file as (path, name of its schema, data)."""
    return [
        (file, schema_name(kind), yaml.safe_load(file.read_text("utf-8"))) for file, kind in iter_content_files(root)
    ]


@pytest.fixture(scope="module")
def snippets(root):
    return json.loads((root / ".vscode/dossier.code-snippets").read_text("utf-8"))


def as_json(value):
    """Return a value as JSON has it: the dates of `yaml.safe_load` are texts."""
    return json.loads(json.dumps(value, default=str))


def fill_in(body):
    """Return the data of a snippet with its examples, and the first choice of each field with choices."""
    return as_json(yaml.safe_load(PLACEHOLDER.sub(lambda match: match[1] or match[2], body)))


def faults(schema, value):
    return [fault.message for fault in Draft202012Validator(schema).iter_errors(value)]


def test_every_schema_is_valid(schemas):
    assert len(schemas) == len(KINDS) + 1
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


def test_every_file_of_the_real_dossier_is_valid(schemas, records):
    assert len(records) > len(KINDS)
    for file, name, record in records:
        assert faults(schemas[name], as_json(record)) == [], file


@pytest.mark.parametrize(
    ("kind", "change"),
    [("quotes", {"speker": "x"}), ("numbers", {"qualifier": "roughly"}), ("events", {"passages": "none"})],
)
def test_a_schema_rejects_what_the_model_rejects(schemas, records, kind, change):
    record = next(record for _, name, record in records if name.startswith(kind))
    assert faults(schemas[f"{kind}.schema.json"], as_json(record | change))


def test_existing_ids_are_proposed_and_new_ones_accepted(base):
    quotes = {output.path: json.loads(output.content) for output in build_schemas(base)}["quotes.schema.json"]
    speaker, about = quotes["properties"]["speaker"], quotes["properties"]["about"]["items"]
    assert "eva-holm" in speaker["anyOf"][0]["enum"]
    assert faults(speaker, "somebody-new") == []
    assert faults(speaker, "Some Body")
    assert {"actor:eva-holm", "event:walk-out"} <= set(about["anyOf"][0]["enum"])


def test_every_field_has_a_description(schemas):
    for schema in schemas.values():
        assert [name for name, field in nonempty(schema["properties"].items()) if "description" not in field] == []


def test_the_files_in_this_repository_are_the_generated_ones(root):
    """If this fails, run `dossier schemas --vscode`."""
    generated = {file.path: file.content for file in vscode_files()}
    assert len(generated) == 3
    assert {path: (root / path).read_text("utf-8") for path in generated} == generated


def test_the_settings_map_each_kind_of_file_to_its_schema(root):
    mapping = json.loads((root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {PurePosixPath(path).name: files for path, files in mapping.items()} == {
        "dossier.schema.json": "content/dossier.yml",
        **{schema_name(kind): f"content/{kind.plural}/**/*.yml" for kind in KINDS},
    }
    assert {PurePosixPath(path).parent.as_posix() for path in mapping} == {FOLDER}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_each_kind_has_a_snippet_that_is_valid(schemas, snippets, kind):
    record = fill_in("\n".join(snippets[kind.singular]["body"]))
    assert faults(schemas[schema_name(kind)], record) == []


def test_the_snippets_of_parts_are_valid(schemas, snippets):
    actor, correction, passage, exemption = (
        fill_in("\n".join(snippets[name]["body"])) for name in ("actor", "correction", "passage", "exemption")
    )
    assert faults(schemas["actors.schema.json"], actor | correction | {"passages": passage}) == []
    settings = {"format": "2", "title": "A", "language": "en", "description": "A", "organization": "A"}
    assert faults(schemas["dossier.schema.json"], settings | exemption) == []


def test_a_mark_with_the_label_of_a_passage_can_be_inserted(snippets):
    (body,) = snippets["mark"]["body"]
    mark = PLACEHOLDER.sub(lambda match: match[1], body)
    (passage,) = fill_in("\n".join(snippets["passage"]["body"]))
    assert mark == f"[^{passage['label']}]"
    assert list(passage) == ["label", "source", "exact", "via"]


def test_a_new_kind_gets_a_valid_snippet_from_its_model():
    body = snippet(Ship)
    assert body.startswith("name: ${1:Its name}\nlaunched:\n  date: ${2:2019-01-26}\n")
    assert faults(json_schema_of(Ship), fill_in(body)) == []


def test_the_command_writes_the_schemas_where_the_settings_expect_them(base):
    assert main(["schemas", "--root", str(base)]) == 0
    assert {file.name for file in (base / FOLDER).iterdir()} == {
        "dossier.schema.json",
        *(schema_name(kind) for kind in KINDS),
    }
    assert not (base / ".vscode").exists()


def test_the_command_writes_the_settings_if_asked(base):
    assert main(["schemas", "--vscode", "--root", str(base)]) == 0
    assert {file.name for file in (base / ".vscode").iterdir()} == {
        "dossier.code-snippets",
        "extensions.json",
        "settings.json",
    }


def test_unreadable_files_do_not_prevent_the_schemas(write):
    root = write("content/actors/broken.yml", "name: [")
    schemas = {output.path: json.loads(output.content) for output in build_schemas(root)}
    assert "broken" in schemas["quotes.schema.json"]["properties"]["speaker"]["anyOf"][0]["enum"]
