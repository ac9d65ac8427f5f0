"""`dossier check`: holds the content to every rule."""

import argparse
import sys

from generator.cli.command import CLEAN, FINDINGS, Command
from generator.pipeline import checked
from generator.report import REPORTS


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(REPORTS), default="text", help="how findings are printed")


def _run(arguments: argparse.Namespace) -> int:
    graph, findings = checked(arguments.root)
    sys.stdout.write(REPORTS[arguments.format](findings))
    if arguments.format == "text" and graph is not None:
        dossier = graph.dossier
        found = sum(citation.found for citation in graph.citations)
        said = (
            f"{len(dossier.records)} records, {found} passages in {len(dossier.seeds)} texts: {_count(len(findings))}"
        )
        sys.stderr.write(f"{said}\n")
    return FINDINGS if findings else CLEAN


def _count(findings: int) -> str:
    return "no findings" if findings == 0 else f"{findings} finding{'s' * (findings != 1)}"


CHECK = Command(
    "check",
    "hold the content to every rule and print what breaks one",
    "dossier check --format github",
    _arguments,
    _run,
)
