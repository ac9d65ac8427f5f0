"""Records: what the kinds share, their dates, and what became of them after publication."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

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
    StatementText,
)
from dossier.model.content_item import ContentItem
from dossier.model.passage import Passage
from dossier.text.collation import collation_key

Review = Literal["draft", "reviewed", "published"]
Verdict = Literal["holds", "look again"]
DIGEST_LENGTH = 10
"""The number of hexadecimal digits of the digest of what a reviewer read."""
DIGEST_PATTERN = f"^[0-9a-f]{{{DIGEST_LENGTH}}}$"
READER_COMMENT = "reader comment"
TODO_PREFIX = "TODO:"
"""The beginning of a text that is still to be written."""


class DateBasis(Model):
    """How a date that no passage prints was worked out."""

    phrase: Annotated[NonEmptyStr | None, Field(description="The words of a passage that give the date: `Sunday`.")] = (
        None
    )
    anchor: Annotated[
        RecordKey | None,
        Field(description="The source or event from whose date the phrase counts, such as `source:cnn-report`."),
    ] = None
    reasoning: Annotated[
        ProseText | None, Field(description="How the date follows from phrase and anchor, in a sentence.")
    ] = None


class DatedField(Model):
    """A date, and how it is known."""

    date: Annotated[
        Edtf,
        Field(description="The date in EDTF, such as 2019-01-26, 2019-01, 2019-02-2X or 2019-01-21/2019-01-27."),
        ClaimField(),
    ]
    basis: Annotated[
        DateBasis | None, Field(description="How the date is known; needed unless a passage prints the full date.")
    ] = None


def _require_one_day(date: Edtf) -> Edtf:
    if not date.is_day or date.text != str(date.earliest):
        raise ValueError(f"{date}: write one day, such as 2019-03-04")
    return date


Day = Annotated[Edtf, AfterValidator(_require_one_day), WithJsonSchema({"type": "string", "format": "date"})]
"""One calendar day without a qualifier: the editor knows when the editor did something."""


class Correction(Model):
    """A published mistake, and its correction."""

    date: Annotated[Day, Field(description="The day of the correction, such as 2019-03-04.")]
    what: Annotated[NonEmptyStr, Field(description="What was wrong: a field, such as `value`, or a few words.")]
    was: Annotated[NonEmptyStr | None, Field(description="The earlier words or value, as published.")] = None
    why: Annotated[ProseText, Field(description="Why it was wrong, and how the mistake was found.")]


class Withdrawal(Model):
    """The notice that replaces a record that the dossier no longer stands by."""

    date: Annotated[Day, Field(description="The day of the withdrawal, such as 2019-03-04.")]
    why: Annotated[ProseText, Field(description="Why the record was withdrawn.")]


RevisionNote = Correction | Withdrawal
Corrections = Annotated[tuple[Correction, ...], Field(description="Corrections made after publication, oldest first.")]


def iter_revisions(item: ContentItem) -> Iterator[tuple[FieldPath, RevisionNote]]:
    """Yield an item's corrections as the file lists them, then its withdrawal, each with its path."""
    corrections: tuple[Correction, ...] = getattr(item, "corrections", ())
    for index, correction in enumerate(corrections):
        yield ("corrections", index), correction
    withdrawal: Withdrawal | None = getattr(item, "withdrawn", None)
    if withdrawal is not None:
        yield ("withdrawn",), withdrawal


class ReviewVerdict(Model):
    """What a reviewer found who read the record against its passages."""

    verdict: Annotated[Verdict, Field(description="Whether every statement says what its passages say.")]
    by: Annotated[NonEmptyStr, Field(description="Who reviewed it, as readers see the name.")]
    date: Annotated[Day, Field(description="The day of the review, such as 2019-03-04.")]
    digest: Annotated[
        str | None,
        Field(
            description="By what `dossier serve` knows the reviewed words: once they have changed, the record is to be "
            "reviewed again.",
            pattern=DIGEST_PATTERN,
        ),
    ] = None


class _ReviewState(Model):
    state: Annotated[Review, Field(description="How far the record has come: a draft is checked, but not published.")]


class WrittenReview(ReviewVerdict, _ReviewState):
    """The review of a record with a verdict, as its file has it."""


def _read_state(value: object) -> object:
    """Return the state of a review, which may be written with a verdict."""
    if isinstance(value, Mapping):
        if "state" not in value:
            raise ValueError(f"add `state`: {', '.join(get_args(Review))}")
        return value["state"]
    return value


def _read_verdict(value: object) -> object:
    """Return the verdict of a review without its state; None if there is only a state."""
    return {key: part for key, part in value.items() if key != "state"} if isinstance(value, Mapping) else None


