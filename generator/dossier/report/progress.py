"""The progress of a long run as a bar on a terminal; nothing if standard output is not one."""

import os
from contextlib import ExitStack

import click

STANDARD_OUTPUT = 1
"""The file descriptor that the bar is written to."""


class Progress:
    """A progress bar of a known number of steps."""

    def __init__(self, label: str, steps: int) -> None:
        self._context = ExitStack()
        bar = click.progressbar(length=steps, label=label, hidden=not os.isatty(STANDARD_OUTPUT))
        self._bar = self._context.enter_context(bar)

    def step(self) -> None:
        """Advance the bar by one step."""
        self._bar.update(1)

    def close(self) -> None:
        """End the line of the bar."""
        self._context.close()
