"""What two texts say differently, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from dossier.match.space import trim


class Change(NamedTuple):
    """A stretch that both texts have (`gone` and `come` are the same), or that one has instead of the other's."""

    gone: str
    come: str

    @property
    def same(self) -> bool:
        return self.gone == self.come

    @property
    def parted(self) -> tuple[str, str, str]:
        """The space that both sides begin with, if they do; then each side without it."""
        seam = " " if all(side.startswith(" ") for side in (self.gone, self.come) if side) else ""
        return seam, self.gone.removeprefix(seam), self.come.removeprefix(seam)


def changes(first: str, second: str) -> Iterator[Change]:
    """How `second` comes of `first`, in its order. A stretch begins with the white space before it."""
    old, new = _words(first), _words(second)
    for _, start, end, first_new, last_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Change("".join(old[start:end]), "".join(new[first_new:last_new]))


def _words(text: str) -> list[str]:
    """Split into words, figures and marks, each with the white space before it."""
    return re.findall(r"\s*(?:[^\W_]+(?:[.,:'’-][^\W_]+)*|\S)", " " + trim(text))
