"""`dossier check`: check content against all rules."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, is_utf8, report_style
from dossier.cli.options import examples, root_option
from dossier.io.files import append_text
from dossier.load.site_name import written_site_name
from dossier.model.finding import Finding, escape_controls
from dossier.pipeline import CheckResult, check_dossier
from dossier.report import REPORTS, github_summary
from dossier.text.serialize import escape_non_ascii
from dossier.text.wording import pluralize

JSON_REPORTS = ("json", "sarif")
"""The reports that stay JSON in whatever encoding they are written."""
GITHUB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable with the file whose Markdown GitHub shows with the job."""


@click.command(
    "check",
    help="Check content against all rules.",
    epilog=examples(
        "dossier check", "dossier check --watch", "dossier check --since main", "dossier check --format github"
    ),
)
@root_option
@click.option(
    "--format", "report", type=click.Choice(tuple(REPORTS)), default="text", show_default=True, help="output format"
)
@click.option("--since", metavar="REV", help="also require a correction where a published claim has changed since REV")
@click.option("--watch", is_flag=True, help="check again after every change, until interrupted")
def command(root: Path, report: str, since: str | None, watch: bool) -> int:
    """Check once, or after every change."""
    return _watch(root, report, since) if watch else _check(root, report, since)


def _watch(root: Path, report: str, since: str | None) -> int:
    """Check after every change; return the exit code of the last check when interrupted."""
    from dossier.io.watch import watch_folders  # Only here: most checks do not wait for changes.

    with watch_folders([root / "content", root / "seeds"]) as changes:
        code = _check(root, report, since)
        try:
            for _ in changes:
                code = _check(root, report, since)
        except KeyboardInterrupt:
            return code
    return code


def _check(root: Path, report: str, since: str | None) -> int:
    result = check_dossier(root) if since is None else _check_since(root, since)
    text = REPORTS[report](result.findings, report_style(root, sys.stdout))
    sys.stdout.write(escape_non_ascii(text) if report in JSON_REPORTS and not is_utf8(sys.stdout) else text)
    sys.stdout.flush()
    if report == "text":
        sys.stderr.write(_summary(result))
        sys.stderr.writelines(f"{note}\n" for note in (*_version_notes(result), *_site_notes(root, result)))
    if report == "text" and since is not None and not result.findings:
        sys.stderr.write(f"To review what has changed: dossier review --since {since}\n")
    if report == "github" and GITHUB_SUMMARY in os.environ:
        append_text(Path(os.environ[GITHUB_SUMMARY]), github_summary(result.findings))
    return EXIT_FINDINGS if result.findings else EXIT_OK


def _summary(result: CheckResult) -> str:
    """Return how much was checked, how many findings there are, and where to read about their rules."""
    graph, findings = result
    if graph is None:
        return _advice(findings)
    dossier = graph.dossier
    citations, missing = len(graph.citations), sum(not citation.is_found for citation in graph.citations)
    passages = f"{citations - missing} of {citations} passages found" if missing else f"{citations} passages"
    checked = f"{len(dossier.records)} records, {passages} in {len(dossier.source_texts)} texts"
    outcome = pluralize(len(findings), "finding") if findings else "no findings"
    return f"{checked}: {outcome}\n{_advice(findings)}"


def _version_notes(result: CheckResult) -> Iterator[str]:
    """Return a line for each text that another version of its reader extracted, if it would be another text now."""
    if result.graph is None or not any(source.original for source in result.graph.dossier.sources):
        return iter(())
    from dossier.documents.comparison import iter_version_notes  # Only here: most dossiers have no such text.

    return iter_version_notes(result.graph.dossier)


def _site_notes(root: Path, result: CheckResult) -> Iterator[str]:
    """Yield a line if mkdocs.yml calls the site otherwise than the dossier calls itself."""
    title = result.graph.dossier.settings.title if result.graph else ""
    name = written_site_name(root)
    if title and name and " ".join(name.split()) != " ".join(title.split()):
        yield escape_controls(
            f"mkdocs.yml: the site is called “{name}”, the dossier “{title}”: leave `site_name` empty "
            'there (`site_name: ""`), and the site has the title of the dossier'
        )


def _advice(findings: Sequence[Finding]) -> str:
    rules = sorted({finding.rule for finding in findings})
    return f"For details: dossier explain {' '.join(rules)}\n" if rules else ""


def _check_since(root: Path, revision: str) -> CheckResult:
    from dossier.editor.compare import check_since  # Only here: most checks compare nothing.

    return check_since(root, revision)
