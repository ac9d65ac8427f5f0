"""What is said of a record that a command has made."""

import sys
from pathlib import Path

from dossier.pipeline import Checked, checked
from dossier.report import as_lines


def say_made(root: Path, path: str) -> Checked:
    """Name the record's file, and what the rules still want of it, a line each; the dossier as it is now."""
    result = checked(root)
    sys.stdout.write(f"{path}\n")
    sys.stderr.write(as_lines([finding for finding in result.findings if finding.place.path == path]))
    return result
