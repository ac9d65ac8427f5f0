"""The reference of commands, for the handbook: read from the commands' own definitions."""

from collections.abc import Iterator

import click

from dossier.cli.options import example_lines
from dossier.model.docs import ArgumentDoc, CommandDoc


def command_docs(program: click.Command) -> tuple[CommandDoc, ...]:
    """Return the documentation of each command of a program, with its subcommands (`dossier new quote`) after it."""
    return tuple(_docs_below(program, str(program.name), is_subcommand=False))


def _docs_below(group: click.Command, name: str, is_subcommand: bool) -> Iterator[CommandDoc]:
    if not isinstance(group, click.Group):
        return
    for command in group.commands.values():
        full_name = f"{name} {command.name}"
        arguments = tuple(map(_argument_doc, command.params))
        summary = (command.help or "").rstrip(".")
        yield CommandDoc(full_name, summary, arguments, "\n".join(example_lines(command)), is_subcommand)
        yield from _docs_below(command, full_name, is_subcommand=True)


def _argument_doc(parameter: click.Parameter) -> ArgumentDoc:
    choices = tuple(parameter.type.choices) if isinstance(parameter.type, click.Choice) else ()
    default = parameter.default if isinstance(parameter.default, str) else ""
    return ArgumentDoc(_syntax(parameter), parameter.help or "", choices, default, parameter.required)


def _syntax(parameter: click.Parameter) -> str:
    """Return an argument as a usage line shows it, an option as its name and the name of its value."""
    value = parameter.metavar or str(parameter.name).upper()
    if isinstance(parameter, click.Option):
        return parameter.opts[-1] if parameter.is_flag else f"{parameter.opts[-1]} {value}"
    if parameter.nargs != 1:
        value = f"{value} …"
    return value if parameter.required else f"[{value}]"
