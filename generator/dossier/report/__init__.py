"""Findings as people and programs read them, one form a file."""

from collections.abc import Mapping

from dossier.report.github import format_github, github_summary
from dossier.report.json import format_json
from dossier.report.line import format_lines
from dossier.report.sarif import format_sarif
from dossier.report.style import PLAIN, Report, ReportStyle
from dossier.report.text import format_text

__all__ = ["PLAIN", "REPORTS", "Report", "ReportStyle", "format_lines", "github_summary"]

REPORTS: Mapping[str, Report] = {
    "text": format_text,
    "line": format_lines,
    "json": format_json,
    "github": format_github,
    "sarif": format_sarif,
}
