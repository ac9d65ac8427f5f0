"""Findings for editors that jump to a place: `path:line:column: message [rule]`, one a line."""

from collections.abc import Sequence

from dossier.model.finding import Finding
from dossier.report.style import PLAIN, ReportStyle


def format_lines(findings: Sequence[Finding], looks: ReportStyle = PLAIN) -> str:
    """A line a finding."""
    return "".join(f"{finding}\n" for finding in findings)
