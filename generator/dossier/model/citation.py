"""A citation: a record's passage, and what came of looking for it."""

from typing import NamedTuple

from dossier.model.base import FieldPath
from dossier.model.finding import Location
from dossier.model.passage import MatchResult, Passage, Span
from dossier.model.record import Record


class Citation(NamedTuple):
    """A passage where a record cites it. `path` leads to it within the record."""

    record: Record
    path: FieldPath
    passage: Passage
    result: MatchResult

    @property
    def is_found(self) -> bool:
        return self.result.verdict == "found"

    @property
    def span(self) -> Span:
        """Where it stands; only for a citation that was found."""
        if self.result.span is None:
            raise ValueError(f"{self.record.key}: a passage that is {self.result.verdict} has no span")
        return self.result.span

    def location(self, *path: str | int, words: str = "") -> Location:
        """The place of a field of the passage, or of these words in it."""
        return self.record.location(*self.path, *path, words=words)
