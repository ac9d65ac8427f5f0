"""YAML to plain text, lists and mappings, with the line and column of every value and key.

Values are built from libyaml's events and never by recursion: its own composer overflows the stack on deep nesting.
No scalar is given a type, so YAML 1.1's surprises (`no`, `1_000`, `12:30`, `~`) arrive as written.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.load.rules import ALIAS, DUPLICATE_KEY, ENCODING, NESTING, SECOND_DOCUMENT, SYNTAX, TAG
from generator.model.base import FieldPath
from generator.model.finding import Finding, Location
from generator.model.texts import RuleText

MAX_DEPTH = 16
QUOTING = "mapping values are not allowed"
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
LineColumn = tuple[int, int]


@dataclass
class Tree:
    """A document as plain values. `lines` places each value, `keys` each key, by its path; counted from 1."""

    path: str
    value: Any = None
    lines: dict[FieldPath, LineColumn] = field(default_factory=dict)
    keys: dict[FieldPath, LineColumn] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def refuse(self, place: LineColumn, rule: RuleText, message: str) -> None:
        self.findings.append(Finding(Location(self.path, *place), rule.id, message))


@dataclass
class _Open:
    """A mapping or list whose end has not been read; `key` is the mapping's key that waits for its value."""

    value: Any
    path: FieldPath
    key: str | None = None


class _RefusedError(Exception):
    """Reading cannot go on: the finding has been kept."""


def read_tree(text: str, path: str) -> Tree:
    """The one mapping that `text` holds; what is wrong with it is in `findings`, and then `value` is not to be used."""
    tree = Tree(path)
    try:
        _read(tree, text)
    except _RefusedError:
        pass
    except yaml.YAMLError as error:
        tree.refuse(_place_of_error(error, text), SYNTAX, _problem(error))
    if not tree.findings and not isinstance(tree.value, dict):
        tree.refuse((1, 1), SYNTAX, "the file holds no mapping: write `key: value` lines")
    return tree


def _read(tree: Tree, text: str) -> None:
    stack: list[_Open] = []
    documents = 0
    parser = yaml.CSafeLoader(text)
    while (event := parser.get_event()) is not None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            _take_scalar(tree, stack, event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            _open(tree, stack, event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            _stop(tree, event, ALIAS, f"`*{event.anchor}` is an alias: write the value out")
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                _stop(tree, event, SECOND_DOCUMENT, "a second document starts here: put it in a file of its own")


def _take_scalar(tree: Tree, stack: list[_Open], event: Any) -> None:
    _refuse_tag(tree, event)
    # Raw ones are refused before; what is left was written as `\0` or `\e`, which only double quotes allow.
    if event.style == '"' and (control := CONTROL.search(event.value)):
        tree.refuse(
            _place(event), ENCODING, f"a control character (U+{ord(control[0]):04X}) is in this value: take it out"
        )
    top = stack[-1] if stack else None
    if top is not None and type(top.value) is dict and top.key is None:
        _take_key(tree, top, event)
    else:
        _put(tree, top, event, event.value)


def _take_key(tree: Tree, top: _Open, event: Any) -> None:
    path = (*top.path, event.value)
    if event.value in top.value:
        first = tree.keys[path][0]
        tree.refuse(_place(event), DUPLICATE_KEY, f"`{event.value}` stands already in line {first}: keep one")
    tree.keys[path] = _place(event)
    top.key = event.value


def _open(tree: Tree, stack: list[_Open], event: Any, value: Any) -> None:
    _refuse_tag(tree, event)
    top = stack[-1] if stack else None
    if len(stack) >= MAX_DEPTH:
        _stop(tree, event, NESTING, f"values nest more than {MAX_DEPTH} deep here")
    if top is not None and type(top.value) is dict and top.key is None:
        _stop(tree, event, SYNTAX, "a key must be plain text")
    stack.append(_Open(value, _put(tree, top, event, value)))


def _put(tree: Tree, top: _Open | None, event: Any, value: Any) -> FieldPath:
    """Hang `value` where it belongs; its path."""
    path: FieldPath = ()
    if top is None:
        tree.value = value
    elif top.key is not None:
        path = (*top.path, top.key)
        top.value[top.key] = value
        top.key = None
    else:
        path = (*top.path, len(top.value))
        top.value.append(value)
    tree.lines[path] = _place(event)
    return path


def _refuse_tag(tree: Tree, event: Any) -> None:
    if event.tag is not None:
        _stop(tree, event, TAG, f"`{event.tag}` is a tag: write the value alone")


def _stop(tree: Tree, event: Any, rule: RuleText, message: str) -> None:
    tree.refuse(_place(event), rule, message)
    raise _RefusedError


def _place(event: Any) -> LineColumn:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _place_of_error(error: yaml.YAMLError, text: str) -> LineColumn:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return mark.line + 1, mark.column + 1
    before = text.encode()[: getattr(error, "position", 0)].decode(errors="ignore")  # libyaml counts bytes here.
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _problem(error: yaml.YAMLError) -> str:
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
    context = getattr(error, "context", None)
    mend = (
        ": put a value that holds `: ` or begins with a quote mark in quotes, or fold it with `>-`"
        if QUOTING in said
        else ""
    )
    return f"not YAML: {said}{f' ({context})' if context else ''}{mend}"
