"""What a command is, and the exit codes of all."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

CLEAN, FINDINGS, WRONG_USE = 0, 1, 2


class Command(NamedTuple):
    """A command: its name, what it does in a line, examples, how it reads its arguments, and its function.

    `of_dossier` is whether it works on a dossier that is there.
    """

    name: str
    says: str
    example: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    of_dossier: bool = True


def take(command: Command, parser: argparse.ArgumentParser) -> None:
    """Let a parser read the arguments of a command."""
    if command.of_dossier:
        parser.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the dossier's folder (here)")
    command.arguments(parser)


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has none of its own."""
