"""Events: what happened, or was announced, planned or disputed."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, EventId, Model, NonEmptyStr, PlaceId, ProseText, TitleText
from dossier.model.marks import strip_marks
from dossier.model.record import DateBasis, Record
from dossier.text.interface import gettext_noop, ngettext_noop


class Participant(Model):
    """An actor's part in an event."""

    actor: Annotated[ActorId, Field(description="The actor who took part."), ClaimField()]
    role: Annotated[
        NonEmptyStr, Field(description="The part the actor took: `speaker`, `arrested`, `host`."), ClaimField()
    ]
    basis: Annotated[
        ProseText | None, Field(description="Why the actor took part; needed if no passage of the event names it.")
    ] = None


class Event(Record):
    """Something that happened or was announced."""

    singular: ClassVar[str] = "event"
    plural: ClassVar[str] = "events"
    heading: ClassVar[str] = gettext_noop("Events")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s event", "%(number)s events")
    schema_org_type: ClassVar[str] = "Event"
    ftm_schema: ClassVar[str] = "Event"

    title: Annotated[TitleText, Field(description="What happened, in a few words."), ClaimField()]
    date: Annotated[
        Edtf | None, Field(description="The date, in EDTF; leave it out if no source gives one."), ClaimField()
    ] = None
    basis: Annotated[
        DateBasis | None, Field(description="How the date is known; needed unless a passage prints the full date.")
    ] = None
    place: Annotated[PlaceId | None, Field(description="Where it happened."), ClaimField()] = None
    place_basis: Annotated[
        ProseText | None, Field(description="How we know the place; needed if no passage names it.")
    ] = None
    participants: Annotated[tuple[Participant, ...], Field(description="The actors who took part, and how.")] = ()
    status: Annotated[
        Literal["reported", "announced", "planned", "disputed"],
        Field(description="Whether sources report, announce or plan it, or differ on whether it happened."),
        ClaimField(),
    ]
    status_basis: Annotated[
        ProseText | None, Field(description="Why this is the status; needed if the words of the passages differ.")
    ] = None
    distinct_from: Annotated[tuple[EventId, ...], Field(description="Events that look the same, but are others.")] = ()

    @property
    def label(self) -> str:
        return strip_marks(self.title)

    @property
    def main_date(self) -> Edtf | None:
        return self.date

    def sort_key(self, language: str) -> tuple[object, ...]:
        """Return the order in lists: by date."""
        return (self.date is None, self.date.sort_key if self.date else (), self.id)
