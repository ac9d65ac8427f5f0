"""Content items: what one YAML file holds, with the location of every value in it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from sys import intern
from typing import Any, ClassVar, NamedTuple, Self

from pydantic import PrivateAttr

from dossier.model.base import (
    FieldPath,
    MarkedField,
    Model,
    ProseField,
    list_marked_fields,
    list_parts,
    share_field_names,
)
from dossier.model.finding import LineColumn, Location


def _find_nothing(path: FieldPath, words: str, skip: int = 0) -> LineColumn | None:
    return None


class ContentFile(NamedTuple):
    """The file that an item was read from.

    `id` is the file's stem and `path` its path from the project's root. `positions` returns the line and column of
    each value by its path of keys and indexes; `find_text` those of words within the value at a path, or None, passing
    over as many occurrences as its last argument says.
    """

    id: str
    path: str
    positions: Callable[[], Mapping[FieldPath, LineColumn]] = dict
    find_text: Callable[[FieldPath, str, int], LineColumn | None] = _find_nothing


class ContentItem(Model):
    """A record, or the settings of the dossier. `singular` names its kind in references.

    Items are equal if they have equal values and come from the same file of the same load. `id`, `path` and `key` are
    cached because rules and sort keys read them so often that private attributes made `dossier check` 30 % slower.
    """

    singular: ClassVar[str]
    _file: ContentFile = PrivateAttr()

    @classmethod
    def parse(cls, data: object, file: ContentFile) -> Self:
        """Return the item of a file that holds `data`: text, lists and mappings. Raises pydantic's ValidationError."""
        item = cls.model_validate(data)
        item._file = file
        share_field_names(item)
        return item

    def written_values(self) -> dict[str, Any]:
        """Return the values as its file has them: text, numbers, lists and mappings."""
        return self.model_dump(mode="json", exclude_unset=True)

    @cached_property
    def id(self) -> str:
        """The file's stem, unique within its kind."""
        return self._file.id

    @cached_property
    def path(self) -> str:
        """The file's path from the project's root."""
        return self._file.path

    @cached_property
    def key(self) -> str:
        """The kind and the id, as references write them: `actor:juan-guaido`."""
        return intern(f"{self.singular}:{self.id}")

    @property
    def parts(self) -> tuple[tuple[FieldPath, Model], ...]:
        """Every nested model, at any depth, with its path."""
        return tuple(list_parts(self)[1:])

    @property
    def marked_fields(self) -> tuple[MarkedField, ...]:
        """Every marked text at any depth: references, prose and verbatim spellings. It is seldom asked for."""
        return tuple(list_marked_fields(list_parts(self)))

    @cached_property
    def prose_fields(self) -> tuple[MarkedField, ...]:
        """The marked texts that are the editor's own words."""
        return tuple(field for field in self.marked_fields if isinstance(field.mark, ProseField))

    @cached_property
    def statement_fields(self) -> tuple[MarkedField, ...]:
        """The prose that consists of statements, in the order of the page: a title or question, then the summary."""
        marks = ((field, field.mark) for field in self.prose_fields)
        fields = ((field, mark) for field, mark in marks if isinstance(mark, ProseField) and mark.statements_by)
        order = {name: index for index, name in enumerate(type(self).model_fields)}
        ordered = sorted(fields, key=lambda marked: (marked[1].has_markup, order[str(marked[0].path[0])]))
        return tuple(field for field, _ in ordered)

    @property
    def is_draft(self) -> bool:
        """Whether the item is checked but not published."""
        return False

    def location(self, *path: str | int, words: str = "", skip: int = 0) -> Location:
        """Return the location of the value at `path`, or of its nearest parent; of `words` within it if they occur.

        The first `skip` occurrences of the words are passed over.
        """
        positions = self._file.positions()
        while path and path not in positions:
            path = path[:-1]
        found_position = self._file.find_text(path, words, skip) if words and path in positions else None
        return Location(self.path, *(found_position or positions.get(path, (1, 1))))

    @cached_property
    def hash_of_load(self) -> int:
        """The hash of the item, which is another one in each load: caches by item stay fast when files are reloaded."""
        return hash((self.path, self._file.positions))

    def __hash__(self) -> int:
        return self.hash_of_load
