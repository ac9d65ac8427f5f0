"""`dossier coverage`: counts what the records account for."""

import argparse
import sys

from generator.cli.command import CLEAN, FINDINGS, Command, no_arguments
from generator.cli.looks import looks
from generator.cover import cover
from generator.pipeline import checked
from generator.report import REPORTS
from generator.report.coverage import coverage_table, open_mentions

COVERAGE_RULE = "coverage-open"


def _run(arguments: argparse.Namespace) -> int:
    graph, findings = checked(arguments.root)
    broken = [finding for finding in findings if finding.rule != COVERAGE_RULE]
    sys.stderr.write(REPORTS["text"](broken, looks(arguments.root, sys.stderr)))
    if graph is None:
        return FINDINGS
    covered = graph.coverage or cover(graph)
    sys.stdout.write(coverage_table(covered) + open_mentions(graph, covered))
    return FINDINGS if broken or any(one.state == "open" for one in covered) else CLEAN


COVERAGE = Command(
    "coverage",
    "count what the records account for, and list what they do not",
    "dossier coverage",
    no_arguments,
    _run,
)
