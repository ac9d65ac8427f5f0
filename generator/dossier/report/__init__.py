"""Findings as people and programs read them, one form a file."""

from collections.abc import Mapping

from dossier.report.github import as_github, summary
from dossier.report.json import as_json
from dossier.report.line import as_lines
from dossier.report.sarif import as_sarif
from dossier.report.style import PLAIN, Looks, Report
from dossier.report.text import as_text

__all__ = ["PLAIN", "REPORTS", "Looks", "Report", "as_lines", "summary"]

REPORTS: Mapping[str, Report] = {
    "text": as_text,
    "line": as_lines,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
