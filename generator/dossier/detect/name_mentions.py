"""Names as the detectors of every language return them."""

from typing import NamedTuple


class NameMention(NamedTuple):
    """A name as `text[start:end]` of its text (code points, end-exclusive).

    `title` is the rank, office or party directly before it, up to the name, which is no part of it: "Col. ".
    """

    start: int
    end: int
    text: str
    title: str = ""

    @property
    def with_title(self) -> "NameMention":
        """The name as long as it is with its title."""
        return NameMention(self.start - len(self.title), self.end, self.title + self.text)
