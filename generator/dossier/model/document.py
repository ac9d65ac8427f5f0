"""An entry: what one YAML file says, with the place of every value."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import ClassVar, NamedTuple, Self

from dossier.model.base import FieldPath, Leaf, Part, Prose, leaves, parts
from dossier.model.finding import Location

LineColumn = tuple[int, int]
Lines = Mapping[FieldPath, LineColumn]
Within = Callable[[FieldPath, str], LineColumn | None]


class _File(NamedTuple):
    """Where an entry comes from: the file's stem, its path, how to learn where its values stand, and words in them."""

    stem: str
    path: str
    lines: Callable[[], Lines]
    within: Within


class Entry(Part):
    """A record, or the settings of the dossier. `singular` names its kind in references."""

    singular: ClassVar[str]

    @classmethod
    def read(
        cls,
        data: object,
        id: str,
        path: str,
        lines: Callable[[], Lines] = dict,
        within: Within = lambda path, words: None,
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
    def parts(self) -> tuple[tuple[FieldPath, Part], ...]:
        """Every part inside, itself left out, with its path."""
        return tuple(parts(self))[1:]

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every marked text inside: references, prose, spellings."""
        return tuple(leaves([((), self), *self.parts]))

    @cached_property
    def prose(self) -> tuple[Leaf, ...]:
        """Those that are the editor's own words."""
        return tuple(leaf for leaf in self.leaves if isinstance(leaf.mark, Prose))

    def __eq__(self, other: object) -> bool:
        """One is itself and no other: two files may say the same."""
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def is_draft(self) -> bool:
        """Whether it is checked, but not shown."""
        return False

    def at(self, *path: str | int, words: str = "") -> Location:
        """The place of the value at `path`, or of what holds it; that of the first of these words in it, if told."""
        lines = self._file.lines()
        while path and path not in lines:
            path = path[:-1]
        place = self._file.within(path, words) if words and path in lines else None
        return Location(self.path, *(place or lines.get(path, (1, 1))))
