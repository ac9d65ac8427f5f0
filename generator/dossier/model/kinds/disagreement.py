"""Disagreements: points on which sources differ."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from dossier.model.base import ClaimField, EvidenceField, Model, NonEmptyStr, ProseText, RecordKey
from dossier.model.passage import Passage
from dossier.model.record import Record


class Position(Model):
    """One answer to the question, with the records or passages that give it."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["rests_on"]}, {"required": ["passages"]}]})

    statement: Annotated[ProseText, Field(description="The answer, in the editor's words."), ClaimField()]
    rests_on: Annotated[
        tuple[RecordKey, ...],
        Field(description="The records that give this answer, such as `number:…`."),
        EvidenceField(),
    ] = ()
    passages: Annotated[
        tuple[Passage, ...], Field(description="The passages that give this answer, if no record does.")
    ] = ()

    @model_validator(mode="after")
    def _require_evidence(self) -> Self:
        if not self.rests_on and not self.passages:
            raise ValueError("a position needs records (`rests_on`) or passages")
        return self


class Disagreement(Record):
    """A question to which sources give different answers, and the editor's assessment of them."""

    singular: ClassVar[str] = "disagreement"
    plural: ClassVar[str] = "disagreements"
    heading: ClassVar[str] = "Disagreements"
    schema_org_type: ClassVar[str] = "Question"
    former_plurals: ClassVar[tuple[str, ...]] = ("disputes",)

    question: Annotated[
        NonEmptyStr, Field(description="The question to which the sources give different answers."), ClaimField()
    ]
    type: Annotated[
        Literal["contradiction", "precision", "scope", "time", "attribution", "framing"],
        Field(description="How the answers differ."),
        ClaimField(),
    ]
    positions: Annotated[tuple[Position, ...], Field(description="The answers, at least two.")]
    same_origin: Annotated[
        ProseText | None,
        Field(description="Needed if all positions go back to one origin: how they came to differ."),
    ] = None
    assessment: Annotated[ProseText, Field(description="The editor's assessment of the answers.")]
    confidence: Annotated[
        Literal["low", "moderate", "high"],
        Field(description="How certain the assessment is (ICD 203, analytic confidence)."),
        ClaimField(),
    ]

    @property
    def label(self) -> str:
        return self.question
