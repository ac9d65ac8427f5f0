"""Write what the program now prints into the chapters of the handbook: `python -m tests.handbook.update`.

Read the difference before you commit it: an output changes only on purpose.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import dossier

from tests.handbook.examples import create_ferry, matches, run_examples

HANDBOOK = Path(dossier.__file__).parent / "handbook"


def updated(chapter):
    """Return a chapter whose consoles show what their commands print."""
    position = 0
    with TemporaryDirectory() as folder:
        for command, expected, printed in run_examples(chapter, create_ferry(Path(folder) / "ferry")):
            before = f"$ {command}\n{expected}"
            after = before if matches(expected, printed) else f"$ {command}\n{printed}"
            position = chapter.index(before, position)
            chapter = chapter[:position] + after + chapter[position + len(before) :]
            position += len(after)
    return chapter


if __name__ == "__main__":
    for file in sorted(HANDBOOK.glob("*.md")):
        before = file.read_text("utf-8")
        after = updated(before)
        if after != before:
            file.write_text(after, "utf-8")
            sys.stdout.write(f"{file.name}\n")
