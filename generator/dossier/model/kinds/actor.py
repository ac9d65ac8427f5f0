"""Actors: the people, organizations, governments, units, groups and outlets of the story."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dossier.model.base import ActorId, ClaimField, Id, NonEmptyStr, ProseText, StrictBool, Verbatim
from dossier.model.identifiers import CountryCode, SameAs
from dossier.model.passage import ClaimPart, Passage
from dossier.model.record import Record
from dossier.text.interface import gettext_noop, ngettext_noop, pgettext

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


class Role(ClaimPart):
    """A role or title that a source gives the actor."""

    title: Annotated[
        NonEmptyStr,
        Field(description="The role in the source's words: `military attache in Washington`."),
        ClaimField(),
    ]
    passages: Annotated[tuple[Passage, ...], Field(description="The passages that give the role.")]
    basis: Annotated[
        ProseText | None,
        Field(description="Why this is the actor's role; needed if the passages lack the title or the actor's name."),
    ] = None

    @property
    def claim(self) -> str:
        return self.title


class Relation(ClaimPart):
    """A relationship of the actor to another one, according to a source."""

    claim_has_markup: ClassVar[bool] = True

    type: Annotated[RelationType, Field(description="The kind of relationship."), ClaimField()]
    to: Annotated[ActorId, Field(description="The other actor."), ClaimField()]
    passages: Annotated[tuple[Passage, ...], Field(description="The passages that report the relationship.")]
    basis: Annotated[
        ProseText | None,
        Field(description="How it follows; needed if the passages lack either name, or a word for the relationship."),
    ] = None

    @property
    def claim(self) -> str:
        return f"{self.type} [[{Actor.singular}:{self.to}]]"

    @property
    def shown_claim(self) -> str:
        return f"{pgettext('Relation.type', self.type)} [[{Actor.singular}:{self.to}]]"


class Actor(Record):
    """A person, organization, government, unit, group or outlet that acts, speaks or is cited in the story."""

    singular: ClassVar[str] = "actor"
    plural: ClassVar[str] = "actors"
    heading: ClassVar[str] = gettext_noop("Actors")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s actor", "%(number)s actors")
    schema_org_type: ClassVar[str] = "Organization"
    ftm_schema: ClassVar[str] = "LegalEntity"

    name: Annotated[NonEmptyStr, Field(description="The name in common use."), ClaimField()]
    name_basis: Annotated[
        ProseText | None, Field(description="Why the actor has this name; needed if no text has it as written.")
    ] = None
    kind: Annotated[
        Literal["person", "organization", "government", "unit", "group", "outlet"],
        Field(description="What sort of actor this is."),
        ClaimField(),
    ]
    kind_basis: Annotated[
        ProseText | None,
        Field(description="Why it is of this kind; needed if its name, or what the texts call it, shows another one."),
    ] = None
    unnamed: Annotated[StrictBool, Field(description="Whether the sources do not name the actor.")] = False
    status: Annotated[
        Literal["reader comment"] | None,
        Field(description="Set for a reader who is known only from a comment below an article."),
        ClaimField(),
    ] = None
    aliases: Annotated[
        tuple[Verbatim, ...],
        Field(description="The spellings of the name that sources use, exactly as they have them."),
    ] = ()
    side: Annotated[
        Id | None, Field(description="The side the actor is on: an id from `sides` in dossier.yml."), ClaimField()
    ] = None
    side_basis: Annotated[
        ProseText | None, Field(description="Why the actor is on this side; needed unless relations or names show it.")
    ] = None
    country: Annotated[
        CountryCode | None,
        Field(description="The country it belongs to, by seat or nationality: a code of ISO 3166-1 alpha-2."),
        ClaimField(),
    ] = None
    same_as: SameAs = ()
    distinct_from: Annotated[
        tuple[ActorId, ...], Field(description="Actors who bear the same name, but are others.")
    ] = ()
    roles: Annotated[tuple[Role, ...], Field(description="The roles and titles that sources give the actor.")] = ()
    relations: Annotated[tuple[Relation, ...], Field(description="Relationships to other actors.")] = ()

    @property
    def label(self) -> str:
        return self.name
