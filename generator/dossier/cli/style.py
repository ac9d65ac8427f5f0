"""How a report looks where it is printed."""

import os
from pathlib import Path
from typing import TextIO

from dossier.check import RULE_DOCS
from dossier.io.source_lines import source_line_reader
from dossier.load import LOAD_RULE_DOCS
from dossier.report import ReportStyle

ALL_RULES = (*LOAD_RULE_DOCS, *RULE_DOCS)


def looks(root: Path, stream: TextIO) -> ReportStyle:
    """With excerpts; with colours on a terminal alone, and not where the reader wants none (`NO_COLOR`)."""
    return ReportStyle(source_line_reader(root), stream.isatty() and not os.environ.get("NO_COLOR"), ALL_RULES)
