"""A mark must follow its statement directly: `567 had gone.[^officials]`.

Passes: `[^officials]`, `[^number:gone-567]`, `[^number:gone-567#officials]` or `[^editor]` after a statement's last
    punctuation mark; several marks next to each other.
Fails:  `[^The officials]`; a space before a mark, or a full stop after it; `[^editor]` together with another mark; the
    same mark twice; a mark in a note.
"""

import re
from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.base import ProseField
from dossier.model.finding import Finding
from dossier.model.marks import MARK, MARK_GROUP, find_marks

ID = "malformed-mark"
MARK_LIKE = re.compile(r"\[\^[^\]]*\]?")
PUNCTUATION = ".,;:!?…”’)"


def check(graph: Graph) -> Iterator[Finding]:
    for item in graph.dossier.all_items:
        for path, mark, text in item.prose_fields:
            if "[^" in text and isinstance(mark, ProseField):
                faults = _faults(text) if mark.statements_by else _misplaced(text)
                for words, message in faults:
                    yield Finding(item.location(*path, words=words), ID, message)


def _misplaced(text: str) -> Iterator[tuple[str, str]]:
    """Yield each mark in a field without statements, with a message."""
    for match in MARK_LIKE.finditer(text):
        yield match[0], f"`{match[0]}`: this field takes no marks; remove it"


def _faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the message of each fault of a field with statements."""
    for match in MARK_LIKE.finditer(MARK.sub(lambda mark: " " * len(mark[0]), text)):
        yield match[0], f"`{match[0]}` is not a valid mark; write `[^label]`, `[^kind:id]` or `[^editor]`"
    for mark in find_marks(text):
        if not mark.is_valid:
            message = f"`[^{mark.target}]` is not a valid mark; write `[^label]`, `[^kind:id]` or `[^editor]`"
            yield f"[^{mark.target}]", message
    end = 0
    for group in MARK_GROUP.finditer(text):
        message = _group_fault(text, end, group)
        if message:
            yield group[0].strip(), message
        end = group.end()


def _group_fault(text: str, previous_end: int, group: re.Match[str]) -> str:
    """Return what is wrong with the marks of one statement, or ""."""
    targets = [mark.target for mark in find_marks(group[0])]
    next_character = text[group.end() : group.end() + 1]
    if not text[previous_end : group.start()].strip():
        return "no statement before this mark; remove it"
    if any(character.isspace() for character in group[0]):
        return "write marks without a space before them"
    if next_character in PUNCTUATION and next_character:
        return f"write marks after the `{next_character}`"
    if "editor" in targets and len(targets) > 1:
        return "`[^editor]` takes no other mark: a statement is the editor's or has evidence"
    if len(set(targets)) < len(targets):
        return "duplicate mark; remove one"
    return ""
