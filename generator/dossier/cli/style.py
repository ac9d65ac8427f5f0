"""How a report looks where it is printed."""

import os
from pathlib import Path
from typing import TextIO

from dossier.check import RULE_TEXTS
from dossier.io.source_lines import lines_in
from dossier.load import LOAD_RULE_TEXTS
from dossier.report import Looks

ALL_RULES = (*LOAD_RULE_TEXTS, *RULE_TEXTS)


def looks(root: Path, stream: TextIO) -> Looks:
    """With excerpts; with colours on a terminal alone, and not where the reader wants none (`NO_COLOR`)."""
    return Looks(lines_in(root), stream.isatty() and not os.environ.get("NO_COLOR"), ALL_RULES)
