"""An actor: a person, organization, government, unit, group or outlet."""

from typing import Annotated, ClassVar, Literal

from dossier.model.base import ActorId, AsWritten, Claim, Flag, Id, Part, Text, described
from dossier.model.passage import Passage
from dossier.model.record import Record

RelationType = Literal[
    "recognises",
    "does not recognise",
    "loyal to",
    "opposes",
    "supports",
    "member of",
    "part of",
    "leads",
    "speaks for",
    "holds responsible",
    "relays",
    "publishes",
    "works for",
    "family of",
    "in contact with",
]


class Role(Part):
    """A role or title, as a source gives it."""

    title: Annotated[Text, described("The role as told: `military attache in Washington`."), Claim()]
    passages: Annotated[tuple[Passage, ...], described("Where it is told.")]


class Relation(Part):
    """How the actor stands to another one, as a source tells it."""

    type: Annotated[RelationType, described("How the actor stands to the other."), Claim()]
    to: Annotated[ActorId, described("The other actor."), Claim()]
    passages: Annotated[tuple[Passage, ...], described("Where it is told.")]


class Actor(Record):
    """Somebody who acts or speaks in the story, or on whose word a source rests."""

    singular: ClassVar[str] = "actor"
    plural: ClassVar[str] = "actors"
    heading: ClassVar[str] = "Actors"

    name: Annotated[Text, described("The name in common use."), Claim()]
    kind: Annotated[
        Literal["person", "organization", "government", "unit", "group", "outlet"],
        described("What sort of actor it is."),
        Claim(),
    ]
    unnamed: Annotated[Flag, described("Whether the sources leave the actor without a name.")] = False
    status: Annotated[
        Literal["reader comment"] | None,
        described("Set for a reader known only by a comment under a document."),
        Claim(),
    ] = None
    aliases: Annotated[tuple[AsWritten, ...], described("Each spelling as a source writes it.")] = ()
    side: Annotated[Id | None, described("The side it stands on, by its id in dossier.yml."), Claim()] = None
    roles: Annotated[tuple[Role, ...], described("Roles and titles as told.")] = ()
    relations: Annotated[tuple[Relation, ...], described("How it stands to other actors.")] = ()

    @property
    def label(self) -> str:
        return self.name
