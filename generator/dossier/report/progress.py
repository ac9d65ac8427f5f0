"""How far a long run has come, as a bar on a terminal; nothing anywhere else."""

import os
from contextlib import ExitStack

import click

OUTPUT = 1
"""The file descriptor that the bar goes to."""


class Progress:
    """A bar of a number of steps, on standard output, where that is a terminal."""

    def __init__(self, says: str, steps: int) -> None:
        self._open = ExitStack()
        bar = click.progressbar(length=steps, label=says, hidden=not os.isatty(OUTPUT))
        self._bar = self._open.enter_context(bar)

    def step(self) -> None:
        """One more is done."""
        self._bar.update(1)

    def close(self) -> None:
        """Leave the line of the bar."""
        self._open.close()
