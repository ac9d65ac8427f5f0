"""Parsing of the command lines in documentation and workflows, without running them."""

from contextlib import chdir
from itertools import pairwise
from pathlib import Path

import click
from dossier.cli.app import cli

ROOT = Path(__file__).parents[2]


def parse(arguments):
    """Return the name of the command that these arguments call; raise click.UsageError for wrong ones."""
    name, *rest = arguments
    rest = [str(ROOT) if option == "--root" else word for option, word in pairwise(["", *rest])]
    context = click.Context(cli, **cli.context_settings)
    command = cli.get_command(context, name)
    if command is None:
        raise click.UsageError(f"no command {name}")
    if isinstance(command, click.Group):
        context = click.Context(command, parent=context)
        command, rest = command.commands[rest[0]], rest[1:]
    with chdir(ROOT):
        command.make_context(str(command.name), rest, parent=context)
    return name
