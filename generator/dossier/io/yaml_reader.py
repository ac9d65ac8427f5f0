"""Reads YAML as plain text, lists and mappings, with the line and column of every value and key.

Values are built from libyaml's events in a loop: its own composer recurses, and overflows the stack on deep nesting.
No scalar is given a type, so what YAML 1.1 would convert (`no`, `1_000`, `12:30`, `~`) arrives as written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern
from typing import Any
from zlib import Z_BEST_SPEED, compress, decompress

import yaml
from dossier.io.positions import Positions, YamlMarks, build_positions, find_text, position_of
from dossier.io.rules import ALIAS, DUPLICATE_KEY, ENCODING, NESTING, SECOND_DOCUMENT, SYNTAX, TAG
from dossier.model.base import FieldPath
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding, LineColumn, Location
from dossier.text.spans import line_column
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
MAX_DUPLICATES = 100
"""The most duplicate keys of a file that are reported one by one."""
NESTED_TOO_DEEP = f"values are nested more than {MAX_DEPTH} levels deep here"
TOO_DEEP = "maximum nesting depth"
"""In the message of libyaml 0.2.6 or newer, whose scanner stops before the parser reaches the values."""
NEEDS_QUOTES = "mapping values are not allowed"
"""The beginning of libyaml's message for a plain value that contains `: `."""
BARE_LINK = "not YAML: a text that begins with `[` needs quotation marks, or `>-` and a new line before it"
_BARE_LINK = re.compile(r"\s*(?:- )*(?:[\w-]+:\s+)?(?P<link>\[\[|\[\^)")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass
class YamlDocument:
    """A document as plain values, with the parser's marks; `value` is valid only if there are no findings."""

    path: str
    text: str
    value: Any = None
    marks: YamlMarks = ()
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def positions(self) -> Positions:
        """The positions of values and keys by path."""
        return build_positions(self.value, self.marks)

    def find_text(self, path: FieldPath, words: str, skip: int = 0) -> LineColumn | None:
        """Return the position of `words` in the value at `path`, or None if they do not occur as written.

        The first `skip` occurrences are passed over.
        """
        return find_text(self.text, self.positions, path, words, skip)

    def add_finding(self, position: LineColumn, rule: RuleDoc, message: str) -> None:
        """Add a finding of a rule at a position."""
        self.findings.append(Finding(Location(self.path, *position), rule.id, message))


class LazyDocument:
    """A document without findings, of which only the text is kept, compressed.

    The positions of values are needed for findings, of which most documents have none, but they take more memory than
    all the values. So the text is read again when a position is first asked for.
    """

    def __init__(self, document: YamlDocument) -> None:
        self._path, self._data = document.path, compress(document.text.encode("utf-8"), Z_BEST_SPEED)

    def positions(self) -> Mapping[FieldPath, LineColumn]:
        """Return the positions of values by path."""
        return self._document.positions.values

    def find_text(self, path: FieldPath, words: str, skip: int = 0) -> LineColumn | None:
        """Return the position of `words` in the value at `path`, as `YamlDocument` does."""
        return self._document.find_text(path, words, skip)

    @cached_property
    def _document(self) -> YamlDocument:
        return read_yaml(decompress(self._data).decode("utf-8"), self._path)


class _AbortedError(Exception):
    """Reading cannot continue; the finding is in the document."""


def read_yaml(text: str, path: str) -> YamlDocument:
    """Return the document in `text`, which must be one mapping. Findings show the file as `path`; raises nothing."""
    document = YamlDocument(path, text)
    try:
        _read(document)
    except _AbortedError:
        pass
    except yaml.YAMLError as error:
        is_too_deep = TOO_DEEP in (getattr(error, "problem", None) or "")
        position = _error_position(error, text)
        rule, message = (NESTING, NESTED_TOO_DEEP) if is_too_deep else (SYNTAX, _error_message(error))
        if rule is SYNTAX and (opening := _find_bare_link(text, position)):
            position, message = opening, BARE_LINK
        document.add_finding(position, rule, message)
    if not document.findings and not isinstance(document.value, dict):
        document.add_finding((1, 1), SYNTAX, "the file contains no mapping: write lines of `key: value`")
    return document


