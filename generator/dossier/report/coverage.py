"""Coverage as text: a table of counts, and a line for each open mention."""

from collections.abc import Sequence

from dossier.coverage.compute import count_coverage
from dossier.graph import Graph
from dossier.model.coverage import COVERAGE_STATES, CoverageItem
from dossier.model.finding import escape_controls
from dossier.text.wording import truncate

COLUMNS = ("found", *COVERAGE_STATES)
MAX_EXCERPT_LENGTH = 80


def coverage_table(coverage: Sequence[CoverageItem]) -> str:
    """Return a table with a row for each source and kind of mention, and a column for each state."""
    rows = count_coverage(coverage)
    width = max((len(row.source) for row in rows), default=0)
    lines = [f"{'':{width}}  {'':9}" + "".join(f"  {column:>8}" for column in COLUMNS)]
    for row in rows:
        counts = "".join(f"  {row.counts[column]:8}" for column in COLUMNS)
        lines.append(f"{row.source:{width}}  {row.kind:9}{counts}")
    return "\n".join(lines) + "\n"


def open_mentions(graph: Graph, coverage: Sequence[CoverageItem]) -> str:
    """Return a line for each open mention: its location, its kind and its words."""
    lines = []
    for item in coverage:
        if item.state == "open":
            mention = item.mention
            location = graph.dossier.source_texts[mention.file].location(mention.start)
            words = truncate(mention.text, MAX_EXCERPT_LENGTH)
            lines.append(escape_controls(f"{location}: {mention.kind} `{words}`") + "\n")
    return "".join(lines)
