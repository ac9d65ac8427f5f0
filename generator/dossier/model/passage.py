"""Passages: the exact words of a source that a record cites, and the result of looking for them in its text."""

from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import AfterValidator, Field

from dossier.model.base import ClaimField, Id, LanguageTag, LinkId, Model, NonEmptyStr, ProseText, SourceId
from dossier.model.marks import EDITOR, TODO

UNIDENTIFIED = "unidentified"
"""The last link of an attribution whose origin the source does not name."""


def _refuse_reserved_label(label: str) -> str:
    if label == EDITOR:
        raise ValueError(f"`[^{EDITOR}]` marks the editor's own sentences: choose another label")
    if label == TODO:
        raise ValueError(f"`[^{TODO}]` marks statements without evidence: choose another label")
    return label


Label = Annotated[Id, AfterValidator(_refuse_reserved_label)]


class Translation(Model):
    """A translation of the words of a source, for readers of another language. The original words are the evidence."""

    text: Annotated[NonEmptyStr, Field(description="The translated words, without quotation marks.")]
    language: Annotated[LanguageTag | None, Field(description="Their language, if it is not that of the dossier.")] = (
        None
    )
    by: Annotated[NonEmptyStr, Field(description="Who translated them: a person, an outlet or a program.")]


class Passage(Model):
    """The words of a source (a W3C TextQuoteSelector), and their attribution.

    `via` runs from the source back to the speaker or author: ids of sources or actors, or `unidentified` at its end.
    """

    label: Annotated[
        Label | None,
        Field(
            description="A short name, unique in the record, by which statements cite it: `[^officials]`.",
            examples=["officials"],
        ),
    ] = None
    source: Annotated[SourceId, Field(description="The source of the words.")]
    exact: Annotated[NonEmptyStr, Field(description="The words, exactly as in the source's text.")]
    prefix: Annotated[
        NonEmptyStr | None, Field(description="The words right before, to choose one of several occurrences.")
    ] = None
    suffix: Annotated[
        NonEmptyStr | None, Field(description="The words right after, to choose one of several occurrences.")
    ] = None
    translation: Annotated[
        Translation | None,
        Field(description="A translation of the words; statements may quote it, and are checked against it as well."),
    ] = None
    via: Annotated[
        tuple[LinkId, ...],
        Field(description="The attribution: who passed the words on, back to who said them."),
        ClaimField(),
    ] = ()
    via_basis: Annotated[
        ProseText | None,
        Field(description="Why this is the attribution; needed if a party is not named in or near the passage."),
    ] = None


Verdict = Literal["found", "ambiguous", "elsewhere", "differs", "absent", "excluded", "cut", "invalid"]


class Span(NamedTuple):
    """A span of the source text `file`: `start` and `end` in code points, end-exclusive."""

    file: str
    start: int
    end: int


class ExcludedRegion(NamedTuple):
    """A region of a source text that is not evidence: its span in code points, its kind, and the reason."""

    start: int
    end: int
    kind: str
    reason: str


class MatchResult(NamedTuple):
    """The result of looking for a passage. Only the verdict `found` is free of findings.

    `span` is set for `found`, `excluded` and `cut`; `candidates` for `ambiguous` (every occurrence), `elsewhere` and
    `differs`. `nearest` is the most similar text, `differences` the ways in which it differs, such as case, and `diff`
    the difference in words, such as `[-five-]{+six+}`. `region` is the kind of the region for `excluded`.
    """

    verdict: Verdict
    span: Span | None = None
    candidates: tuple[Span, ...] = ()
    differences: tuple[str, ...] = ()
    nearest: str | None = None
    diff: str | None = None
    region: str | None = None


class ClaimPart(Model):
    """A part of a record that makes one claim and has its own `passages` for it, such as a role."""

    claim_has_markup: ClassVar[bool] = False
    """Whether the claim has cross-links; otherwise it is plain text."""

    @property
    def claim(self) -> str:
        """The claim in words."""
        raise NotImplementedError

    @property
    def shown_claim(self) -> str:
        """The claim in the language of the interface."""
        return self.claim
