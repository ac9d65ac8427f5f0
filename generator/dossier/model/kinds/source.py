"""Sources: documents read in full, and documents known only because those cite them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, Id, LanguageTag, Model, NonEmptyStr, ProseText, SourceId
from dossier.model.coverage import MentionKind
from dossier.model.identifiers import SameAs
from dossier.model.record import TODO_PREFIX, DatedField, Day, Record
from dossier.text.interface import gettext, gettext_noop, ngettext_noop

FILE_NAME_PATTERN = r"^[A-Za-z0-9._-]+$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
VERSION_PATTERN = r"^[A-Za-z0-9 ,.+_-]+$"
OPTION_PATTERN = r"^[a-z-]+=[^\r\n]+$"
URL_PATTERN = r"^https?://[^\s<>\"']+$"
RELIABILITY = {
    "A": gettext_noop("completely reliable"),
    "B": gettext_noop("usually reliable"),
    "C": gettext_noop("fairly reliable"),
    "D": gettext_noop("not usually reliable"),
    "E": gettext_noop("unreliable"),
    "F": gettext_noop("cannot be judged"),
}
"""The meaning of each letter of the Admiralty code (NATO AJP-2.1)."""


class Grade(Model):
    """The source's reliability: a letter of the Admiralty code (NATO AJP-2.1), with the reason."""

    letter: Annotated[
        Literal["A", "B", "C", "D", "E", "F"],
        Field(description="From A, completely reliable, to E, unreliable; F cannot be judged."),
        ClaimField(),
    ]
    reason: Annotated[ProseText, Field(description="The reason for this letter.")]

    @property
    def meaning(self) -> str:
        """The meaning of the letter in words."""
        return gettext(RELIABILITY[self.letter])


class Region(Model):
    """A region of the text that is not evidence: boilerplate, an advertisement, a caption or readers' comments."""

    starts: Annotated[NonEmptyStr, Field(description="The first words of the region, exactly as in the text.")]
    ends: Annotated[NonEmptyStr, Field(description="The last words of the region; they may be the same as the first.")]
    kind: Annotated[
        Literal["boilerplate", "advertisement", "reader comments", "caption", "address"],
        Field(description="What the region holds. Records of reader comments may cite a region of reader comments."),
    ]
    reason: Annotated[ProseText, Field(description="Why the region is not evidence.")]


class Rights(Model):
    """How much of the text may be shown, and why."""

    show: Annotated[
        Literal["whole", "excerpts"], Field(description="The whole text, or only cited passages with their context.")
    ]
    statement: Annotated[
        NonEmptyStr, Field(description="Who holds the rights, and the legal basis for showing the text.")
    ]


class Exemption(Model):
    """A mention that no record needs to cite, with the reason."""

    text: Annotated[
        NonEmptyStr, Field(description="The exempt words, exactly as in the text; every occurrence is exempt.")
    ]
    prefix: Annotated[
        NonEmptyStr | None, Field(description="The words right before, to exempt one of several occurrences.")
    ] = None
    suffix: Annotated[
        NonEmptyStr | None, Field(description="The words right after, to exempt one of several occurrences.")
    ] = None
    kind: Annotated[MentionKind, Field(description="The kind of mention the words look like.")]
    reason: Annotated[
        Literal["not speech", "no measure", "refers back", "not an actor", "not of the story"],
        Field(description="Why no record needs to cite them."),
    ]
    note: Annotated[ProseText, Field(description="An explanation for this case.")]

    @property
    def is_unfinished(self) -> bool:
        """Whether its note is still to be written: it then exempts nothing."""
        return self.note.startswith(TODO_PREFIX)


FileName = Annotated[str, StringConstraints(pattern=FILE_NAME_PATTERN)]
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]


class Extraction(Model):
    """How the text was extracted: with these, the same text is extracted again."""

    reader: Annotated[Id, Field(description="The reader of the document's format, such as `pdf`.")]
    version: Annotated[
        Annotated[str, StringConstraints(pattern=VERSION_PATTERN)],
        Field(description="The version of the reader and of its libraries."),
    ]
    options: Annotated[
        tuple[Annotated[str, StringConstraints(pattern=OPTION_PATTERN)], ...],
        Field(description="The reader's options that were chosen, such as `encoding=windows-1252`."),
    ] = ()


class Locators(Model):
    """Where in the document each part of the text was, such as on which page."""

    file: Annotated[FileName, Field(description="The file in `seeds/`, as `dossier add source` has written it.")]
    sha256: Annotated[Sha256, Field(description="The SHA-256 of that file, which reveals any change.")]


