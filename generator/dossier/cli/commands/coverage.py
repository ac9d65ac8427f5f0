"""`dossier coverage`: count what in the sources the records cover, and list the rest."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, report_style
from dossier.cli.options import examples, root_option
from dossier.coverage.compute import compute_coverage
from dossier.pipeline import check_dossier
from dossier.report import REPORTS
from dossier.report.coverage import coverage_table, open_mentions

COVERAGE_RULE = "uncovered-mention"


@click.command(
    "coverage",
    help="Count what the records cover, and list what is open.",
    epilog=examples("dossier coverage"),
)
@root_option
def command(root: Path) -> int:
    """Print the table of coverage and the open mentions; other findings go to stderr."""
    graph, findings = check_dossier(root)
    other_findings = [finding for finding in findings if finding.rule != COVERAGE_RULE]
    sys.stderr.write(REPORTS["text"](other_findings, report_style(root, sys.stderr)))
    if graph is None:
        return EXIT_FINDINGS
    items = graph.coverage or compute_coverage(graph.dossier, graph.resolution)
    sys.stdout.write(coverage_table(items) + open_mentions(graph, items))
    has_open = any(item.state == "open" for item in items)
    return EXIT_FINDINGS if other_findings or has_open else EXIT_OK
