"""Findings for pydantic's validation errors: located at the value, with the closest valid key or value."""

import re
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.io.rules import MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE
from dossier.io.yaml_reader import YamlDocument
from dossier.model.base import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    REFERENCE_PATTERN,
    FieldPath,
    Model,
    keys_in_files,
    model_in_files,
)
from dossier.model.finding import Finding, Location
from dossier.model.identifiers import COUNTRY_PATTERN
from dossier.model.kinds.source import FILE_NAME_PATTERN, SHA256_PATTERN, URL_PATTERN
from dossier.model.record import DIGEST_LENGTH, DIGEST_PATTERN
from dossier.text.suggest import did_you_mean
from dossier.text.wording import truncate

MAX_SHOWN = 80
MAX_CHOICES = 100
"""The longest list of choices, in characters, that is printed with quotation marks and next to a suggestion."""
MAX_REPORTED = 100
"""The most faults of a file that are reported one by one."""
EXPECTED_BY_PATTERN = {
    ID_PATTERN: "an id of lower-case letters, digits and hyphens",
    REFERENCE_PATTERN: "kind:id, such as `event:…` or `actor:…`",
    URL_PATTERN: "a web address, such as https://example.org/page",
    FILE_NAME_PATTERN: "a file name of ASCII letters, digits, `.`, `_` and `-`",
    SHA256_PATTERN: "a SHA-256 of 64 lower-case hexadecimal digits",
    LANGUAGE_PATTERN: "a language tag, such as en or pt-BR",
    DIGEST_PATTERN: f"{DIGEST_LENGTH} hexadecimal digits, or no digest",
    COUNTRY_PATTERN: "a country code of two capital letters, such as CO",
}
EXPECTED_BY_TYPE = {
    "tuple_type": "a list, such as [one, two]",
    "string_type": "text",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}
QUOTED = re.compile(r"'([^']*)'")


def quote_value(value: object) -> str:
    """Return a value as a message shows it: in backticks, cut to length."""
    return f"`{truncate(str(value), MAX_SHOWN)}`"


def validation_findings(error: ValidationError, model: type[Model], document: YamlDocument) -> list[Finding]:
    """Return a finding for each error in a document that should hold a `model`; of very many, for the first ones."""
    details = error.errors(include_url=False)
    findings = [_finding(detail, model, document) for detail in details[: MAX_REPORTED + 1]]
    if len(details) > len(findings):
        remaining = len(details) - MAX_REPORTED
        findings[-1] = findings[-1]._replace(
            message=f"{remaining:,} more faults in this file: correct the others first"
        )
    return findings


def _finding(error: ErrorDetails, model: type[Model], document: YamlDocument) -> Finding:
    path = _path_of(error, document)
    key = path[-1] if path else ""
    if error["type"] == "extra_forbidden":
        known = keys_in_files(_model_at(model, path[:-1]))
        message = f"unknown key {quote_value(key)}{did_you_mean(str(key), known)}"
        return Finding(Location(document.path, *document.positions.keys.get(path, (1, 1))), UNKNOWN_KEY.id, message)
    if error["type"] == "missing":
        field = _model_at(model, path[:-1]).model_fields[str(key)]
        message = f"missing key `{key}`: {field.description}{_choices(field.annotation)}"
        return Finding(_location(document, path[:-1]), MISSING_KEY.id, message)
    subject = f"{key}: " if isinstance(key, str) and key else ""
    return Finding(_location(document, path), WRONG_VALUE.id, subject + _message(error))


def _choices(annotation: Any) -> str:
    """Return the values of a key that has a fixed set of them, as the end of a message."""
    return f" One of: {', '.join(get_args(annotation))}." if get_origin(annotation) is Literal else ""


def _message(error: ErrorDetails) -> str:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "string_too_short" or value in ("", None):
        return "no value: add one or remove the key"
    if kind == "literal_error":
        choices = QUOTED.findall(context["expected"])
        suggestion = did_you_mean(str(value), choices)
        if len(context["expected"]) <= MAX_CHOICES:
            return f"expected {context['expected']}, got {quote_value(value)}{suggestion}"
        return f"{quote_value(value)} is not a valid value{suggestion or '; use ' + ', '.join(choices)}"
    if kind == "string_pattern_mismatch":
        pattern = context["pattern"]
        return f"expected {EXPECTED_BY_PATTERN.get(pattern, pattern)}, got {quote_value(value)}"
    if kind == "value_error":
        return error["msg"].removeprefix("Value error, ")
    if kind == "string_type" and _is_cross_link(value):
        return "a text that begins with `[[` needs quotation marks, or `>-` and a new line before it"
    if kind in EXPECTED_BY_TYPE:
        return f"expected {EXPECTED_BY_TYPE[kind]}, got {quote_value(value)}"
    return f"{quote_value(value)}: {error['msg']}"


def _is_cross_link(value: object) -> bool:
    """Return whether YAML has read the cross-link `[[event:…]]` as a list in a list."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)


def _path_of(error: ErrorDetails, document: YamlDocument) -> FieldPath:
    """Return the path of an error without the names that pydantic adds for the branches of a union."""
    path: FieldPath = ()
    for step in error["loc"]:
        if (*path, step) in document.positions.values or step == error["loc"][-1]:
            path = (*path, step)
    inner = (*path, "state")
    return inner if error["type"] == "literal_error" and inner in document.positions.values else path


def _location(document: YamlDocument, path: FieldPath) -> Location:
    while path and path not in document.positions.values:
        path = path[:-1]
    return Location(document.path, *document.positions.values.get(path, (1, 1)))


def _model_at(model: type[Model], path: FieldPath) -> type[Model]:
    """Return the class of the model at `path` in `model`."""
    for step in path:
        if isinstance(step, str):
            model = model_in_files(model, step) or model
    return model
