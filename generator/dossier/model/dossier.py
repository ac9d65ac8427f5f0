"""A dossier: its settings, its records, and the texts of its sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, ClassVar, TypeVar

from pydantic import Field, StringConstraints

from dossier.model.base import (
    ClaimField,
    Colour,
    EvidenceField,
    Id,
    Model,
    NonEmptyStr,
    ProseText,
    RecordKey,
    StrictBool,
    described,
)
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.model.revision import Corrections
from dossier.text.spans import line_column

Kind = TypeVar("Kind", bound=Record)


class Side(Model):
    """A side of the story, with the colour its actors are shown in."""

    id: Annotated[Id, described("The id actors name it by.")]
    name: Annotated[NonEmptyStr, described("What readers see.")]
    colour: Annotated[Colour, described("Its colour, as #1f6f54.")]


class Policy(Model):
    """What this dossier holds its content to."""

    overlap: Annotated[
        int, Field(ge=4, le=1000), described("A run of so many words shared by two texts must be declared.")
    ] = 12
    coverage: Annotated[
        StrictBool, described("Whether every quotation, quantity, date and name of the texts must be accounted for.")
    ] = False


class ArchiveSettings(Model):
    """What an archive of the dossier says of itself, in its `bag-info.txt`."""

    identifier: Annotated[
        NonEmptyStr | None, described("What it is known by elsewhere: a DOI, an ARK, a shelf mark.")
    ] = None
    contact: Annotated[NonEmptyStr | None, described("Whom to ask about it.")] = None
    email: Annotated[NonEmptyStr | None, described("Where to write to.")] = None


class KeyStatement(Model):
    """A statement of the story in short, and the records whose passages it rests on."""

    statement: Annotated[ProseText, described("A sentence or two that say no more than the records do."), ClaimField()]
    rests_on: Annotated[
        tuple[RecordKey, ...],
        Field(min_length=1),
        described("The records it rests on, as `event:silva-defection`."),
        EvidenceField(),
    ]


class Settings(ContentItem):
    """What `content/dossier.yml` says of the dossier as a whole."""

    singular: ClassVar[str] = "dossier"

    title: Annotated[NonEmptyStr, described("The dossier's title.")]
    language: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")],
        described("The language of the pages, as a BCP 47 tag."),
    ]
    description: Annotated[ProseText, described("What the dossier is about, in a sentence or two.")]
    organization: Annotated[NonEmptyStr, described("Who publishes it.")]
    lead: Annotated[
        tuple[KeyStatement, ...], described("The story in a few statements, which the first page opens with.")
    ] = ()
    sides: Annotated[tuple[Side, ...], described("The sides of the story.")] = ()
    policy: Annotated[Policy, described("What the content is held to.")] = Policy()
    archive: Annotated[ArchiveSettings, described("What its archives say of themselves.")] = ArchiveSettings()
    corrections: Corrections = ()


class SourceText(Model):
    """The text of a source as it stands in `seeds/`. `text` is the decoded UTF-8, untouched."""

    file: str
    text: str
    sha256: str

    def location(self, offset: int) -> Location:
        """Return the location of a code point offset of the text."""
        return Location(f"seeds/{self.file}", *line_column(self.text, offset))


@dataclass(frozen=True)
class Dossier:
    """Everything that was loaded. `broken` holds the keys of records whose files could not be read whole.

    `originals` has the SHA-256 of each file in `seeds/` that a text was taken out of, by its name.

    `records` are those that stand. The withdrawn are kept apart, so that nothing counts, lists or rests on them.
    """

    settings: Settings
    records: tuple[Record, ...]
    source_texts: Mapping[str, SourceText]
    unreadable_keys: frozenset[str] = frozenset()
    withdrawn: tuple[Record, ...] = ()
    originals: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_items(self) -> tuple[ContentItem, ...]:
        """All that is written: the settings, the records, the notices of those withdrawn."""
        return (self.settings, *self.records, *self.withdrawn)

    @property
    def records_with_pages(self) -> tuple[Record, ...]:
        """The records that have an address: those that stand, and those withdrawn."""
        return (*self.records, *self.withdrawn)

    @cached_property
    def withdrawn_keys(self) -> frozenset[str]:
        return frozenset(record.key for record in self.withdrawn)

    @cached_property
    def by_key(self) -> Mapping[str, Record]:
        return {record.key: record for record in self.records}

    def _of_kind(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(record for record in self.records if isinstance(record, kind))

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return self._of_kind(Source)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        return self._of_kind(Actor)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return self._of_kind(Event)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return self._of_kind(Number)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return self._of_kind(Quote)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        return self._of_kind(Disagreement)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return self._of_kind(Place)
