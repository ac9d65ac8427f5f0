"""What is said of a record that a command has made."""

import sys
from pathlib import Path

from dossier.pipeline import CheckResult, check_dossier
from dossier.report import format_lines


def report_created(root: Path, path: str) -> CheckResult:
    """Name the record's file, and what the rules still want of it, a line each; the dossier as it is now."""
    result = check_dossier(root)
    sys.stdout.write(f"{path}\n")
    sys.stderr.write(format_lines([finding for finding in result.findings if finding.location.path == path]))
    return result
