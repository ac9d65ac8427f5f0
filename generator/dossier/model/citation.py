"""A citation: a record's passage, and what came of looking for it."""

from typing import NamedTuple

from dossier.model.base import FieldPath
from dossier.model.finding import Location
from dossier.model.passage import Passage, Span, Verdict
from dossier.model.record import Record


class Citation(NamedTuple):
    """A passage where a record cites it. `path` leads to it within the record."""

    record: Record
    path: FieldPath
    passage: Passage
    verdict: Verdict

    @property
    def is_found(self) -> bool:
        return self.verdict.name == "found"

    @property
    def span(self) -> Span:
        """Where it stands; only for a citation that was found."""
        if self.verdict.span is None:
            raise ValueError(f"{self.record.key}: a passage that is {self.verdict.name} has no span")
        return self.verdict.span

    def at(self, *path: str | int, words: str = "") -> Location:
        """The place of a field of the passage, or of these words in it."""
        return self.record.at(*self.path, *path, words=words)
