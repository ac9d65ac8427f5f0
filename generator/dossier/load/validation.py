"""Pydantic's errors as findings, at the very value, with the nearest key or value proposed."""

import re
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dossier.io.rules import MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE
from dossier.io.yaml_reader import YamlDocument
from dossier.model.base import ID_PATTERN, REFERENCE_PATTERN, FieldPath, Model, nested_model
from dossier.model.finding import Finding, Location
from dossier.text.suggest import did_you_mean
from dossier.text.truncate import truncate

MAX_SHOWN = 80
FORMS = {
    ID_PATTERN: "of an id: lower-case letters, digits and hyphens",
    REFERENCE_PATTERN: "kind:id, as `event:…` or `actor:…`",
}
LITERAL = re.compile(r"'([^']*)'")


def quote_value(value: object) -> str:
    """Return a value as a message shows it: in backticks, cut to length."""
    return f"`{truncate(str(value), MAX_SHOWN)}`"


def validation_findings(error: ValidationError, part: type[Model], tree: YamlDocument) -> list[Finding]:
    """Every error as a finding."""
    return [_finding(detail, part, tree) for detail in error.errors(include_url=False)]


def _finding(error: ErrorDetails, part: type[Model], tree: YamlDocument) -> Finding:
    path = _path_in(tree, error["loc"])
    if error["type"] == "extra_forbidden":
        keys = _part_at(part, path[:-1]).model_fields
        message = f"{quote_value(path[-1])} is no key here{did_you_mean(str(path[-1]), keys)}"
        return Finding(Location(tree.path, *tree.positions.keys.get(path, (1, 1))), UNKNOWN_KEY.id, message)
    if error["type"] == "missing":
        key = path[-1]
        field = _part_at(part, path[:-1]).model_fields[str(key)]
        message = f"`{key}` is missing: {field.description}{_choices(field.annotation)}"
        return Finding(_place(tree, path[:-1]), MISSING_KEY.id, message)
    return Finding(_place(tree, path), WRONG_VALUE.id, f"{_name(path)}{_message(error)}")


def _choices(annotation: Any) -> str:
    """The values a key may have, where they are few."""
    return f" One of: {', '.join(get_args(annotation))}." if get_origin(annotation) is Literal else ""


def _message(error: ErrorDetails) -> str:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "string_too_short" or value in ("", None):
        return "no value: write one, or leave the key out"
    if kind == "literal_error":
        expected = context["expected"]
        return f"{quote_value(value)} is not one of {expected}{did_you_mean(str(value), LITERAL.findall(expected))}"
    if kind == "string_pattern_mismatch":
        return f"{quote_value(value)} does not have the form {FORMS.get(context['pattern'], context['pattern'])}"
    if kind == "value_error":
        return f"{error['msg'].removeprefix('Value error, ')}"
    if kind in ("tuple_type", "string_type", "model_type", "model_attributes_type"):
        wanted = {"tuple_type": "a list, as [one, two],", "string_type": "text"}.get(kind, "keys and values")
        return f"{quote_value(value)} stands where {wanted} should"
    return f"{quote_value(value)}: {error['msg']}"


def _name(path: FieldPath) -> str:
    return f"{path[-1]}: " if path and isinstance(path[-1], str) else ""


def _path_in(tree: YamlDocument, loc: tuple[int | str, ...]) -> FieldPath:
    """The error's path without the names pydantic adds for the branches of a union."""
    path: FieldPath = ()
    for step in loc:
        if (*path, step) in tree.positions.lines or step == loc[-1]:
            path = (*path, step)
    return path


def _place(tree: YamlDocument, path: FieldPath) -> Location:
    while path and path not in tree.positions.lines:
        path = path[:-1]
    return Location(tree.path, *tree.positions.lines.get(path, (1, 1)))


def _part_at(part: type[Model], path: FieldPath) -> type[Model]:
    """The class of the part at `path` in `part`."""
    for step in path:
        if isinstance(step, str) and step in part.model_fields:
            part = nested_model(part.model_fields[step].annotation) or part
    return part
