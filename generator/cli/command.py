"""What a command is, and the exit codes of all."""

import argparse
from collections.abc import Callable
from typing import NamedTuple

CLEAN, FINDINGS, WRONG_USE = 0, 1, 2


class Command(NamedTuple):
    """A command: its name, what it does in a line, an example, how it reads its arguments, and its function."""

    name: str
    says: str
    example: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has none of its own."""