def _read(document: YamlDocument) -> None:
    """Build the document's value and marks from the parser's events.

    `items` and `marks` are stacks. A mapping or list begins with its event's type on `items`; at its end, everything
    since then becomes one item. `starts` has the index of each open one.
    """
    items: list[Any] = []
    marks: list[YamlMarks] = []
    starts: list[int] = []
    documents = 0
    next_event: Callable[[], Any] = yaml.CSafeLoader(document.text).get_event
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.style == '"':
                _check_scalar(document, event)
            items.append(intern(event.value) if " " not in event.value else event.value)  # Keys, ids and labels recur.
            marks.append(event.start_mark)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _check_start(document, event, items, starts)
            starts.append(len(items))
            items.append(kind)
            marks.append(event.start_mark)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            start = starts.pop()
            inner, inner_marks = items[start + 1 :], tuple(marks[start:])
            items[start:] = [_mapping(document, inner, inner_marks) if kind is MappingEndEvent else inner]
            marks[start:] = [inner_marks]
        elif kind is AliasEvent:
            _abort(document, event, ALIAS, f"`*{event.anchor}` is an alias: write the value out")
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                _abort(document, event, SECOND_DOCUMENT, "a second document starts here: move it to its own file")
    if items:
        document.value, document.marks = items[0], marks[0]


def _check_scalar(document: YamlDocument, event: Any) -> None:
    if event.tag is not None:
        _refuse_tag(document, event)
    # The parser refuses raw control characters; double quotes allow them as escapes such as `\0` and `\e`.
    if event.style == '"' and (control := CONTROL.search(event.value)):
        message = f"control character U+{ord(control[0]):04X} in this value: remove it"
        document.add_finding(position_of(event.start_mark), ENCODING, message)


def _check_start(document: YamlDocument, event: Any, items: list[Any], starts: list[int]) -> None:
    """Refuse a mapping or list that has a tag, is nested too deep, or is used as a key."""
    if event.tag is not None:
        _refuse_tag(document, event)
    if len(starts) >= MAX_DEPTH:
        _abort(document, event, NESTING, NESTED_TOO_DEEP)
    if starts and items[starts[-1]] is MappingStartEvent and (len(items) - starts[-1]) % 2:
        _abort(document, event, SYNTAX, "a key must be plain text")


def _mapping(document: YamlDocument, items: list[Any], marks: tuple[YamlMarks, ...]) -> dict[str, Any]:
    """Return the mapping of alternating keys and values, and report duplicate keys."""
    keys = items[::2]
    mapping = dict(zip(keys, items[1::2], strict=True))
    if len(mapping) < len(keys):
        _report_duplicates(document, keys, marks[1::2])
    return mapping


def _report_duplicates(document: YamlDocument, keys: list[str], marks: tuple[YamlMarks, ...]) -> None:
    first_lines: dict[str, int] = {}
    for key, position in zip(keys, map(position_of, marks), strict=True):
        if key in first_lines and len(document.findings) == MAX_DUPLICATES:
            document.add_finding(position, DUPLICATE_KEY, "more duplicate keys: correct the others first")
            return
        if key in first_lines:
            message = f"duplicate key `{key}` (first on line {first_lines[key]})"
            document.add_finding(position, DUPLICATE_KEY, message)
        first_lines.setdefault(key, position[0])


def _refuse_tag(document: YamlDocument, event: Any) -> None:
    _abort(document, event, TAG, f"`{event.tag}` is a tag: write only the value")


def _abort(document: YamlDocument, event: Any, rule: RuleDoc, message: str) -> None:
    document.add_finding(position_of(event.start_mark), rule, message)
    raise _AbortedError


def _error_position(error: yaml.YAMLError, text: str) -> LineColumn:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return mark.line + 1, mark.column + 1
    before = text.encode()[: getattr(error, "position", 0)].decode(errors="ignore")  # libyaml counts bytes here.
    return line_column(before, len(before))


def _find_bare_link(text: str, position: LineColumn) -> LineColumn | None:
    """Return the position of a cross-link that begins a value without quotation marks, at or before the error."""
    lines = text.split("\n")[: position[0]]
    for number in range(len(lines), max(0, len(lines) - 2), -1):
        if match := _BARE_LINK.match(lines[number - 1]):
            return number, match.start("link") + 1
    return None


def _error_message(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
    context = getattr(error, "context", None)
    hint = ""
    if NEEDS_QUOTES in problem:
        hint = ": quote a value that contains `: ` or begins with a quotation mark, or fold it with `>-`"
    return f"not YAML: {problem}{f' ({context})' if context else ''}{hint}"
