"""A record: one YAML file, one thing said about the story, on its passages."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self

from pydantic import PrivateAttr

from generator.model.base import FieldPath, Leaf, Part, ProseText, Reference, Text, described, leaves, parts
from generator.model.edtf import Edtf
from generator.model.finding import Location
from generator.model.passage import Passage

Review = Literal["draft", "reviewed", "published"]
READER_COMMENT = "reader comment"


class Basis(Part):
    """How a date that no passage prints was worked out."""

    phrase: Annotated[Text | None, described("The words that tell the time, as they stand in a passage: `Sunday`.")] = (
        None
    )
    anchor: Annotated[
        Reference | None,
        described("The source or event whose date the phrase is reckoned from, as `source:cnn-report`."),
    ] = None
    reasoning: Annotated[ProseText | None, described("How the date follows, in a sentence.")] = None


class Dated(Part):
    """A date and how it is known."""

    date: Annotated[Edtf, described("The date in EDTF, as 2019-01-26, 2019-01, 2019-02-2X or 2019-01-21/2019-01-27.")]
    basis: Annotated[Basis | None, described("Needed where no passage prints the date whole.")] = None


class Record(Part):
    """What all kinds share. `singular` and `plural` name the kind in references and folders, `heading` on pages."""

    singular: ClassVar[str]
    plural: ClassVar[str]
    heading: ClassVar[str]

    summary: Annotated[ProseText, described("The editor's own words, saying no more than the passages do.")]
    passages: Annotated[tuple[Passage, ...], described("The words of the sources that the record rests on.")] = ()
    about: Annotated[tuple[Reference, ...], described("Other records that this one is about, as `event:…`.")] = ()
    review: Annotated[Review, described("How far the record has come: a draft is checked, not shown.")]
    note: Annotated[ProseText | None, described("The editor's note: context from outside the sources, marked so.")] = (
        None
    )

    _id: str = PrivateAttr("")
    _path: str = PrivateAttr("")
    _lines: Mapping[FieldPath, tuple[int, int]] = PrivateAttr(default_factory=dict)

    @classmethod
    def read(cls, data: object, id: str, path: str, lines: Mapping[FieldPath, tuple[int, int]]) -> Self:
        """Type `data` (text, lists and mappings as YAML holds them); raises pydantic's ValidationError.

        `lines` gives the line and column, from 1, of the value at each path of keys and positions.
        """
        record = cls.model_validate(data)
        record._id, record._path, record._lines = id, path, lines
        return record

    @cached_property  # As those below: pydantic takes long over a private attribute, and they are asked for often.
    def id(self) -> str:
        """The file's stem, unique within its kind."""
        return self._id

    @cached_property
    def path(self) -> str:
        """The file, relative to the project's root."""
        return self._path

    @cached_property
    def key(self) -> str:
        """The record's reference, as `actor:juan-guaido`."""
        return f"{self.singular}:{self.id}"

    @cached_property
    def parts(self) -> tuple[tuple[FieldPath, Part], ...]:
        """Every part inside the record, itself left out, with its path."""
        return tuple(parts(self))[1:]

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every marked text inside the record: references, prose, spellings."""
        return tuple(leaves(self))

    @property
    def label(self) -> str:
        """What a link to the record says."""
        raise NotImplementedError

    @property
    def brief(self) -> str:
        """What a chain calls the record."""
        return self.label

    @property
    def listed(self) -> str:
        """What a list of its own kind calls the record."""
        return self.label

    @property
    def sort_key(self) -> tuple[object, ...]:
        """The order of an index of this kind; comparable within the kind."""
        return (self.label.casefold(), self.id)

    @property
    def is_reader_comment(self) -> bool:
        """Whether the record reports what a reader wrote, and so may cite a region of reader comments."""
        return READER_COMMENT in (getattr(self, "status", None), getattr(self, "form", None))

    def at(self, *path: str | int) -> Location:
        """The place of the value at `path`, or of what holds it."""
        while path and path not in self._lines:
            path = path[:-1]
        return Location(self.path, *self._lines.get(path, (1, 1)))

    def cited(self) -> Iterator[tuple[FieldPath, Passage]]:
        """Every passage of the record, its roles, relations and positions included, with its path."""
        yield from ((path, part) for path, part in self.parts if isinstance(part, Passage))
