"""A quote: words somebody said or wrote."""

from typing import Annotated, ClassVar, Literal

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, ProseText, TextOrList, described
from dossier.model.record import DatedField, Record
from dossier.text.truncate import truncate

MAX_LABEL_LENGTH = 90
FORMS = {
    "full": "whole sentence",
    "partial": "part of a sentence",
    "nested": "quoted within what they say",
    "document": "written words",
    "reader comment": "a reader's comment",
}
"""What readers are told of the forms."""


class Quote(Record):
    """Words as a source quotes them, with who said them, to whom and when."""

    singular: ClassVar[str] = "quote"
    plural: ClassVar[str] = "quotes"
    heading: ClassVar[str] = "Quotes"
    schema_org_type: ClassVar[str] = "Quotation"

    words: Annotated[
        TextOrList, described("The words, without their quote marks; a list where `he said` splits them."), ClaimField()
    ]
    speaker: Annotated[ActorId | None, described("Who said them; left out where nobody says."), ClaimField()] = None
    speaker_basis: Annotated[
        ProseText | None, described("Why this speaker, where neither the passages nor their context name one.")
    ] = None
    form: Annotated[
        Literal["full", "partial", "nested", "document", "reader comment"],
        described("A whole sentence, a fragment, a quote within a quote, written words, or a reader's comment."),
        ClaimField(),
    ]
    said: Annotated[DatedField | None, described("When they were said, and how that is known.")] = None
    addressed_to: Annotated[tuple[ActorId, ...], described("To whom."), ClaimField()] = ()

    @property
    def label(self) -> str:
        return self._marked(truncate(" … ".join(self.words), MAX_LABEL_LENGTH))

    @property
    def main_date(self) -> Edtf | None:
        return self.said.date if self.said else None

    @property
    def list_label(self) -> str:
        return self._marked(" … ".join(self.words))

    def _marked(self, words: str) -> str:
        """The words in quote marks; in those of a quotation within another where they are one."""
        return f"“… ‘{words}’ …”" if self.form == "nested" else f"“{words}”"
