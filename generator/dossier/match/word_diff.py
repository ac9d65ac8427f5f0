"""The word-level difference between a passage and a text, as in `[-five-]{+six+}`."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from dossier.text.whitespace import collapse_whitespace

MAX_COMPARED = 600
"""The number of characters of a passage that are compared."""


class DiffOp(NamedTuple):
    """The words `removed` from the first text, and those `added` in the second in their place; either may be empty."""

    removed: str
    added: str

    @property
    def is_same(self) -> bool:
        return self.removed == self.added

    def split_leading_space(self) -> tuple[str, str, str]:
        """Return the space with which both sides begin, or "", then each side without it."""
        sides = [side for side in self if side]
        space = " " if all(side.startswith(" ") for side in sides) else ""
        return space, self.removed.removeprefix(space), self.added.removeprefix(space)


def word_diff(first: str, second: str) -> Iterator[DiffOp]:
    """Yield the operations that turn `first` into `second`, in order. Words keep the white space before them."""
    old, new = _split_words(first), _split_words(second)
    for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield DiffOp("".join(old[old_start:old_end]), "".join(new[new_start:new_end]))


def format_word_diff(passage: str, text: str) -> str:
    """Show the words only in the passage as `[-five-]` and those only in the text as `{+six+}`."""
    operations = word_diff(passage[:MAX_COMPARED], text[:MAX_COMPARED])
    return "".join(op.removed if op.is_same else _format_change(op) for op in operations).strip()


def first_difference(passage: str, text: str) -> str:
    """Return the first words of the passage that differ from the text; "" if none do."""
    for op in word_diff(passage[:MAX_COMPARED], text[:MAX_COMPARED]):
        if not op.is_same and op.removed.strip():
            return op.removed.strip()
    return ""


def _split_words(text: str) -> list[str]:
    """Split into words, numbers and marks, each with the white space before it."""
    return re.findall(r"\s*(?:[^\W_]+(?:[.,:'’-][^\W_]+)*|\S)", " " + collapse_whitespace(text))


def _format_change(op: DiffOp) -> str:
    """Show a change; white space before it stays outside the brackets unless it is itself what changed."""
    space, removed, added = op.split_leading_space()
    return space + (f"[-{removed}-]" if removed else "") + (f"{{+{added}+}}" if added else "")
