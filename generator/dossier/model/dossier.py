"""The dossier: its settings, its records and the texts of its sources."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from typing import Annotated, ClassVar, Literal, NamedTuple, TypeVar
from unicodedata import normalize

from pydantic import Field, StringConstraints

from dossier.model.base import (
    MAX_ID_LENGTH,
    ClaimField,
    Colour,
    Contact,
    Id,
    LanguageTag,
    Model,
    NonEmptyStr,
    ProseText,
    StatementText,
    StrictBool,
)
from dossier.model.content_item import ContentItem
from dossier.model.finding import Location
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Exemption, Source
from dossier.model.licences import Doi, DossierAuthors, Licence, LicenceId, licence_of
from dossier.model.locator import Locator
from dossier.model.record import Corrections, Day, Record
from dossier.text.spans import line_column

CONTENT_FORMAT = "2"
"""The version of the format of `content/` that this program reads."""
DOSSIER_NAME_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
"""It begins with a letter: engines that read folders called `dossier=2019` would take the names for numbers."""
DossierName = Annotated[str, StringConstraints(pattern=DOSSIER_NAME_PATTERN, max_length=MAX_ID_LENGTH)]
_WORD = re.compile(r"\w+")
Kind = TypeVar("Kind", bound=Record)


def is_dossier_name(name: str) -> bool:
    """Return whether a dossier may be called so among others."""
    return len(name) <= MAX_ID_LENGTH and re.fullmatch(DOSSIER_NAME_PATTERN, name) is not None


class Side(Model):
    """A side of the story, with the colour of its actors."""

    id: Annotated[Id, Field(description="The id that actors name it by.")]
    name: Annotated[NonEmptyStr, Field(description="The name that readers see.")]
    colour: Annotated[Colour, Field(description="The colour, such as #1f6f54.")]


class Policy(Model):
    """The optional checks of this dossier."""

    overlap: Annotated[
        int,
        Field(
            ge=4,
            le=1000,
            description="Two texts that share this many words in a row must declare their relationship.",
        ),
    ] = 12
    coverage: Annotated[
        StrictBool,
        Field(description="Whether every quotation, quantity, date and name of the texts must be accounted for."),
    ] = False
    about: Annotated[
        StrictBool,
        Field(
            description="Whether a record must have something in common with each record in its `about`: a name, a "
            "link, a participant, a paragraph or a word of a title."
        ),
    ] = False
    unchecked_languages: Annotated[
        tuple[LanguageTag, ...],
        Field(
            description="The languages without rules of their own in which figures, dates and names of the pages are "
            "checked by the editor alone; a page says so to readers.",
            examples=["es"],
        ),
    ] = ()


class ArchiveSettings(Model):
    """What `bag-info.txt` in an archive of the dossier says about it."""

    identifier: Annotated[
        NonEmptyStr | None, Field(description="An identifier from elsewhere: a DOI, an ARK, a shelf mark.")
    ] = None
    contact: Annotated[NonEmptyStr | None, Field(description="The person or team to ask about it.")] = None
    email: Annotated[NonEmptyStr | None, Field(description="The email address to write to.")] = None


class EditorialReview(Model):
    """The last time that somebody read the whole dossier against its sources."""

    date: Annotated[Day, Field(description="The day, such as 2019-03-04.")]
    by: Annotated[NonEmptyStr, Field(description="Who reviewed it, as readers see the name.")]


class Settings(ContentItem):
    """The settings of the dossier, `content/dossier.yml`."""

    singular: ClassVar[str] = "dossier"

    format: Annotated[
        Literal["2"],
        Field(description="The version of the format of the content; `dossier migrate` converts earlier versions."),
    ]
    title: Annotated[NonEmptyStr, Field(description="The dossier's title.")]
    name: Annotated[
        DossierName | None,
        Field(
            description="A short name that no other of your dossiers has and that never changes: it tells the "
            "data of several dossiers apart. It begins with a letter.",
            examples=["port-brenn"],
        ),
    ] = None
    language: Annotated[
        LanguageTag,
        Field(description="The language of the pages, and of texts that state no other, as a BCP 47 tag."),
    ]
    description: Annotated[ProseText, Field(description="What the dossier is about, in a sentence or two.")]
    organization: Annotated[NonEmptyStr, Field(description="The publisher of the dossier.")]
    headline: Annotated[
        NonEmptyStr | None,
        Field(
            description="The question that the dossier answers, as headline of the front page; without it, `title`.",
            examples=["How many soldiers defected, and who says so?"],
        ),
    ] = None
    standfirst: Annotated[
        StatementText | None,
        Field(
            description="Who, what, when and how certain, in one to three sentences with marks, below the headline.",
            examples=["567 defected, officials said.[^number:defectors-567]"],
        ),
        ClaimField(),
    ] = None
    lead: Annotated[
        tuple[StatementText, ...],
        Field(
            description="The story in short paragraphs, with marks, on the front page.",
            examples=["567 defected.[^number:defectors-567]"],
        ),
        ClaimField(),
    ] = ()
    sides: Annotated[tuple[Side, ...], Field(description="The sides of the story.")] = ()
    edited_by: Annotated[
        tuple[NonEmptyStr, ...], Field(description="The people or the team who edit the dossier, as readers see them.")
    ] = ()
    authors: Annotated[
        DossierAuthors,
        Field(description="Who wrote the dossier, as citations name them; without them, it is the organization."),
    ] = ()
    licence: Annotated[
        LicenceId | None,
        Field(
            description="The licence of the dossier's own words and data, as its SPDX identifier. It does not include "
            "the passages and texts of sources.",
            examples=["CC-BY-4.0"],
        ),
    ] = None
    keywords: Annotated[tuple[NonEmptyStr, ...], Field(description="Words by which catalogues find the dossier.")] = ()
    identifier: Annotated[Doi | None, Field(description="The dossier's DOI.", examples=["doi:10.1000/182"])] = None
    last_review: Annotated[
        EditorialReview | None, Field(description="When the whole dossier was last reviewed, and by whom.")
    ] = None
    report_errors_to: Annotated[
        Contact | None,
        Field(
            description="Where readers report errors: an e-mail address, or the https address of a form.",
            examples=["corrections@example.org"],
        ),
    ] = None
    policy: Annotated[Policy, Field(description="The optional checks.")] = Policy()
    exempt: Annotated[
        tuple[Exemption, ...],
        Field(description="Mentions that no record needs to cite, in whichever source they occur."),
    ] = ()
    archive: Annotated[ArchiveSettings, Field(description="What archives say about the dossier.")] = ArchiveSettings()
    corrections: Corrections = ()

    @property
    def licence_terms(self) -> Licence | None:
        """The licence, with its name and its address."""
        return licence_of(self.licence) if self.licence else None


class SourceText(Model):
    """The text of a source: the file `seeds/FILE`, decoded from UTF-8 without any change, and its SHA-256.

    `locators` say where in the original each part of it was, in the order of their offsets; () if that is not known.
    """

    file: str
    text: str
    sha256: str
    locators: tuple[Locator, ...] = ()

    @property
    def is_recording(self) -> bool:
        """Whether this is what is said in a recording, with times: all its words are speech."""
        return any(locator.kind == "time" for locator in self.locators)

    def locate(self, start: int, end: int) -> tuple[Locator, ...]:
        """Return where in the original the characters from `start` to `end` are; () if that is not known."""
        first = bisect_right(self.locators, start, key=attrgetter("offset")) - 1
        last = bisect_left(self.locators, end, key=attrgetter("offset"))
        return self.locators[max(first, 0) : last]

    def location(self, offset: int) -> Location:
        """Return the location of a code point offset of the text."""
        return Location(f"seeds/{self.file}", *line_column(self.text, offset))


class OriginalFile(NamedTuple):
    """A file that belongs to a text, such as its PDF: its SHA-256, and a function that returns its bytes."""

    sha256: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Dossier:
    """Everything that was loaded, as far as it could be read.

    `records` leaves out the withdrawn ones, which are in `withdrawn`, so that nothing counts, lists or cites them.
    `source_texts` has each text that a source names in `text` and that could be read, by file name; compare
    `Source.has_text`, which is true for every source that names a text. `unreadable_keys` are the keys of records
    whose files could not be read. `originals` has each file that a text was extracted from, and each file of locators,
    by name. `unread_text` is what the files of those records contain, None if one cannot be opened. `other_line_ends`
    are the files in `seeds/` that differ from what is pinned in their line ends only.
    """

    settings: Settings
    records: tuple[Record, ...]
    source_texts: Mapping[str, SourceText]
    unreadable_keys: frozenset[str] = frozenset()
    withdrawn: tuple[Record, ...] = ()
    originals: Mapping[str, OriginalFile] = field(default_factory=dict)
    unread_text: str | None = ""
    other_line_ends: frozenset[str] = frozenset()

    def with_texts(self, texts: Mapping[str, SourceText]) -> "Dossier":
        """Return a dossier with the same records, whose sources have other texts."""
        return replace(self, source_texts=texts)

    @property
    def all_items(self) -> tuple[ContentItem, ...]:
        """Everything an editor has written: the settings, the records and the withdrawn ones."""
        return (self.settings, *self.records, *self.withdrawn)

    def language_of(self, source: Source) -> str:
        """Return the language of a source's text, as a BCP 47 tag: its own, or that of the dossier."""
        return source.language or self.settings.language

    def exemptions_for(self, source: Source) -> tuple[Exemption, ...]:
        """Return the exemptions that hold in a source's text: its own, then those of the whole dossier."""
        return (*source.exempt, *self.settings.exempt)

    def exemption_location(self, source: Source, index: int, *path: str) -> Location:
        """Return where one of the exemptions of `exemptions_for(source)` is written."""
        own = len(source.exempt)
        item, place = (source, index) if index < own else (self.settings, index - own)
        return item.location("exempt", place, *path)

    @property
    def records_with_pages(self) -> tuple[Record, ...]:
        """The records that have an address, whether for a page or for a notice of withdrawal."""
        return (*self.records, *self.withdrawn)

    @cached_property
    def withdrawn_keys(self) -> frozenset[str]:
        """The keys of withdrawn records."""
        return frozenset(record.key for record in self.withdrawn)

    @cached_property
    def by_key(self) -> Mapping[str, Record]:
        """The records that are not withdrawn, by key."""
        return {record.key: record for record in self.records}

    def _of_kind(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(record for record in self.records if isinstance(record, kind))

    @cached_property
    def _unread_words(self) -> frozenset[str]:
        return frozenset(_words_of(self.unread_text or ""))

    def may_be_unread(self, text: str) -> bool:
        """Return whether a record that cannot be read may contain this text, because it has all of its words."""
        if self.unread_text is None:
            return True
        has_escapes = "\\" in self.unread_text or "\ufffd" in self.unread_text
        return all(
            word in self._unread_words or (has_escapes and not word.isascii()) for word in _words_of(text)
        ) and bool(self.unreadable_keys)

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


def _words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in the form in which they are compared."""
    yield from _WORD.findall(normalize("NFKC", text).casefold())
