"""The commands as the handbook tells them, read off the parsers that read their arguments."""

import argparse
from collections.abc import Iterator, Sequence

from dossier.cli.command import Command, take
from dossier.model.docs import ArgumentDoc, CommandDoc

PROGRAM = "dossier"


def command_docs(commands: Sequence[Command]) -> tuple[CommandDoc, ...]:
    """Each command, those of several sorts (`dossier new quote`) with each sort after it."""
    return tuple(text for command in commands for text in _texts(command))


def _texts(command: Command) -> Iterator[CommandDoc]:
    parser = argparse.ArgumentParser(add_help=False)
    take(command, parser)
    name = f"{PROGRAM} {command.name}"
    yield CommandDoc(name, command.says, _arguments(parser), command.example)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            says = {one.dest: one.help or "" for one in action._choices_actions}
            for sort, sorted_out in action.choices.items():
                yield CommandDoc(f"{name} {sort}", says[sort], _arguments(sorted_out), is_subcommand=True)


def _arguments(parser: argparse.ArgumentParser) -> tuple[ArgumentDoc, ...]:
    return tuple(_argument(one) for one in parser._actions if not isinstance(one, argparse._HelpAction))


def _argument(action: argparse.Action) -> ArgumentDoc:
    choices = tuple(map(str, action.choices or ()))
    default = action.default if isinstance(action.default, str) and action.default != argparse.SUPPRESS else ""
    needed = action.required and action.nargs != "*"
    return ArgumentDoc(_written(action), action.help or "", choices, default, needed)


def _written(action: argparse.Action) -> str:
    """An argument as a usage line shows it; an option by its name and what it takes."""
    value = action.metavar if isinstance(action.metavar, str) else action.dest.rpartition("_")[2].upper()
    if not action.option_strings:
        return {"*": f"[{value} …]", "+": f"{value} …", "?": f"[{value}]"}.get(str(action.nargs), value)
    return action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[-1]} {value}"
