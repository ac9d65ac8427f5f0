"""Citations: the passages of records, each with the result of looking for it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dossier.model.base import FieldPath
from dossier.model.finding import Location
from dossier.model.passage import ExcludedRegion, MatchResult, Passage, Span
from dossier.model.record import Record


class Citation(NamedTuple):
    """A passage as a record cites it. `path` leads to it within the record."""

    record: Record
    path: FieldPath
    passage: Passage
    result: MatchResult

    @property
    def is_found(self) -> bool:
        """Whether the words occur in the source exactly once, and outside excluded regions."""
        return self.result.verdict == "found"

    @property
    def span(self) -> Span:
        """The span of the words in the source's text; raises ValueError unless they were found."""
        if self.result.span is None:
            raise ValueError(f"{self.record.key}: a passage that is {self.result.verdict} has no span")
        return self.result.span

    @property
    def place(self) -> tuple[str, Span]:
        """The source and the span of a found passage: equal for two citations of the same words."""
        return self.passage.source, self.result.span or self.span

    def location(self, *path: str | int, words: str = "") -> Location:
        """Return the location of a field of the passage, or of `words` within it."""
        return self.record.location(*self.path, *path, words=words)


class Resolution(NamedTuple):
    """The passages and excluded regions of a dossier, each looked up in the text of its source.

    `citations` are all passages with their verdicts, in the order of records and of their fields. `regions` are the
    excluded regions of each available text, by source id, in the record's order; None for a region that was not found.
    """

    citations: tuple[Citation, ...]
    regions: Mapping[str, tuple[ExcludedRegion | None, ...]]


def distinct_citations(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the first citation of each passage that was found, in order."""
    first: dict[tuple[str, Span], Citation] = {}
    for citation in citations:
        if citation.is_found:
            first.setdefault(citation.place, citation)
    return tuple(first.values())
