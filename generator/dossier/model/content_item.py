"""An entry: what one YAML file says, with the place of every value."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import ClassVar, NamedTuple, Self

from dossier.model.base import FieldPath, MarkedField, Model, ProseField, iter_marked_fields, iter_parts
from dossier.model.finding import Location

LineColumn = tuple[int, int]
Positions = Mapping[FieldPath, LineColumn]
FindText = Callable[[FieldPath, str], LineColumn | None]


class _File(NamedTuple):
    """Where an entry comes from: the file's stem, its path, how to learn where its values stand, and words in them."""

    stem: str
    path: str
    lines: Callable[[], Positions]
    within: FindText


class ContentItem(Model):
    """A record, or the settings of the dossier. `singular` names its kind in references."""

    singular: ClassVar[str]

    @classmethod
    def parse(
        cls,
        data: object,
        id: str,
        path: str,
        lines: Callable[[], Positions] = dict,
        within: FindText = lambda path, words: None,
    ) -> Self:
        """Type `data` (text, lists and mappings as YAML holds them); raises pydantic's ValidationError.

        `lines` gives the line and column, from 1, of the value at each path of keys and positions, once one is asked;
        `within` those of words in the value at a path.
        """
        entry = cls.model_validate(data)
        vars(entry)["_file"] = _File(id, path, lines, within)
        return entry

    @cached_property  # Pydantic takes long over a private attribute.
    def _file(self) -> _File:
        raise AttributeError("this entry was not read from a file")

    @cached_property
    def id(self) -> str:
        """The file's stem, unique within its kind."""
        return self._file.stem

    @cached_property
    def path(self) -> str:
        """The file, relative to the project's root."""
        return self._file.path

    @cached_property
    def key(self) -> str:
        """What references name it by, as `actor:juan-guaido`."""
        return f"{self.singular}:{self.id}"

    @cached_property
    def parts(self) -> tuple[tuple[FieldPath, Model], ...]:
        """Every part inside, itself left out, with its path."""
        return tuple(iter_parts(self))[1:]

    @cached_property
    def marked_fields(self) -> tuple[MarkedField, ...]:
        """Every marked text inside: references, prose, spellings."""
        return tuple(iter_marked_fields([((), self), *self.parts]))

    @cached_property
    def prose_fields(self) -> tuple[MarkedField, ...]:
        """Those that are the editor's own words."""
        return tuple(leaf for leaf in self.marked_fields if isinstance(leaf.mark, ProseField))

    def __eq__(self, other: object) -> bool:
        """One is itself and no other: two files may say the same."""
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def is_draft(self) -> bool:
        """Whether it is checked, but not shown."""
        return False

    def location(self, *path: str | int, words: str = "") -> Location:
        """The place of the value at `path`, or of what holds it; that of the first of these words in it, if told."""
        lines = self._file.lines()
        while path and path not in lines:
            path = path[:-1]
        place = self._file.within(path, words) if words and path in lines else None
        return Location(self.path, *(place or lines.get(path, (1, 1))))
