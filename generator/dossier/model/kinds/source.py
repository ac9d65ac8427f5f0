"""A source: a document, or one that documents rest on but is not held."""

from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from dossier.edtf.parse import Edtf
from dossier.model.base import ActorId, ClaimField, Model, NonEmptyStr, ProseText, SourceId, described
from dossier.model.coverage import MentionKind
from dossier.model.record import DatedField, Record

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""What the letters of the Admiralty code mean."""


class Grade(Model):
    """How reliable the source is: the letter of the Admiralty code (NATO AJP-2.1), with the reason."""

    letter: Annotated[
        Literal["A", "B", "C", "D", "E", "F"],
        described("A completely reliable … E unreliable, F cannot be judged."),
        ClaimField(),
    ]
    reason: Annotated[ProseText, described("Why this letter.")]

    @property
    def meaning(self) -> str:
        """What the letter says of the source."""
        return RELIABILITY[self.letter]


class Region(Model):
    """A stretch of the text that is no evidence: boilerplate, advertisements, captions, readers' comments."""

    starts: Annotated[NonEmptyStr, described("The words the region starts with, as they stand in the text.")]
    ends: Annotated[NonEmptyStr, described("The words the region ends with; they may be the same.")]
    kind: Annotated[
        Literal["boilerplate", "advertisement", "reader comments", "caption", "address"],
        described("What stands there; a region of reader comments may be cited by a record of a reader comment."),
    ]
    reason: Annotated[ProseText, described("Why it is left out of the evidence.")]


class Rights(Model):
    """What may be shown of the text."""

    show: Annotated[Literal["whole", "excerpts"], described("Whole text, or cited passages with their context.")]
    statement: Annotated[NonEmptyStr, described("Who holds the rights, and on what ground the text is shown.")]


class Exemption(Model):
    """A mention that no record needs to rest on, with the reason."""

    text: Annotated[NonEmptyStr, described("The words exempt, as they stand in the text, wherever they do.")]
    prefix: Annotated[NonEmptyStr | None, described("Words right before, to exempt one of several places.")] = None
    suffix: Annotated[NonEmptyStr | None, described("Words right after, to exempt one of several places.")] = None
    kind: Annotated[MentionKind, described("What the words were taken for.")]
    reason: Annotated[
        Literal["not speech", "no measure", "refers back", "not an actor", "not of the story"],
        described("Why no record rests on them."),
    ]
    note: Annotated[ProseText, described("The reason in this case.")]


FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Original(Model):
    """The file that the text was taken out of, such as a web page; it is kept, and nothing is cited from it."""

    file: Annotated[FileName, described("The file in `seeds/`, as it was received.")]
    sha256: Annotated[Sha256, described("The SHA-256 of that file, so that a changed byte is found.")]


class Source(Record):
    """A document held (it has `text`), or one that documents held rest on."""

    singular: ClassVar[str] = "source"
    plural: ClassVar[str] = "sources"
    heading: ClassVar[str] = "Sources"
    schema_org_type: ClassVar[str] = "CreativeWork"
    ftm_schema: ClassVar[str] = "Article"

    title: Annotated[
        NonEmptyStr, described("The document's title, or what it is called where it has none."), ClaimField()
    ]
    short: Annotated[
        NonEmptyStr | None, described("What chains and lists call it, where the title is long: `CNN report`.")
    ] = None
    kind: Annotated[
        Literal["news", "aggregator", "opinion blog", "blog post", "report", "broadcast", "statement", "document"],
        described("What sort of document it is."),
        ClaimField(),
    ]
    publisher: Annotated[ActorId | None, described("The outlet or person that published it."), ClaimField()] = None
    authors: Annotated[tuple[NonEmptyStr, ...], described("Who signed it, as printed."), ClaimField()] = ()
    published: Annotated[DatedField | None, described("When it appeared, and how that is known.")] = None
    url: Annotated[
        Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")] | None, described("Where it appeared.")
    ] = None
    text: Annotated[FileName | None, described("The file in `seeds/` that holds its text.")] = None
    sha256: Annotated[Sha256 | None, described("The SHA-256 of that file, so that a changed byte is found.")] = None
    original: Annotated[
        Original | None, described("The file that the text was taken out of, where it is not the one received.")
    ] = None
    rests_on: Annotated[
        tuple[SourceId, ...], described("The documents this one relays or draws on."), ClaimField()
    ] = ()
    grade: Annotated[Grade, described("How reliable it is, with the reason.")]
    excluded: Annotated[tuple[Region, ...], described("What of its text is no evidence.")] = ()
    exempt: Annotated[tuple[Exemption, ...], described("Mentions that no record needs to rest on.")] = ()
    rights: Annotated[Rights | None, described("What of its text may be shown; needed where it is held.")] = None

    @property
    def has_text(self) -> bool:
        """Whether the document's text is in `seeds/`, so that it was read."""
        return self.text is not None

    @property
    def shows_full_text(self) -> bool:
        """Whether its rights allow to show its whole text."""
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
