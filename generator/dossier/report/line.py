"""Findings for editors that jump to a place: `path:line:column: message [rule]`, one a line."""

from collections.abc import Sequence

from dossier.model.finding import Finding
from dossier.report.style import PLAIN, Looks


def as_lines(findings: Sequence[Finding], looks: Looks = PLAIN) -> str:
    """A line a finding."""
    return "".join(f"{finding}\n" for finding in findings)
