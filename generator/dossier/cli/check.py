"""`dossier check`: holds the content to every rule."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.cli.style import looks
from dossier.io.files import append_text
from dossier.io.watch import watch_folders
from dossier.model.finding import Finding
from dossier.pipeline import CheckResult, check_dossier, check_since
from dossier.report import REPORTS, github_summary
from dossier.text.plural import pluralize

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub names the file whose Markdown it shows with the job."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=tuple(REPORTS), default="text", help="how findings are printed")
    parser.add_argument(
        "--since", metavar="REV", help="also ask for a correction where a published claim is another than at REV"
    )
    parser.add_argument("--watch", action="store_true", help="check again on every change, until interrupted")


def _run(arguments: argparse.Namespace) -> int:
    return _watch(arguments) if arguments.watch else _check(arguments)


def _watch(arguments: argparse.Namespace) -> int:
    with watch_folders([arguments.root / "content", arguments.root / "seeds"]) as changes:
        code = _check(arguments)
        try:
            for _ in changes:
                code = _check(arguments)
        except KeyboardInterrupt:
            return code
    return code


def _check(arguments: argparse.Namespace) -> int:
    since: str | None = arguments.since
    result = check_dossier(arguments.root) if since is None else check_since(arguments.root, since)
    sys.stdout.write(REPORTS[arguments.format](result.findings, looks(arguments.root, sys.stdout)))
    sys.stdout.flush()
    if arguments.format == "text":
        sys.stderr.write(_counted(result))
    if arguments.format == "github" and SUMMARY in os.environ:
        append_text(Path(os.environ[SUMMARY]), github_summary(result.findings))
    return FINDINGS if result.findings else CLEAN


def _counted(result: CheckResult) -> str:
    graph, findings = result
    if graph is None:
        return _advice(findings)
    dossier, found = graph.dossier, sum(citation.is_found for citation in graph.citations)
    told = "no findings" if not findings else pluralize(len(findings), "finding")
    held = f"{len(dossier.records)} records, {found} passages in {len(dossier.source_texts)} texts"
    return f"{held}: {told}\n{_advice(findings)}"


def _advice(findings: Sequence[Finding]) -> str:
    """Where to read more of the rules that were broken."""
    rules = sorted({finding.rule for finding in findings})
    return f"What they ask for: dossier explain {' '.join(rules)}\n" if rules else ""


CHECK = Command(
    "check",
    "hold the content to every rule and print what breaks one",
    "dossier check\ndossier check --watch\ndossier check --since main\ndossier check --format github",
    _arguments,
    _run,
)
