"""The reference pages name every field, every choice, every rule and every option there is."""

import argparse
from typing import Literal, get_args, get_origin

import pytest
from dossier.check import RULE_DOCS
from dossier.cli import COMMANDS, parser
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
def test_a_command_stands_with_every_argument_and_every_choice(real_outputs, command):
    page = real_outputs["handbook/commands.md"]
    for name, known in parsers(f"dossier {command.name}", subparser(parser(), command.name)):
        told = shown(section(page, name))
        for action in known._actions:
            assert all(option in told for option in action.option_strings if option not in ("-h", "--help"))
            assert all(str(choice) in told for choice in action.choices or ())
            assert (
                action.help in (None, argparse.SUPPRESS, "show this help message and exit")
                or shown(action.help) in told
            )
    assert all(line in page for line in command.example.splitlines())


def subparser(made, name):
    (action,) = (one for one in made._actions if isinstance(one, argparse._SubParsersAction))
    return action.choices[name]


def parsers(name, known):
    yield name, known
    for action in known._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from ((f"{name} {sort}", parser) for sort, parser in action.choices.items())


@pytest.mark.parametrize("rule", (*RULE_DOCS, *LOAD_RULE_DOCS), ids=lambda rule: rule.id)
def test_a_rule_stands_on_the_page_of_rules(real_outputs, rule):
    assert shown(rule.summary) in shown(section(real_outputs["how-we-check.md"], rule.id))
