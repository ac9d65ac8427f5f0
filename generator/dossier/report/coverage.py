"""Coverage as text: a table of counts, then a line for each open mention."""

from collections.abc import Sequence

from dossier.coverage.compute import count_coverage
from dossier.graph import Graph
from dossier.model.coverage import COVERAGE_STATES, CoverageItem
from dossier.model.finding import escape_controls

COLUMNS = ("found", *COVERAGE_STATES)
SHOWN = 80


def coverage_table(coverage: Sequence[CoverageItem]) -> str:
    """A line for each source and kind of mention: how many were found, and in which state they are."""
    counted = count_coverage(coverage)
    width = max((len(tally.source) for tally in counted), default=0)
    head = f"{'':{width}}  {'':9}" + "".join(f"  {column:>8}" for column in COLUMNS)
    lines = [
        f"{tally.source:{width}}  {tally.kind:9}" + "".join(f"  {tally.counts[column]:8}" for column in COLUMNS)
        for tally in counted
    ]
    return "\n".join([head, *lines]) + "\n"


def open_mentions(graph: Graph, coverage: Sequence[CoverageItem]) -> str:
    """A line for each open mention: its file, line and column, its kind and its words."""
    return "".join(_line(graph, covered) for covered in coverage if covered.state == "open")


def _line(graph: Graph, covered: CoverageItem) -> str:
    mention = covered.mention
    place = graph.dossier.source_texts[mention.file].location(mention.start)
    return escape_controls(f"{place}: {mention.kind} `{' '.join(mention.text.split())[:SHOWN]}`") + "\n"
