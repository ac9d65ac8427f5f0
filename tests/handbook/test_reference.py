"""The reference pages name every field, every choice, every rule and every option there is."""

from typing import Literal, get_args, get_origin

import pytest
from dossier.check import RULE_DOCS
from dossier.cli.app import COMMANDS
from dossier.cli.options import example_lines
from dossier.load import LOAD_RULE_DOCS
from dossier.model.base import nested_model
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.number import Number
from dossier.model.record import Record

from tests.handbook.shown import row, section, shown


def parts_of(kind):
    """A kind of entry and every part that its fields hold, each once."""
    found, at = [kind], 0
    while at < len(found):
        inner = (nested_model(field.annotation) for field in found[at].model_fields.values())
        found += [part for part in dict.fromkeys(inner) if part and part not in found]
        at += 1
    return found


def literals_in(annotation):
    """Every value that a choice somewhere in a type allows."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {value for inner in get_args(annotation) for value in literals_in(inner)}


def heading_of(part, name):
    if issubclass(part, Record) and name in Record.model_fields:
        return "every record"
    return part.singular if hasattr(part, "singular") else part.__name__.lower()


FIELDS = sorted(
    {
        (heading_of(part, name), part, name)
        for kind in (*KINDS, Settings)
        for part in parts_of(kind)
        for name in part.model_fields
    },
    key=lambda one: (one[0], one[2], one[1].__name__),
)


@pytest.mark.parametrize(("heading", "part", "name"), FIELDS, ids=[f"{one[0]}: {one[2]}" for one in FIELDS])
def test_a_field_stands_under_its_kind_with_whether_it_is_needed_and_its_choices(real_outputs, heading, part, name):
    found = row(section(real_outputs["handbook/fields.md"], heading), name)
    field = part.model_fields[name]
    assert found[0] == (name if field.is_required() else f"{name} ?")
    assert literals_in(field.annotation) <= set(found[1].split(", "))
    assert found[2]


def test_a_field_says_what_the_model_says(real_outputs):
    found = row(section(real_outputs["handbook/fields.md"], "number"), "as_of")
    assert found == ["as_of ?", "dated", Number.model_fields["as_of"].description]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_page_of_commands_shows_every_argument_choice_and_example_of_a_command(real_outputs, command):
    page = real_outputs["handbook/commands.md"]
    subcommands = getattr(command, "commands", {})
    for name, documented in ((f"dossier {command.name}", command), *_with_names(command.name, subcommands)):
        words = shown(section(page, name))
        for parameter in documented.params:
            assert all(option in words for option in parameter.opts if option.startswith("-"))
            assert all(choice in words for choice in getattr(parameter.type, "choices", ()))
            assert shown(parameter.help) in words
    assert all(line in page for line in example_lines(command))


def _with_names(group, commands):
    return ((f"dossier {group} {name}", command) for name, command in commands.items())


@pytest.mark.parametrize("rule", (*RULE_DOCS, *LOAD_RULE_DOCS), ids=lambda rule: rule.id)
def test_a_rule_stands_on_the_page_of_rules(real_outputs, rule):
    assert shown(rule.summary) in shown(section(real_outputs["how-we-check.md"], rule.id))
