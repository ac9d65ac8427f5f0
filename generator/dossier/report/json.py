"""Findings for programs: a list whose form stays."""

import json
from collections.abc import Sequence

from dossier.model.finding import Finding
from dossier.report.style import PLAIN, ReportStyle


def format_json(findings: Sequence[Finding], looks: ReportStyle = PLAIN) -> str:
    """A list of `{path, line, column, rule, message, detail}`."""
    listed = [
        {**finding.location._asdict(), "rule": finding.rule, "message": finding.message, "detail": dict(finding.detail)}
        for finding in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
