"""`dossier coverage`: counts what the records account for."""

import argparse
import sys

from dossier.cli.command import CLEAN, FINDINGS, Command, no_arguments
from dossier.cli.style import looks
from dossier.coverage import compute_coverage
from dossier.pipeline import check_dossier
from dossier.report import REPORTS
from dossier.report.coverage import coverage_table, open_mentions

COVERAGE_RULE = "uncovered-mention"


def _run(arguments: argparse.Namespace) -> int:
    graph, findings = check_dossier(arguments.root)
    broken = [finding for finding in findings if finding.rule != COVERAGE_RULE]
    sys.stderr.write(REPORTS["text"](broken, looks(arguments.root, sys.stderr)))
    if graph is None:
        return FINDINGS
    covered = graph.coverage or compute_coverage(graph)
    sys.stdout.write(coverage_table(covered) + open_mentions(graph, covered))
    return FINDINGS if broken or any(one.state == "open" for one in covered) else CLEAN


COVERAGE = Command(
    "coverage",
    "count what the records account for, and list what they do not",
    "dossier coverage",
    no_arguments,
    _run,
)
