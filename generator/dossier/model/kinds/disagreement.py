"""A disagreement: a point on which sources differ."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, model_validator

from dossier.model.base import ClaimField, EvidenceField, Model, NonEmptyStr, ProseText, RecordKey, described
from dossier.model.passage import Passage
from dossier.model.record import Record


class Position(Model):
    """One answer to the question, with the records or passages it rests on."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["rests_on"]}, {"required": ["passages"]}]})

    statement: Annotated[ProseText, described("The answer, in the editor's words."), ClaimField()]
    rests_on: Annotated[
        tuple[RecordKey, ...], described("The records that give this answer, as `number:…`."), EvidenceField()
    ] = ()
    passages: Annotated[tuple[Passage, ...], described("Passages that give it, where no record does.")] = ()

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not self.rests_on and not self.passages:
            raise ValueError("a position rests on records (`rests_on`) or passages")
        return self


class Disagreement(Record):
    """A question that the sources answer differently, the answers side by side, and what the editor makes of it."""

    singular: ClassVar[str] = "disagreement"
    plural: ClassVar[str] = "disagreements"
    heading: ClassVar[str] = "Disagreements"
    schema_org_type: ClassVar[str] = "Question"
    former_plurals: ClassVar[tuple[str, ...]] = ("disputes",)

    question: Annotated[NonEmptyStr, described("The question the sources answer differently."), ClaimField()]
    type: Annotated[
        Literal["contradiction", "precision", "scope", "time", "attribution", "framing"],
        described("In what way the answers differ."),
        ClaimField(),
    ]
    positions: Annotated[tuple[Position, ...], described("The answers: two at least.")]
    same_origin: Annotated[
        ProseText | None, described("Said where all positions rest on one origin: how they came to differ.")
    ] = None
    assessment: Annotated[ProseText, described("What the editor makes of it.")]
    confidence: Annotated[
        Literal["low", "moderate", "high"],
        described("How sure the assessment is (ICD 203, analytic confidence)."),
        ClaimField(),
    ]

    @property
    def label(self) -> str:
        return self.question
