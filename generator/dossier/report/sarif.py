"""Findings as SARIF 2.1.0 (OASIS Standard), which code hosts and editors read."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding
from dossier.report.style import PLAIN, ReportStyle


def format_sarif(findings: Sequence[Finding], looks: ReportStyle = PLAIN) -> str:
    """One run, with the texts of all rules; columns count code points (section 3.14.17)."""
    known = {rule.id: at for at, rule in enumerate(looks.rules)}
    driver = {"name": "dossier", "version": version("mkdocs-dossier"), "rules": [_rule(one) for one in looks.rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, known.get(finding.rule)) for finding in findings],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: RuleDoc) -> dict[str, Any]:
    told = {"id": rule.id, "fullDescription": {"text": rule.summary}}
    cases = [f"{name}: {case}" for name, case in (("Passes", rule.passes), ("Fails", rule.fails)) if case]
    return told | ({"help": {"text": "\n".join(cases)}} if cases else {})


def _result(finding: Finding, rule: int | None) -> dict[str, Any]:
    path, line, column = finding.location
    region = {"startLine": line, "startColumn": column}
    place = {"artifactLocation": {"uri": _uri(path)}, "region": region}
    told = {"ruleId": finding.rule, "level": "error", "message": {"text": finding.message}}
    return told | ({} if rule is None else {"ruleIndex": rule}) | {"locations": [{"physicalLocation": place}]}


def _uri(path: str) -> str:
    """A path as a relative URI reference (RFC 3986)."""
    return quote(path)
