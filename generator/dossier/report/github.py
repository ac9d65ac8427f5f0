"""Findings for GitHub: annotations in a pull request, and a table for the summary of the job."""

from collections.abc import Sequence

from dossier.model.finding import Finding, escape_controls
from dossier.report.line import format_lines
from dossier.report.style import PLAIN, ReportStyle
from dossier.text.plural import pluralize

ACTIVE = "&<>\\`*_[]|~@#:"
"""What Markdown, HTML or GitHub itself act on inside a line."""
SHOWN = 10
"""So many annotations of a step GitHub shows."""


def format_github(findings: Sequence[Finding], looks: ReportStyle = PLAIN) -> str:
    """Workflow commands for as many findings as GitHub annotates, a plain line in the log for each other."""
    return "".join(map(_command, findings[:SHOWN])) + format_lines(findings[SHOWN:])


def github_summary(findings: Sequence[Finding]) -> str:
    """All findings as a table in GitHub's Markdown."""
    rows = (
        f"| {_cell(str(finding.location))} | {_cell(finding.message)} | {_cell(finding.rule)} |\n"
        for finding in findings
    )
    counted = pluralize(len(findings), "finding") if findings else "No findings"
    return f"### {counted}\n\n" + ("| Where | What | Rule |\n| --- | --- | --- |\n" if findings else "") + "".join(rows)


def _command(finding: Finding) -> str:
    place = finding.location
    return (
        f"::error file={_property(place.path)},line={place.line},col={place.column},"
        f"title={_property(finding.rule)}::{_data(finding.message)}\n"
    )


def _cell(text: str) -> str:
    """Text in a cell of a table: neither Markdown nor HTML acts on it."""
    return "".join(f"&#{ord(char)};" if char in ACTIVE else char for char in escape_controls(text))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
