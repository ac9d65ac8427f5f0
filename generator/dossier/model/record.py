"""A record: one YAML file, one thing said about the story, on its passages."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, field_validator

from dossier.edtf.parse import Edtf
from dossier.model.base import (
    ClaimField,
    FieldPath,
    FormerId,
    MarkedField,
    Model,
    NonEmptyStr,
    ProseText,
    RecordKey,
    described,
)
from dossier.model.content_item import ContentItem
from dossier.model.passage import Passage
from dossier.model.revision import Corrections, Withdrawal

Review = Literal["draft", "reviewed", "published"]
READER_COMMENT = "reader comment"
TODO_PREFIX = "TODO:"
"""What a text begins with that is still to be written."""


class DateBasis(Model):
    """How a date that no passage prints was worked out."""

    phrase: Annotated[
        NonEmptyStr | None, described("The words that tell the time, as they stand in a passage: `Sunday`.")
    ] = None
    anchor: Annotated[
        RecordKey | None,
        described("The source or event whose date the phrase is reckoned from, as `source:cnn-report`."),
    ] = None
    reasoning: Annotated[ProseText | None, described("How the date follows, in a sentence.")] = None


class DatedField(Model):
    """A date and how it is known."""

    date: Annotated[
        Edtf, described("The date in EDTF, as 2019-01-26, 2019-01, 2019-02-2X or 2019-01-21/2019-01-27."), ClaimField()
    ]
    basis: Annotated[DateBasis | None, described("Needed where no passage prints the date whole.")] = None


class Record(ContentItem):
    """What all kinds share. `plural` names the kind in folders, `heading` on pages."""

    plural: ClassVar[str]
    heading: ClassVar[str]
    former_plurals: ClassVar[tuple[str, ...]] = ()
    """Folders and addresses of the kind in earlier releases: they redirect."""
    schema_org_type: ClassVar[str] = "Thing"
    """The schema.org type of what a record of the kind is about."""
    ftm_schema: ClassVar[str] = "Note"
    """The FollowTheMoney schema of what a record of the kind is about."""

    summary: Annotated[ProseText, described("The editor's own words, saying no more than the passages do.")]
    passages: Annotated[tuple[Passage, ...], described("The words of the sources that the record rests on.")] = ()
    about: Annotated[tuple[RecordKey, ...], described("Other records that this one is about, as `event:…`.")] = ()
    review: Annotated[Review, described("How far the record has come: a draft is checked, not shown.")]
    note: Annotated[ProseText | None, described("The editor's note: context from outside the sources, marked so.")] = (
        None
    )
    formerly: Annotated[tuple[FormerId, ...], described("Ids it had before: its old addresses lead to its page.")] = ()
    corrections: Corrections = ()
    withdrawn: Annotated[
        Withdrawal | None, described("Set where the record is claimed no longer: a notice takes its place.")
    ] = None

    @field_validator("withdrawn", mode="after")
    @classmethod
    def _was_shown(cls, withdrawn: Withdrawal | None, told: ValidationInfo) -> Withdrawal | None:
        if withdrawn and told.data.get("review") == "draft":
            raise ValueError("a draft was never shown: take its file out instead")
        return withdrawn

    @property
    def is_draft(self) -> bool:
        return self.review == "draft"

    @cached_property
    def marked_fields(self) -> tuple[MarkedField, ...]:
        """Every marked text inside; of a withdrawn record those of its notice alone, since the rest is told no more."""
        found = super().marked_fields
        return found if self.withdrawn is None else tuple(leaf for leaf in found if leaf.path[0] == "withdrawn")

    @property
    def label(self) -> str:
        """What a link to the record says."""
        raise NotImplementedError

    @property
    def short_label(self) -> str:
        """What a chain calls the record."""
        return self.label

    @property
    def list_label(self) -> str:
        """What a list of its own kind calls the record."""
        return self.label

    @property
    def main_date(self) -> Edtf | None:
        """The date of what the record tells; None for a kind that has none, or where nothing tells it."""
        return None

    @property
    def sort_key(self) -> tuple[object, ...]:
        """The order of an index of this kind; comparable within the kind."""
        return (self.label.casefold(), self.id)

    @cached_property
    def is_reader_comment(self) -> bool:
        """Whether the record reports what a reader wrote, and so may cite a region of reader comments."""
        return READER_COMMENT in (getattr(self, "status", None), getattr(self, "form", None))

    @cached_property
    def dated_fields(self) -> tuple[tuple[FieldPath, DatedField], ...]:
        """Every part that has a date of its own, with its path."""
        return tuple((path, part) for path, part in self.parts if isinstance(part, DatedField))

    def iter_passages(self) -> Iterator[tuple[FieldPath, Passage]]:
        """Every passage of the record, its roles, relations and positions included, with its path."""
        yield from ((path, part) for path, part in self.parts if isinstance(part, Passage))
