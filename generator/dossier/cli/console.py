"""What commands have in common in what they print and return: exit codes, the style of reports, new records."""

import codecs
import os
import sys
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

from dossier.check.run import RULE_DOCS
from dossier.io.files import source_line_reader
from dossier.io.rules import LOAD_RULE_DOCS
from dossier.pipeline import CheckResult, check_dossier
from dossier.report import ReportStyle, format_lines

EXIT_OK, EXIT_FINDINGS, EXIT_ERROR = 0, 1, 2
ALL_RULES = (*LOAD_RULE_DOCS, *RULE_DOCS)


def accept_any_character() -> None:
    """Let output contain characters that the console or pipe cannot show: they are written as escapes.

    Output to a stream that is closed (`dossier check >&-`) goes nowhere.
    """
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_utf8(stream: TextIO) -> bool:
    """Return whether a stream is written in UTF-8."""
    return codecs.lookup(stream.encoding or "utf-8").name == "utf-8"


def report_style(root: Path, stream: TextIO) -> ReportStyle:
    """Return the style of a report on `stream`: coloured on a terminal only, unless `NO_COLOR` is set."""
    return ReportStyle(source_line_reader(root), stream.isatty() and not os.environ.get("NO_COLOR"), ALL_RULES)


def report_created(root: Path, path: str) -> CheckResult:
    """Print the path of a new record on stdout and its findings on stderr; return the new state of the dossier."""
    result = check_dossier(root)
    sys.stdout.write(f"{path}\n")
    sys.stderr.write(format_lines([finding for finding in result.findings if finding.location.path == path]))
    return result
