"""Findings for programs: as JSON, and as SARIF 2.1.0 (OASIS Standard), which code hosts and editors read."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding, Location
from dossier.report.style import PLAIN, ReportStyle
from dossier.text.serialize import json_document


def format_json(findings: Sequence[Finding], style: ReportStyle = PLAIN) -> str:
    """Return a JSON list of `{path, line, column, rule, message, detail}`; these keys are stable."""
    data = [
        {**finding.location._asdict(), "rule": finding.rule, "message": finding.message, "detail": dict(finding.detail)}
        for finding in findings
    ]
    return json_document(data)


def parse_json(report: str) -> list[Finding]:
    """Return the findings of a JSON report. Raises ValueError if the text is none."""
    try:
        return [
            Finding(Location(item["path"], item["line"], item["column"]), item["rule"], item["message"], item["detail"])
            for item in json.loads(report)
        ]
    except (KeyError, TypeError) as error:
        raise ValueError("no report of findings") from error


def format_sarif(findings: Sequence[Finding], style: ReportStyle = PLAIN) -> str:
    """Return a SARIF log of one run, with the documentation of all rules; columns count code points (§ 3.14.17)."""
    rule_indexes = {rule.id: index for index, rule in enumerate(style.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "dossier",
                "version": version("mkdocs-dossier"),
                "rules": [_sarif_rule(rule) for rule in style.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, rule_indexes.get(finding.rule)) for finding in findings],
    }
    return json_document({"version": "2.1.0", "runs": [run]})


def _sarif_rule(rule: RuleDoc) -> dict[str, Any]:
    data: dict[str, Any] = {"id": rule.id, "fullDescription": {"text": rule.summary}}
    examples = [f"{label}: {text}" for label, text in (("Passes", rule.passes), ("Fails", rule.fails)) if text]
    if examples:
        data["help"] = {"text": "\n".join(examples)}
    return data


def _sarif_result(finding: Finding, rule_index: int | None) -> dict[str, Any]:
    path, line, column = finding.location
    data: dict[str, Any] = {"ruleId": finding.rule, "level": "error", "message": {"text": finding.message}}
    if rule_index is not None:
        data["ruleIndex"] = rule_index
    physical_location = {
        "artifactLocation": {"uri": quote(path)},  # A relative URI reference (RFC 3986).
        "region": {"startLine": line, "startColumn": column},
    }
    return data | {"locations": [{"physicalLocation": physical_location}]}
