"""An actor: a person, organization, government, unit, group or outlet."""

from typing import Annotated, ClassVar, Literal

from dossier.model.base import ActorId, ClaimField, Id, Model, NonEmptyStr, StrictBool, Verbatim, described
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


class Role(Model):
    """A role or title, as a source gives it."""

    title: Annotated[NonEmptyStr, described("The role as told: `military attache in Washington`."), ClaimField()]
    passages: Annotated[tuple[Passage, ...], described("Where it is told.")]


class Relation(Model):
    """How the actor stands to another one, as a source tells it."""

    type: Annotated[RelationType, described("How the actor stands to the other."), ClaimField()]
    to: Annotated[ActorId, described("The other actor."), ClaimField()]
    passages: Annotated[tuple[Passage, ...], described("Where it is told.")]


class Actor(Record):
    """Somebody who acts or speaks in the story, or on whose word a source rests."""

    singular: ClassVar[str] = "actor"
    plural: ClassVar[str] = "actors"
    heading: ClassVar[str] = "Actors"
    schema_org_type: ClassVar[str] = "Organization"
    ftm_schema: ClassVar[str] = "LegalEntity"

    name: Annotated[NonEmptyStr, described("The name in common use."), ClaimField()]
    kind: Annotated[
        Literal["person", "organization", "government", "unit", "group", "outlet"],
        described("What sort of actor it is."),
        ClaimField(),
    ]
    unnamed: Annotated[StrictBool, described("Whether the sources leave the actor without a name.")] = False
    status: Annotated[
        Literal["reader comment"] | None,
        described("Set for a reader known only by a comment under a document."),
        ClaimField(),
    ] = None
    aliases: Annotated[tuple[Verbatim, ...], described("Each spelling as a source writes it.")] = ()
    side: Annotated[Id | None, described("The side it stands on, by its id in dossier.yml."), ClaimField()] = None
    roles: Annotated[tuple[Role, ...], described("Roles and titles as told.")] = ()
    relations: Annotated[tuple[Relation, ...], described("How it stands to other actors.")] = ()

    @property
    def label(self) -> str:
        return self.name
