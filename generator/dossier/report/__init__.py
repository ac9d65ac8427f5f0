"""Findings as text, JSON, SARIF and GitHub annotations: `REPORTS` has each format by its name."""

from collections.abc import Mapping

from dossier.report.github import format_github, github_summary
from dossier.report.json import format_json, format_sarif
from dossier.report.style import PLAIN, Report, ReportStyle
from dossier.report.text import format_excerpts, format_lines

__all__ = ["PLAIN", "REPORTS", "Report", "ReportStyle", "format_lines", "github_summary"]

REPORTS: Mapping[str, Report] = {
    "text": format_excerpts,
    "line": format_lines,
    "json": format_json,
    "github": format_github,
    "sarif": format_sarif,
}
