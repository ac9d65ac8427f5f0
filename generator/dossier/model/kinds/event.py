"""An event: something that happened, or was announced, planned or disputed."""

from typing import Annotated, ClassVar, Literal

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, Model, NonEmptyStr, PlaceId, described
from dossier.model.record import DateBasis, Record


class Participant(Model):
    """An actor's part in an event."""

    actor: Annotated[ActorId, described("Who took part."), ClaimField()]
    role: Annotated[NonEmptyStr, described("As what: `speaker`, `arrested`, `host`."), ClaimField()]


class Event(Record):
    """Something that happened or was announced; without `date`, nobody says when."""

    singular: ClassVar[str] = "event"
    plural: ClassVar[str] = "events"
    heading: ClassVar[str] = "Events"
    schema_org_type: ClassVar[str] = "Event"
    ftm_schema: ClassVar[str] = "Event"

    title: Annotated[NonEmptyStr, described("What happened, in a few words."), ClaimField()]
    date: Annotated[Edtf | None, described("When, in EDTF; left out where nothing tells it."), ClaimField()] = None
    basis: Annotated[DateBasis | None, described("Needed where no passage prints the date whole.")] = None
    place: Annotated[PlaceId | None, described("Where."), ClaimField()] = None
    participants: Annotated[tuple[Participant, ...], described("Who took part, and as what.")] = ()
    status: Annotated[
        Literal["reported", "announced", "planned", "disputed"],
        described("Whether it is told as done, announced, planned, or sources differ on whether it was."),
        ClaimField(),
    ]

    @property
    def label(self) -> str:
        return self.title

    @property
    def main_date(self) -> Edtf | None:
        return self.date

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (self.date is None, self.date.sort_key if self.date else (), self.id)
