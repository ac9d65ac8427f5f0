"""The command-line program `dossier`: it reads arguments, prints, returns exit codes; nothing else."""

import atexit
import gc
import os
from collections.abc import Sequence

ALLOCATIONS_BETWEEN_COLLECTIONS = 1_000_000
"""Python's default, 700, spends a tenth of a check on looking for garbage that is not there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; `arguments` are those of the process if not given.

    A shell that asks for completions gets these. The program is loaded here, because Python would look for garbage a
    hundred times while it loads modules.
    """
    if instruction := os.environ.get("_DOSSIER_COMPLETE"):
        from dossier.cli.complete import complete

        return complete(instruction)
    gc.set_threshold(ALLOCATIONS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # The process ends without a last look for garbage among all objects.
    from dossier.cli.app import run

    return run(arguments)
