"""YAML to plain text, lists and mappings, with the line and column of every value and key.

Values are built from libyaml's events and never by recursion: its own composer overflows the stack on deep nesting.
No scalar is given a type, so YAML 1.1's surprises (`no`, `1_000`, `12:30`, `~`) arrive as written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from dossier.io.positions import LineColumn, Marks, Positions, build_positions, find_text, position_of
from dossier.io.rules import ALIAS, DUPLICATE_KEY, ENCODING, NESTING, SECOND_DOCUMENT, SYNTAX, TAG
from dossier.model.base import FieldPath
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding, Location
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

MAX_DEPTH = 16
QUOTING = "mapping values are not allowed"
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass
class YamlDocument:
    """A document as plain values, and the marks of where they stand in its text."""

    path: str
    text: str
    value: Any = None
    marks: Marks = ()
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def positions(self) -> Positions:
        """The places of values and keys by path, where there are no findings."""
        return build_positions(self.value, self.marks)

    def find_text(self, path: FieldPath, words: str) -> LineColumn | None:
        """The place of the first of these words in the value at `path`, where they are written as they are read."""
        return find_text(self.text, self.positions, path, words)

    def add_finding(self, place: LineColumn, rule: RuleDoc, message: str) -> None:
        self.findings.append(Finding(Location(self.path, *place), rule.id, message))


class _RefusedError(Exception):
    """Reading cannot go on: the finding has been kept."""


def read_yaml(text: str, path: str) -> YamlDocument:
    """The one mapping that `text` holds; what is wrong with it is in `findings`, and then `value` is not to be used."""
    tree = YamlDocument(path, text)
    try:
        _read(tree)
    except _RefusedError:
        pass
    except yaml.YAMLError as error:
        tree.add_finding(_place_of_error(error, text), SYNTAX, _problem(error))
    if not tree.findings and not isinstance(tree.value, dict):
        tree.add_finding((1, 1), SYNTAX, "the file holds no mapping: write `key: value` lines")
    return tree


def _read(tree: YamlDocument) -> None:
    """Gather items and their marks; at the end of a mapping or list, those since its start become one."""
    items: list[Any] = []
    marks: list[Marks] = []
    starts: list[int] = []
    documents = 0
    next_event: Callable[[], Any] = yaml.CSafeLoader(tree.text).get_event
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.style == '"':
                _check_scalar(tree, event)
            items.append(event.value)
            marks.append(event.start_mark)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _check_start(tree, event, items, starts)
            starts.append(len(items))
            items.append(kind)
            marks.append(event.start_mark)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            start = starts.pop()
            held, whole = items[start + 1 :], tuple(marks[start:])
            items[start:] = [_mapping(tree, held, whole) if kind is MappingEndEvent else held]
            marks[start:] = [whole]
        elif kind is AliasEvent:
            _abort(tree, event, ALIAS, f"`*{event.anchor}` is an alias: write the value out")
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                _abort(tree, event, SECOND_DOCUMENT, "a second document starts here: put it in a file of its own")
    if items:
        tree.value, tree.marks = items[0], marks[0]


def _check_scalar(tree: YamlDocument, event: Any) -> None:
    if event.tag is not None:
        _refuse_tag(tree, event)
    # Raw ones are refused before; what is left was written as `\0` or `\e`, which only double quotes allow.
    if event.style == '"' and (control := CONTROL.search(event.value)):
        message = f"a control character (U+{ord(control[0]):04X}) is in this value: take it out"
        tree.add_finding(position_of(event.start_mark), ENCODING, message)


def _check_start(tree: YamlDocument, event: Any, items: list[Any], starts: list[int]) -> None:
    """Refuse a mapping or list that has a tag, stands too deep, or where a mapping wants a key."""
    if event.tag is not None:
        _refuse_tag(tree, event)
    if len(starts) >= MAX_DEPTH:
        _abort(tree, event, NESTING, f"values nest more than {MAX_DEPTH} deep here")
    if starts and items[starts[-1]] is MappingStartEvent and (len(items) - starts[-1]) % 2:
        _abort(tree, event, SYNTAX, "a key must be plain text")


def _mapping(tree: YamlDocument, held: list[Any], marks: tuple[Marks, ...]) -> dict[str, Any]:
    """The mapping of keys and values in turn; a key that stands twice is refused."""
    keys = held[::2]
    value = dict(zip(keys, held[1::2], strict=True))
    if len(value) < len(keys):
        _refuse_twice(tree, keys, marks[1::2])
    return value


def _refuse_twice(tree: YamlDocument, keys: list[str], marks: tuple[Marks, ...]) -> None:
    lines: dict[str, int] = {}
    for key, place in zip(keys, map(position_of, marks), strict=True):
        if key in lines:
            tree.add_finding(place, DUPLICATE_KEY, f"`{key}` stands already in line {lines[key]}: keep one")
        lines[key] = place[0]


def _refuse_tag(tree: YamlDocument, event: Any) -> None:
    _abort(tree, event, TAG, f"`{event.tag}` is a tag: write the value alone")


def _abort(tree: YamlDocument, event: Any, rule: RuleDoc, message: str) -> None:
    tree.add_finding(position_of(event.start_mark), rule, message)
    raise _RefusedError


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
