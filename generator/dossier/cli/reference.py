"""The reference of commands, for the handbook: read from the commands' own definitions."""

from collections.abc import Iterator

import click

from dossier.cli.options import example_lines
from dossier.model.docs import ArgumentDoc, CommandDoc


def command_docs(program: click.Command) -> tuple[CommandDoc, ...]:
    """Return the documentation of each command of a program, with its subcommands (`dossier new quote`) after it."""
    return tuple(_docs_below(program, str(program.name), is_subcommand=False))


def subcommands(group: click.Group) -> tuple[click.Command, ...]:
    """Return the commands of a group, in the order in which they were added, or which the group gives."""
    context = click.Context(group)
    found = (group.get_command(context, name) for name in list(group.commands) or group.list_commands(context))
    return tuple(command for command in found if command is not None)


def _docs_below(group: click.Command, name: str, is_subcommand: bool) -> Iterator[CommandDoc]:
    if not isinstance(group, click.Group):
        return
    for command in subcommands(group):
        full_name = f"{name} {command.name}"
        context = click.Context(command)
        arguments = tuple(_argument_doc(parameter, context) for parameter in command.params)
        examples = "\n".join(example_lines(command))
        yield CommandDoc(full_name, command.help or "", arguments, examples, is_subcommand)
        yield from _docs_below(command, full_name, is_subcommand=True)


def _argument_doc(parameter: click.Parameter, context: click.Context) -> ArgumentDoc:
    choices = tuple(parameter.type.choices) if isinstance(parameter.type, click.Choice) else ()
    default = parameter.default if isinstance(parameter.default, str) else ""
    return ArgumentDoc(_syntax(parameter, context), parameter.help or "", choices, default, parameter.required)


def _syntax(parameter: click.Parameter, context: click.Context) -> str:
    """Return an argument as a usage line shows it, an option as its name and the name of its value."""
    if not isinstance(parameter, click.Option):
        return parameter.make_metavar(context)
    name = parameter.opts[-1]
    return name if parameter.is_flag else f"{name} {parameter.metavar or name.lstrip('-').upper()}"
