"""Findings to text, JSON and GitHub annotations."""

import json
from collections.abc import Callable, Mapping, Sequence

from generator.model.finding import Finding

Report = Callable[[Sequence[Finding]], str]


def as_text(findings: Sequence[Finding]) -> str:
    """A line a finding: `path:line:column: message [rule]`."""
    return "".join(f"{finding}\n" for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """A list of `{path, line, column, rule, message, detail}`; stable."""
    listed = [
        {**finding.place._asdict(), "rule": finding.rule, "message": finding.message, "detail": dict(finding.detail)}
        for finding in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, which GitHub shows as annotations in the pull request."""
    return "".join(
        f"::error file={_property(finding.place.path)},line={finding.place.line},col={finding.place.column},"
        f"title={_property(finding.rule)}::{_data(finding.message)}\n"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: Mapping[str, Report] = {"text": as_text, "json": as_json, "github": as_github}
