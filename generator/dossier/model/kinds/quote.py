"""Quotes: words that somebody said or wrote."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, ProseText, QuoteId, TextOrList
from dossier.model.passage import Translation
from dossier.model.record import DatedField, Record
from dossier.text.interface import gettext, gettext_noop, ngettext_noop
from dossier.text.wording import truncate

MAX_LABEL_LENGTH = 90
FORMS = {
    "full": gettext_noop("whole sentence"),
    "partial": gettext_noop("part of a sentence"),
    "nested": gettext_noop("quoted within what they say"),
    "document": gettext_noop("written words"),
    "reader comment": gettext_noop("a reader's comment"),
}
"""The forms of quotation, as pages explain them."""


class Quote(Record):
    """Words that a source quotes, with who said them, when and to whom."""

    singular: ClassVar[str] = "quote"
    plural: ClassVar[str] = "quotes"
    heading: ClassVar[str] = gettext_noop("Quotes")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s quote", "%(number)s quotes")
    schema_org_type: ClassVar[str] = "Quotation"

    words: Annotated[
        TextOrList,
        Field(description="The words without quotation marks; a list if `he said` interrupts them."),
        ClaimField(),
    ]
    translation: Annotated[
        Translation | None,
        Field(description="A translation of the words, which readers see below them."),
    ] = None
    speaker: Annotated[
        ActorId | None, Field(description="Who said them; leave it out if no source says."), ClaimField()
    ] = None
    speaker_basis: Annotated[
        ProseText | None,
        Field(description="Why this is the speaker; needed if neither the passages nor their context name one."),
    ] = None
    distinct_from: Annotated[tuple[QuoteId, ...], Field(description="Quotes that look the same, but are others.")] = ()
    form: Annotated[
        Literal["full", "partial", "nested", "document", "reader comment"],
        Field(
            description="A full sentence, part of one, a quotation in another, written words, or a reader's comment."
        ),
        ClaimField(),
    ]
    form_basis: Annotated[
        ProseText | None,
        Field(description="Why this is the form; needed if the texts show that it was spoken, or a reader's comment."),
    ] = None
    said: Annotated[DatedField | None, Field(description="When they were said, and how that is known.")] = None
    addressed_to: Annotated[tuple[ActorId, ...], Field(description="The actors they were said to."), ClaimField()] = ()
    addressed_to_basis: Annotated[
        ProseText | None,
        Field(description="How we know whom they were said to; needed if neither passages nor attribution name them."),
    ] = None

    @property
    def label(self) -> str:
        return self.in_quotation_marks(truncate(" … ".join(self.words), MAX_LABEL_LENGTH))

    @property
    def main_date(self) -> Edtf | None:
        return self.said.date if self.said else None

    @property
    def list_label(self) -> str:
        return self.in_quotation_marks(" … ".join(self.words))

    def in_quotation_marks(self, words: str) -> str:
        """Return the words in quotation marks; in nested ones if they are a quotation within another."""
        if self.form == "nested":
            return gettext("“… ‘%(words)s’ …”", words=words)
        return gettext("“%(words)s”", words=words)