class Record(ContentItem):
    """What all kinds share. `plural` names the kind's folder and addresses, `heading` its page."""

    plural: ClassVar[str]
    heading: ClassVar[str]
    counted: ClassVar[tuple[str, str]]
    """A number of records of the kind, as a message and its plural."""
    former_plurals: ClassVar[tuple[str, ...]] = ()
    """Names of the kind's folder in earlier releases; their addresses redirect."""
    schema_org_type: ClassVar[str] = "Thing"
    """The schema.org type of what a record of the kind is about."""
    ftm_schema: ClassVar[str] = "Note"
    """The FollowTheMoney schema of what a record of the kind is about."""

    summary: Annotated[
        StatementText,
        Field(
            description="A summary in the editor's own words that says no more than the passages.",
            examples=["567 defected.[^officials] A newspaper printed it.[^press]"],
        ),
    ]
    passages: Annotated[
        tuple[Passage, ...], Field(description="The passages of sources that the record is based on.")
    ] = ()
    about: Annotated[
        tuple[RecordKey, ...], Field(description="Other records that this one is about, such as `event:…`.")
    ] = ()
    review: Annotated[
        Review,
        BeforeValidator(_read_state),
        Field(description="How far the record has come: a draft is checked, but not published."),
    ]
    reviewed: Annotated[
        ReviewVerdict | None,
        BeforeValidator(_read_verdict, json_schema_input_type=Review | WrittenReview),
        Field(
            validation_alias="review",
            description="How far the record has come (a draft is checked, but not published) and, once somebody has "
            "reviewed it, the verdict.",
        ),
    ] = None
    """Files have it in `review`; data has it beside it, so that `review` is a word there."""
    note: Annotated[
        ProseText | None,
        Field(description="A note from the editor, with context that is not in the sources; shown as such."),
    ] = None
    formerly: Annotated[
        tuple[FormerId, ...], Field(description="Former ids of the record; their addresses redirect to its page.")
    ] = ()
    corrections: Corrections = ()
    withdrawn: Annotated[
        Withdrawal | None, Field(description="Set to withdraw a published record: a notice replaces it.")
    ] = None

    @field_validator("withdrawn", mode="after")
    @classmethod
    def _refuse_withdrawn_draft(cls, withdrawn: Withdrawal | None, info: ValidationInfo) -> Withdrawal | None:
        if withdrawn and info.data.get("review") == "draft":
            raise ValueError("a draft was never published: remove its file instead")
        return withdrawn

    @model_validator(mode="after")
    def _forget_that_no_verdict_was_read(self) -> Self:
        if self.reviewed is None:
            self.model_fields_set.discard("reviewed")
        return self

    def written_values(self) -> dict[str, Any]:
        """Return the values as its file has them, where the verdict is in `review`."""
        values = self.model_dump(mode="json", exclude_unset=True)
        verdict = values.pop("reviewed", None)
        return values | ({"review": {"state": self.review, **verdict}} if verdict else {})

    @property
    def is_draft(self) -> bool:
        return self.review == "draft"

    @property
    def marked_fields(self) -> tuple[MarkedField, ...]:
        """Every marked text at any depth; only those of its notice if the record is withdrawn."""
        fields = super().marked_fields
        return fields if self.withdrawn is None else tuple(field for field in fields if field.path[0] == "withdrawn")

    @property
    def label(self) -> str:
        """The title of the record's page and the text of links to it; a long quote is cut to fit a line."""
        raise NotImplementedError

    @property
    def short_label(self) -> str:
        """The name in citations, attributions and table headings: a source's `short`, else the label."""
        return self.label

    @property
    def list_label(self) -> str:
        """The text in lists of records and in bibliographies: a quote's words uncut, else the label."""
        return self.label

    @property
    def main_date(self) -> Edtf | None:
        """The date that lists, search results and exports give: when it happened, was said, counted or published."""
        return None

    def sort_key(self, language: str) -> tuple[object, ...]:
        """Return the order in lists of this kind on pages in a language; those of other kinds cannot be compared."""
        return (collation_key(self.label, language), self.id)

    @cached_property
    def is_reader_comment(self) -> bool:
        """Whether the record reports what a reader wrote, and so may cite a region of reader comments."""
        return READER_COMMENT in (getattr(self, "status", None), getattr(self, "form", None))

    @cached_property
    def dated_fields(self) -> tuple[tuple[FieldPath, DatedField], ...]:
        """Every part with a date of its own, with its path."""
        return tuple((path, part) for path, part in self.parts if isinstance(part, DatedField))

    def iter_passages(self) -> Iterator[tuple[FieldPath, Passage]]:
        """Yield every passage with its path, including those of roles, relations and positions."""
        yield from ((path, part) for path, part in self.parts if isinstance(part, Passage))
