"""A mark must follow its statement directly: `567 had gone.[^officials]`.

Passes: `[^officials]`, `[^number:gone-567]`, `[^number:gone-567#officials]` or `[^editor]` after a statement's last
    punctuation mark; several marks next to each other.
Fails:  `[^The officials]`; a space before a mark, or a full stop or a word directly after it; `[^editor]` together with
    another mark; the same mark twice; a mark inside emphasis, or in a note.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.markup import INLINE
from dossier.model.base import ProseField
from dossier.model.finding import Finding
from dossier.model.marks import EDITOR, Mark, find_marks, find_words, group_marks

ID = "malformed-mark"
MARK_LIKE = re.compile(r"\[\^[^\]]*\]?")
PUNCTUATION = ".,;:!?…”’)"
MAX_WORDS = 6
"""The most words of an emphasis that has a mark inside; `*` further apart are characters of two statements."""


def check(graph: Graph) -> Iterator[Finding]:
    for item in graph.dossier.all_items:
        for path, mark, text in item.prose_fields:
            if "[^" in text and isinstance(mark, ProseField):
                for fault in _faults(text) if mark.statements_by else _find_misplaced(text):
                    skip = sum(1 for _ in find_words(text[: fault.start], fault.words))
                    yield Finding(item.location(*path, words=fault.words, skip=skip), ID, fault.message)


class MarkFault(NamedTuple):
    """What is wrong with the words that begin at `start` of a field."""

    start: int
    words: str
    message: str


def _find_misplaced(text: str) -> Iterator[MarkFault]:
    """Yield a fault for each mark in a field without statements."""
    for match in MARK_LIKE.finditer(text):
        yield MarkFault(match.start(), match[0], f"`{match[0]}`: this field takes no marks; remove it")


def _faults(text: str) -> Iterator[MarkFault]:
    """Yield the faults of a field with statements."""
    valid = [mark for mark in find_marks(text) if mark.is_valid]
    for match in MARK_LIKE.finditer(_without(valid, text)) if text.count("[^") > len(valid) else ():
        message = f"`{match[0]}` is not a valid mark; write `[^label]`, `[^kind:id]` or `[^editor]`"
        yield MarkFault(match.start(), match[0], message)
    for match in INLINE.finditer(text):
        inside = [mark for mark in valid if match.start() < mark.start < match.end()]
        if inside and len(list(group_marks(match[0]))) == 1 and len(match[0].split()) <= MAX_WORDS:
            message = "a mark inside emphasis or code; end that before the mark"
            yield MarkFault(match.start(), match[0].split()[0], message)
    end = 0
    for group in group_marks(text):
        start = group[0].start
        message = _group_fault(text, end, group)
        end = group[-1].end
        if message:
            yield MarkFault(start, text[start:end], message)


def _without(marks: Sequence[Mark], text: str) -> str:
    """Return a text with spaces in place of these marks."""
    for mark in marks:
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _group_fault(text: str, previous_end: int, group: Sequence[Mark]) -> str:
    """Return what is wrong with the marks of one statement, or ""."""
    start, end = group[0].start, group[-1].end
    targets = [mark.target for mark in group]
    next_character = text[end : end + 1]
    if not text[previous_end:start].strip():
        return "no statement before this mark; remove it"
    if any(character.isspace() for character in text[max(0, start - 1) : end]):
        return "write marks without a space before them"
    if next_character and next_character in PUNCTUATION:
        return f"write marks after the `{next_character}`"
    if next_character and not next_character.isspace():
        return "write a space after the marks"
    if EDITOR in targets and len(targets) > 1:
        return "`[^editor]` takes no other mark: a statement is the editor's or has evidence"
    if len(set(targets)) < len(targets):
        return "duplicate mark; remove one"
    return ""
