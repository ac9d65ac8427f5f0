"""The reference pages name every field, choice, command, option and rule."""

import re
from typing import Literal, get_args, get_origin

import pytest
from dossier.check.run import RULE_DOCS
from dossier.cli.app import cli
from dossier.cli.options import example_lines
from dossier.cli.reference import subcommands
from dossier.io.rules import LOAD_RULE_DOCS
from dossier.model.base import keys_in_files, model_in_files
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.number import Number
from dossier.model.record import Record

from tests.handbook.markdown import section, table_row, visible_text


def models_in(kind):
    """Return a kind and every model that its fields contain, each once."""
    models = [kind]
    for model in models:
        nested = [model_in_files(model, key) for key in keys_in_files(model)]
        models += [part for part in dict.fromkeys(nested) if part and part not in models]
    return models


def choices_of(annotation):
    """Return every value that a choice somewhere in a type allows."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {value for inner in get_args(annotation) for value in choices_of(inner)}


def heading_of(model, name):
    """Return the heading of the table in which a field of a model is listed."""
    if issubclass(model, Record) and name in Record.model_fields:
        return "every record"
    return model.singular if hasattr(model, "singular") else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


FIELDS = sorted(
    {
        (heading_of(model, name), name, model)
        for kind in (*KINDS, Settings)
        for model in models_in(kind)
        for name in keys_in_files(model)
    },
    key=lambda field: (field[0], field[1], field[2].__name__),
)


@pytest.mark.parametrize(
    ("heading", "name", "model"), FIELDS, ids=[f"{heading}: {name}" for heading, name, _ in FIELDS]
)
def test_a_field_is_listed_under_its_kind_with_its_choices_and_whether_it_is_required(
    real_outputs, heading, name, model
):
    label, values, description = table_row(section(real_outputs["handbook/fields.md"], heading), name)
    field = model.model_fields[name]
    assert label == (name if field.is_required() else f"{name} ?")
    assert choices_of(field.annotation) <= set(re.split("[,;] | or ", values))
    assert description


def test_a_field_has_the_description_of_the_model(real_outputs):
    row = table_row(section(real_outputs["handbook/fields.md"], "number"), "as_of")
    assert row == ["as_of ?", "dated field", Number.model_fields["as_of"].description]


def test_a_field_has_the_example_of_the_model(real_outputs):
    row = table_row(section(real_outputs["handbook/fields.md"], "passage"), "label")
    assert row[1].endswith(", e.g. officials")


@pytest.mark.parametrize("command", subcommands(cli), ids=lambda command: command.name)
def test_the_page_of_commands_shows_every_argument_choice_and_example(real_outputs, command):
    page = real_outputs["handbook/commands.md"]
    subcommands = getattr(command, "commands", {})
    documented = {command.name: command} | {f"{command.name} {name}": sub for name, sub in subcommands.items()}
    for name, documented_command in documented.items():
        text = visible_text(section(page, f"dossier {name}"))
        for parameter in documented_command.params:
            assert all(option in text for option in parameter.opts if option.startswith("-"))
            assert all(choice in text for choice in getattr(parameter.type, "choices", ()))
            assert visible_text(parameter.help) in text
    assert all(line in page for line in example_lines(command))


@pytest.mark.parametrize("rule", (*RULE_DOCS, *LOAD_RULE_DOCS), ids=lambda rule: rule.id)
def test_a_rule_is_explained_on_the_page_of_rules(real_outputs, rule):
    assert visible_text(rule.summary) in visible_text(section(real_outputs["rules.md"], rule.id))


def test_every_basis_is_in_the_table_of_them(real_outputs):
    table = section(real_outputs["handbook/records.md"], "where the passages do not say it")
    listed = set(re.findall(r"^\| `(?:measure\.)?(\w*basis)`", table, re.MULTILINE))
    fields = {name for kind in KINDS for model in models_in(kind) for name in model.model_fields}
    assert listed == {name for name in fields if name.endswith("basis")}
