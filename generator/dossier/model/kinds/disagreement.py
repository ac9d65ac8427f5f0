"""Disagreements: points on which sources differ."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from dossier.model.base import AssessmentText, ClaimField, Model, StatementText, TitleText
from dossier.model.marks import strip_marks
from dossier.model.passage import Passage
from dossier.model.record import Record
from dossier.text.interface import gettext_noop, ngettext_noop

Weight = Literal["main", "minor", "wording"]


class Position(Model):
    """One answer to the question. Without marks, it is based on all of its own passages."""

    statement: Annotated[
        StatementText,
        Field(description="The answer, in the editor's words, with marks.", examples=["567.[^number:defectors-567]"]),
        ClaimField(),
    ]
    passages: Annotated[
        tuple[Passage, ...], Field(description="The passages that give this answer, if no other record has them.")
    ] = ()


class Disagreement(Record):
    """A question to which sources give different answers, and the editor's assessment of them."""

    singular: ClassVar[str] = "disagreement"
    plural: ClassVar[str] = "disagreements"
    heading: ClassVar[str] = gettext_noop("Disagreements")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s disagreement", "%(number)s disagreements")
    schema_org_type: ClassVar[str] = "Question"
    former_plurals: ClassVar[tuple[str, ...]] = ("disputes",)

    question: Annotated[
        TitleText, Field(description="The question to which the sources give different answers."), ClaimField()
    ]
    type: Annotated[
        Literal["contradiction", "precision", "scope", "time", "attribution", "framing"],
        Field(description="How the answers differ."),
        ClaimField(),
    ]
    weight: Annotated[
        Weight,
        Field(
            description="How much hangs on it: `main` if the story does, `minor` for a detail, `wording` if only "
            "names, spellings or shades of meaning differ."
        ),
    ] = "minor"
    positions: Annotated[tuple[Position, ...], Field(description="The answers, at least two.")]
    same_origin: Annotated[
        AssessmentText | None,
        Field(description="Needed if all positions go back to one origin: how they came to differ."),
    ] = None
    assessment: Annotated[AssessmentText, Field(description="The editor's assessment of the answers.")]
    confidence: Annotated[
        Literal["low", "moderate", "high"],
        Field(description="How certain the assessment is (ICD 203, analytic confidence)."),
        ClaimField(),
    ]

    @property
    def label(self) -> str:
        return strip_marks(self.question)

    def sort_key(self, language: str) -> tuple[object, ...]:
        """Return the order in lists: by weight, then by the question."""
        return (get_args(Weight).index(self.weight), *super().sort_key(language))
