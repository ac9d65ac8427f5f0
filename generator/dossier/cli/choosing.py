"""Numbered choices: asked for on a terminal, otherwise listed, to be made by `--choice N`."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from dossier.cli.console import EXIT_FINDINGS
from dossier.model.errors import UserError

Item = TypeVar("Item")

choice_option = click.option(
    "--choice",
    "numbers",
    type=click.IntRange(min=1),
    multiple=True,
    metavar="N",
    help="the number of the item in the list shown; once for each list",
)
"""The answer to a list of places or records, for commands that may ask."""


class Chooser:
    """Lets the editor choose from lists, one after the other; never chooses by itself.

    `numbers` are the choices made on the command line; None if the command takes none.
    """

    def __init__(self, numbers: Sequence[int] | None) -> None:
        self._takes_numbers = numbers is not None
        numbers = numbers or ()
        self._given = list(numbers)
        self._numbers = list(numbers)

    def choose(self, question: str, items: Sequence[Item], line_of: Callable[[Item], str]) -> Item:
        """Return the item that the editor chooses, the only one without asking.

        Without a terminal and a number, prints the list and ends the command with the exit code 1. Raises UserError
        where there is no item of the number given.
        """
        return items[0] if len(items) == 1 else self.choose_any(question, items, line_of)

    def choose_any(self, question: str, items: Sequence[Item], line_of: Callable[[Item], str]) -> Item:
        """Return the item that the editor chooses, asking also where there is just one."""
        return items[self._choose_number(question, [line_of(item) for item in items]) - 1]

    def choose_some(self, question: str, items: Sequence[Item], line_of: Callable[[Item], str]) -> Sequence[Item]:
        """Return the item that the editor chooses, or all if the answer is empty or nobody can be asked."""
        if not self._numbers and not (len(items) > 1 and is_interactive()):
            return items
        number = self._choose_number(question, [line_of(item) for item in items], if_empty="all")
        return items[number - 1 : number] if number else items

    def choose_or_leave(self, question: str, items: Sequence[Item], line_of: Callable[[Item], str]) -> Item | None:
        """Return the item that the editor chooses; None if the answer is empty or nobody can be asked."""
        if not self._numbers and not is_interactive():
            return None
        number = self._choose_number(question, [line_of(item) for item in items], if_empty="later")
        return items[number - 1] if number else None

    def _choose_number(self, question: str, lines: Sequence[str], *, if_empty: str = "") -> int:
        """Return the number, from 1, of the line that the editor chooses; 0 if the answer is empty, as it may be."""
        listed = "".join(f"{number:>3}  {line}\n" for number, line in enumerate(lines, 1))
        if self._numbers:
            number = self._numbers.pop(0)
            if number > len(lines):
                raise UserError(f"--choice {number}: the list has {len(lines)}: {question}:\n{listed.rstrip()}")
            return number
        if not is_interactive():
            earlier = "".join(f"--choice {number} " for number in self._given)
            again = f"repeat the command with {earlier}--choice N for the one meant"
            sys.stderr.write(f"{question}; {again if self._takes_numbers else 'give the id of one'}:\n{listed}")
            raise click.exceptions.Exit(EXIT_FINDINGS)
        sys.stderr.write(f"{question}:\n{listed}")
        if if_empty:
            any_or_none, prompt = click.IntRange(0, len(lines)), f"Number (Enter: {if_empty})"
            return int(click.prompt(prompt, default=0, type=any_or_none, show_default=False, err=True))
        number = int(click.prompt("Number", type=click.IntRange(1, len(lines)), err=True))
        self._given.append(number)
        return number

    def require_all_used(self) -> None:
        """Raise UserError where a number was given for a list that there was not."""
        if self._numbers:
            raise UserError(f"--choice {self._numbers[0]}: there is nothing to choose; leave it out")


def is_interactive() -> bool:
    """Return whether a person can be asked: input and output are a terminal."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr) if stream is not None)