class Original(Model):
    """The file that the text was extracted from, such as a web page; it is kept, but not cited."""

    file: Annotated[FileName, Field(description="The file in `seeds/`, unchanged.")]
    sha256: Annotated[Sha256, Field(description="The SHA-256 of that file, which reveals any change.")]
    extraction: Annotated[
        Extraction | None, Field(description="How Dossier extracted the text; left out where somebody else did.")
    ] = None
    locators: Annotated[
        Locators | None,
        Field(description="The file that says where in it, such as on which page, each part of the text is."),
    ] = None


class Source(Record):
    """A document read in full (it has a `text`), or one known only because others cite it."""

    singular: ClassVar[str] = "source"
    plural: ClassVar[str] = "sources"
    heading: ClassVar[str] = gettext_noop("Sources")
    counted: ClassVar[tuple[str, str]] = ngettext_noop("%(number)s source", "%(number)s sources")
    schema_org_type: ClassVar[str] = "CreativeWork"
    ftm_schema: ClassVar[str] = "Article"

    title: Annotated[
        NonEmptyStr, Field(description="The document's title, or a description if it has none."), ClaimField()
    ]
    title_basis: Annotated[
        ProseText | None, Field(description="Where the title comes from; needed if the text does not print it.")
    ] = None
    short: Annotated[
        NonEmptyStr | None,
        Field(description="A short name for citations and attributions, if the title is long: `CNN report`."),
    ] = None
    kind: Annotated[
        Literal["news", "aggregator", "opinion blog", "blog post", "report", "broadcast", "statement", "document"],
        Field(description="What sort of document this is."),
        ClaimField(),
    ]
    publisher: Annotated[ActorId | None, Field(description="The outlet or person that published it."), ClaimField()] = (
        None
    )
    authors: Annotated[tuple[NonEmptyStr, ...], Field(description="The authors' names as printed."), ClaimField()] = ()
    credit_basis: Annotated[
        ProseText | None,
        Field(description="Who published and wrote it; needed if its text credits somebody else."),
    ] = None
    published: Annotated[DatedField | None, Field(description="When it was published, and how that is known.")] = None
    language: Annotated[
        LanguageTag | None,
        Field(description="The language of its text, such as `es`, if it is not that of the dossier."),
        ClaimField(),
    ] = None
    url: Annotated[
        Annotated[str, StringConstraints(pattern=URL_PATTERN)] | None,
        Field(description="The address where it was published."),
    ] = None
    accessed: Annotated[
        Day | None, Field(description="The day on which you read it there, such as 2019-03-04, if it may change or go.")
    ] = None
    archived: Annotated[
        Annotated[str, StringConstraints(pattern=URL_PATTERN)] | None,
        Field(
            description="The address of a copy in an archive of the web.",
            examples=["https://web.archive.org/web/20190304120000/https://example.org/news"],
        ),
    ] = None
    same_as: SameAs = ()
    text: Annotated[FileName | None, Field(description="The file in `seeds/` that holds its text.")] = None
    sha256: Annotated[Sha256 | None, Field(description="The SHA-256 of that file, which reveals any change.")] = None
    original: Annotated[
        Original | None,
        Field(description="The file that the text was extracted from, if it was not received as plain text."),
    ] = None
    ocr: Annotated[
        NonEmptyStr | None,
        Field(description="The program that recognized the text in images, if one did: `Tesseract 5.3, Spanish`."),
    ] = None
    rests_on: Annotated[
        tuple[SourceId, ...], Field(description="The documents that this one relays or is based on."), ClaimField()
    ] = ()
    grade: Annotated[Grade, Field(description="The source's reliability, with the reason.")]
    excluded: Annotated[tuple[Region, ...], Field(description="The regions of its text that are not evidence.")] = ()
    exempt: Annotated[tuple[Exemption, ...], Field(description="Mentions that no record needs to cite.")] = ()
    rights: Annotated[
        Rights | None, Field(description="How much of its text may be shown; needed if the source has a text.")
    ] = None

    @property
    def has_text(self) -> bool:
        """Whether the source names a text in `seeds/`: it is read in full, not known second-hand."""
        return self.text is not None

    @property
    def shows_full_text(self) -> bool:
        """Whether its rights allow showing the whole text."""
        return self.rights is not None and self.rights.show == "whole"

    @property
    def label(self) -> str:
        return self.title

    @property
    def main_date(self) -> Edtf | None:
        return self.published.date if self.published else None

    @property
    def short_label(self) -> str:
        return self.short or self.title
