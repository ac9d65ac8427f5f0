"""The documentation of commands, read from click's own definitions."""

import click
import pytest
from dossier.cli.options import examples
from dossier.cli.reference import command_docs
from dossier.model.docs import ArgumentDoc


@pytest.fixture(scope="module")
def docs():
    """The documentation of a program with a command `paint` and a group `hang` with a subcommand `picture`."""
    paint = click.Command(
        "paint",
        help="Paint a wall.",
        epilog=examples("dossier paint red wall-1", "dossier paint red wall-1 wall-2"),
        params=[
            click.Argument(["colour"], type=click.Choice(["red", "blue"]), metavar="COLOUR", help="the colour"),
            click.Argument(["walls"], nargs=-1, help="walls (default: all)"),
            click.Argument(["note"], required=False, help="a note"),
            click.Option(["-c", "--coats", "layers"], default="2", metavar="N", help="how many layers"),
            click.Option(["--brush"], required=True, help="the brush"),
            click.Option(["--dry"], is_flag=True, help="only pretend"),
        ],
    )
    hang = click.Group("hang", help="Hang things.", commands=[click.Command("picture", help="Hang a picture.")])
    return command_docs(click.Group("dossier", commands=[paint, hang]))


def test_commands_are_followed_by_their_subcommands(docs):
    assert [(doc.name, doc.summary, doc.is_subcommand) for doc in docs] == [
        ("dossier paint", "Paint a wall.", False),
        ("dossier hang", "Hang things.", False),
        ("dossier hang picture", "Hang a picture.", True),
    ]


def test_arguments_are_documented_as_they_are_written(docs):
    assert docs[0].arguments == (
        ArgumentDoc("COLOUR", "the colour", choices=("red", "blue"), required=True),
        ArgumentDoc("[WALLS]...", "walls (default: all)"),
        ArgumentDoc("[NOTE]", "a note"),
        ArgumentDoc("--coats N", "how many layers", default="2"),
        ArgumentDoc("--brush BRUSH", "the brush", required=True),
        ArgumentDoc("--dry", "only pretend"),
    )


def test_the_usage_shows_required_arguments_only(docs):
    assert docs[0].usage == "dossier paint COLOUR --brush BRUSH"


def test_examples_are_those_of_the_help(docs):
    assert docs[0].example == "dossier paint red wall-1\ndossier paint red wall-1 wall-2"
