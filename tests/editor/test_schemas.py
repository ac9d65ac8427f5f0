"""What an editor with YAML support is given: schemas with the ids of the dossier, and snippets."""

import json
import re
from pathlib import PurePosixPath

import pytest
import yaml
from dossier.cli import main
from dossier.editor.schemas import FOLDER, build_schemas, schema_name
from dossier.load.dossier import iter_content_files
from dossier.model.kinds import KINDS
from jsonschema import Draft202012Validator

PLACEHOLDER = re.compile(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*\|)\}")


@pytest.fixture(scope="module")
def made(root):
    return {output.path: json.loads(output.content) for output in build_schemas(root)}


@pytest.fixture(scope="module")
def records(root):
    """Every content file as a reader of YAML has it, and the name of its schema."""
    return [
        (file, schema_name(kind), yaml.safe_load(file.read_text("utf-8"))) for file, kind in iter_content_files(root)
    ]


@pytest.fixture(scope="module")
def snippets(root):
    return json.loads((root / ".vscode/dossier.code-snippets").read_text("utf-8"))


def plain(value):
    """What `yaml.safe_load` made a date of is a text to JSON."""
    return json.loads(json.dumps(value, default=str))


def filled(snippet):
    """A snippet as it stands with the first choice everywhere."""
    return PLACEHOLDER.sub(lambda found: found[1] or found[2], "\n".join(snippet["body"]))


def test_every_schema_is_one(made):
    for schema in made.values():
        Draft202012Validator.check_schema(schema)


def test_every_file_of_the_real_dossier_is_valid(made, records):
    faults = [
        (file, fault.message)
        for file, name, record in records
        for fault in Draft202012Validator(made[name]).iter_errors(plain(record))
    ]
    assert faults == []
    assert len(records) > 300


@pytest.mark.parametrize(
    ("kind", "change"),
    [("quotes", {"speker": "x"}), ("numbers", {"qualifier": "roughly"}), ("events", {"passages": "none"})],
)
def test_what_a_model_refuses_a_schema_refuses(made, records, kind, change):
    record = next(record for file, name, record in records if name.startswith(kind))
    assert not Draft202012Validator(made[f"{kind}.schema.json"]).is_valid(plain(record | change))


def test_ids_are_proposed_and_no_new_one_is_refused(made):
    speaker = made["quotes.schema.json"]["properties"]["speaker"]
    assert "juan-guaido" in speaker["anyOf"][0]["enum"]
    assert Draft202012Validator(speaker).is_valid("somebody-new")
    assert not Draft202012Validator(speaker).is_valid("Some Body")
    about = made["quotes.schema.json"]["properties"]["about"]["items"]
    assert {"actor:juan-guaido", "event:silva-defection"} <= set(about["anyOf"][0]["enum"])


def test_fields_are_described(made):
    for schema in made.values():
        assert [name for name, told in schema["properties"].items() if "description" not in told] == []


def test_each_kind_of_file_is_wired_to_its_schema(root, made):
    wired = json.loads((root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {PurePosixPath(path).name: glob for path, glob in wired.items()} == {
        "dossier.schema.json": "content/dossier.yml",
        **{schema_name(kind): f"content/{kind.plural}/**/*.yml" for kind in KINDS},
    }
    assert {PurePosixPath(path).parent.as_posix() for path in wired} == {FOLDER}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_each_kind_has_a_snippet_that_is_valid(made, snippets, kind):
    record = yaml.safe_load(filled(snippets[kind.singular]))
    assert list(Draft202012Validator(made[schema_name(kind)]).iter_errors(plain(record))) == []


def test_the_snippets_of_parts_are_valid(made, snippets):
    actor = yaml.safe_load(filled(snippets["actor"])) | yaml.safe_load(filled(snippets["correction"]))
    actor["passages"] = yaml.safe_load(filled(snippets["passage"]))
    assert list(Draft202012Validator(made["actors.schema.json"]).iter_errors(plain(actor))) == []


def test_the_command_writes_them_where_the_editor_looks(base, capsys):
    assert main(["schemas", "--root", str(base)]) == 0
    assert {file.name for file in (base / FOLDER).iterdir()} == {
        "dossier.schema.json",
        *(schema_name(kind) for kind in KINDS),
    }


def test_files_that_cannot_be_read_spoil_nothing(write):
    root = write("content/actors/broken.yml", "name: [")
    speaker = {one.path: json.loads(one.content) for one in build_schemas(root)}["quotes.schema.json"]["properties"][
        "speaker"
    ]
    assert "broken" in speaker["anyOf"][0]["enum"]
