"""Findings as people and programs read them, one form a file."""

from collections.abc import Mapping

from generator.report.as_json import as_json
from generator.report.excerpts import as_text
from generator.report.github import as_github, summary
from generator.report.lines import as_lines
from generator.report.looks import PLAIN, Looks, Report
from generator.report.sarif import as_sarif

__all__ = ["PLAIN", "REPORTS", "Looks", "Report", "as_lines", "summary"]

REPORTS: Mapping[str, Report] = {
    "text": as_text,
    "line": as_lines,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
