"""Findings for GitHub: annotations in a pull request, and a table for the summary of the job."""

from collections.abc import Sequence

from dossier.model.finding import Finding, escape_controls
from dossier.report.style import PLAIN, ReportStyle
from dossier.report.text import format_lines
from dossier.text.wording import pluralize

SPECIAL_CHARACTERS = "&<>\\`*_[]|~@#:"
"""The characters that Markdown, HTML or GitHub interprets inside a line."""
MAX_ANNOTATIONS = 10
"""GitHub shows no more annotations per step."""


def format_github(findings: Sequence[Finding], style: ReportStyle = PLAIN) -> str:
    """Return workflow commands for as many findings as GitHub annotates, and a plain line for each other one."""
    return "".join(map(_command, findings[:MAX_ANNOTATIONS])) + format_lines(findings[MAX_ANNOTATIONS:])


def github_summary(findings: Sequence[Finding]) -> str:
    """Return all findings as a table in GitHub's Markdown."""
    if not findings:
        return "### No findings\n\n"
    rows = "".join(
        f"| {_cell(str(finding.location))} | {_cell(finding.message)} | {_cell(finding.rule)} |\n"
        for finding in findings
    )
    return f"### {pluralize(len(findings), 'finding')}\n\n| Location | Message | Rule |\n| --- | --- | --- |\n{rows}"


def _command(finding: Finding) -> str:
    path, line, column = finding.location
    properties = f"file={_property(path)},line={line},col={column},title={_property(finding.rule)}"
    return f"::error {properties}::{_data(finding.message)}\n"


def _cell(text: str) -> str:
    """Return text for a table cell, with special characters as character references."""
    return "".join(f"&#{ord(char)};" if char in SPECIAL_CHARACTERS else char for char in escape_controls(text))


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape the value of a workflow command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
