"""Marks in an editor's prose: `[^label]` after a statement names its evidence, `[^editor]` says that there is none.

A statement is the text up to its mark or marks. A mark names a passage of the same record by its label, another record
(`[^number:defectors-567]`), one passage of another record (`[^number:defectors-567#officials]`), or the editor.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

EDITOR = "editor"
"""The mark of a sentence of the editor's own; no passage can have this label."""
TODO = "todo"
"""The mark of a statement whose evidence is still to be chosen; no passage can have this label."""
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MARK = re.compile(r"\[\^(?P<target>[^\[\]\s]*)\]")
TARGET = re.compile(rf"(?P<key>[a-z]+:{_ID})(?:#(?P<key_label>{_ID}))?|(?P<label>{_ID})")
MAX_TEXTS = 2**15
"""How many texts are kept in parts, which rules and pages need again and again, also after each change."""


class Mark(NamedTuple):
    """A mark in prose, from `start` to `end`; `target` is what is between `[^` and `]`."""

    target: str
    start: int
    end: int

    @property
    def is_editor(self) -> bool:
        """Whether the statement is the editor's own."""
        return self.target == EDITOR

    @property
    def is_valid(self) -> bool:
        """Whether the target is a label, `editor`, `kind:id` or `kind:id#label`."""
        return _parse_target(self.target) is not None

    @property
    def key(self) -> str | None:
        """The key of the other record, such as `number:defectors-567`; None for a label of the same record."""
        parsed = _parse_target(self.target)
        return parsed.key if parsed else None

    @property
    def label(self) -> str | None:
        """The label of the passage, of this record or the other one; None for the editor and for a whole record."""
        parsed = _parse_target(self.target)
        return None if parsed is None or self.is_editor else parsed.label


class _Target(NamedTuple):
    key: str | None
    label: str | None


@lru_cache(maxsize=1024)  # Each mark is asked many times, and most labels recur.
def _parse_target(target: str) -> _Target | None:
    match = TARGET.fullmatch(target)
    return _Target(match["key"], match["label"] or match["key_label"]) if match else None


class MarkedText(NamedTuple):
    """The text of one statement and its marks. `text` has no marks, and no space at its ends; it begins at `start`."""

    text: str
    start: int
    marks: tuple[Mark, ...]


@lru_cache(maxsize=MAX_TEXTS)
def find_marks(prose: str) -> tuple[Mark, ...]:
    """Return every mark in `prose`, in order, including those whose target is not valid."""
    return tuple(Mark(intern(match["target"]), *match.span()) for match in MARK.finditer(prose))


def strip_marks(prose: str) -> str:
    """Return prose without its marks and the space before them."""
    if "[^" not in prose:
        return prose
    pieces, end = [], 0
    for match in MARK.finditer(prose):
        pieces.append(prose[end : match.start()].rstrip())
        end = match.end()
    return "".join((*pieces, prose[end:])) if pieces else prose


@lru_cache(maxsize=MAX_TEXTS)
def split_statements(prose: str) -> tuple[MarkedText, ...]:
    """Return the statements of `prose`, in order; the last one has no marks if text follows the last mark.

    The text of a statement is empty if its marks have no text before them.
    """
    return tuple(_statements(prose))


def _statements(prose: str) -> Iterator[MarkedText]:
    start = 0
    for marks in group_marks(prose):
        yield _marked_text(prose, start, marks)
        start = marks[-1].end
    if prose[start:].strip():
        yield _marked_text(prose, start, ())


def group_marks(prose: str) -> Iterator[list[Mark]]:
    """Yield the marks of each statement: those that have nothing but white space between them."""
    group: list[Mark] = []
    for mark in find_marks(prose):
        if group and prose[group[-1].end : mark.start].strip():
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _marked_text(prose: str, start: int, marks: Sequence[Mark]) -> MarkedText:
    text = (prose[start : marks[0].start] if marks else prose[start:]).rstrip()
    written = text.lstrip()
    return MarkedText(written, start + len(text) - len(written), tuple(marks))


def find_words(prose: str, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offset of each occurrence of `words` in `prose[start:end]`, as whole words and across line breaks.

    The keys of cross-links and the targets of marks are passed over, unless `words` begin with their brackets.
    """
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?![\w-])" if words[-1].isalnum() else ""
    spaced = r"\s+".join(map(re.escape, words.split()))
    pattern = re.compile(rf"(?P<words>{before}{spaced}{after})|\[\[[^\[\]|]*|{MARK.pattern}")
    for match in pattern.finditer(prose, start, len(prose) if end is None else end):
        if match["words"]:
            yield match.start()
