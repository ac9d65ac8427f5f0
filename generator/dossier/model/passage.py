"""A passage: the exact words of a source that a record rests on, and the verdict on whether they stand there."""

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from dossier.model.base import LinkId, Model, NonEmptyStr, SourceId

UNIDENTIFIED = "unidentified"
"""The last link of a chain whose origin the document does not name."""


class Passage(Model):
    """Words of a source (a W3C TextQuoteSelector), and the chain by which they reached it.

    `via` runs from the document held back to who said it: ids of sources or actors, or `unidentified` at its end.
    """

    source: Annotated[SourceId, Field(description="The source the words stand in.")]
    exact: Annotated[NonEmptyStr, Field(description="The words, letter for letter as they stand in the source's text.")]
    prefix: Annotated[NonEmptyStr | None, Field(description="Words right before, to pick one of several places.")] = (
        None
    )
    suffix: Annotated[NonEmptyStr | None, Field(description="Words right after, to pick one of several places.")] = None
    via: Annotated[
        tuple[LinkId, ...],
        Field(description="The attribution chain, from the document held back to who said it."),
    ] = ()


Verdict = Literal["found", "ambiguous", "elsewhere", "differs", "absent", "excluded", "cut", "invalid"]


class Span(NamedTuple):
    """A stretch of a seed: `file` is its name, `start` and `end` count code points, end-exclusive."""

    file: str
    start: int
    end: int


class ExcludedRegion(NamedTuple):
    """A stretch of a seed that is no evidence: offsets in code points, end-exclusive, with what it is and why."""

    start: int
    end: int
    kind: str
    reason: str


class MatchResult(NamedTuple):
    """What came of looking for a passage. Only `found` is a pass; the rest is for the editor's eyes.

    `span` is set for `found`, `excluded` and `cut`; `places` for `ambiguous` (every place), `elsewhere` and `differs`;
    `differs` names the ways in which the nearest text is unlike; `nearest` is that text, and `hint` the word-level
    difference, as in `[-five-]{+six+}`.
    """

    verdict: Verdict
    span: Span | None = None
    candidates: tuple[Span, ...] = ()
    differences: tuple[str, ...] = ()
    nearest: str | None = None
    diff: str | None = None
    region: str | None = None
