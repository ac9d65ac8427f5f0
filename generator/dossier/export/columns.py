"""A table: what CSV files and the database have in common, columns with their types and keys, and rows."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from dossier.edtf.parse import Edtf
from dossier.model.base import Model, Ref

ColumnType = Literal["string", "number", "integer", "boolean", "date", "array"]
"""As a Data Package names them (Table Schema); an `array` is a list of texts as JSON."""
Cell = str | Decimal | bool | int | None
Row = Sequence[Cell]


class Column(NamedTuple):
    """A column, and what it holds; `choices` are the only values it may have, where they are few."""

    name: str
    type: ColumnType
    says: str
    required: bool = False
    choices: tuple[str, ...] = ()


class ForeignKey(NamedTuple):
    """That the values of `columns`, where there are any, are those of `others` in a row of `table`."""

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]


class Table(NamedTuple):
    """A table, with what a row of it is; no two rows have the same cells in the columns of its `key`."""

    name: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...]
    rows: Sequence[Row]


_TYPES: dict[Any, ColumnType] = {Decimal: "number", bool: "boolean", int: "integer"}
_json = json.JSONEncoder(ensure_ascii=False).encode


class ValueShape(NamedTuple):
    """What a field holds: values of `type`, `many` or one, that refer to records of some kinds, or to nothing."""

    type: Any
    many: bool
    refers: Ref | None

    @property
    def needs_own_table(self) -> bool:
        """Whether it needs a table of its own."""
        return self.many and (self.refers is not None or issubclass(self.type, Model))


class ReferenceColumn(NamedTuple):
    """A column that names a record of one of `kinds`; with no kinds it holds the record's key."""

    column: str
    kinds: tuple[str, ...]


class ColumnLayout(NamedTuple):
    """The columns of a part, which of them refer to records, and how the cells are made of it."""

    columns: tuple[Column, ...]
    references: tuple[ReferenceColumn, ...]
    cells: Callable[[Any], list[Cell]]


class _Step(NamedTuple):
    """How a field becomes cells; where it is None there are as many empty ones as `columns`."""

    field: str
    columns: tuple[Column, ...]
    references: tuple[ReferenceColumn, ...]
    cells: Callable[[Any], Any]


def value_shape(field: FieldInfo) -> ValueShape:
    """What a field of a class holds."""
    return _within(field.annotation, tuple(field.metadata))


def _within(annotation: Any, marks: tuple[object, ...]) -> ValueShape:
    refers = next((mark for mark in marks if isinstance(mark, Ref)), None)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _within(inner[0], (*marks, *inner[1:]))
    if origin in (Union, UnionType):
        return _within(next(one for one in inner if one is not type(None)), marks)
    if origin is tuple:
        return _within(inner[0], marks)._replace(many=True)
    return ValueShape(annotation, False, refers)


@cache
def column_layout(part: type[Model], fields: tuple[str, ...], prefix: str = "", required: bool = True) -> ColumnLayout:
    """The layout of these fields of a class of parts, those that need tables of their own passed over."""
    steps = tuple(
        _step(f"{prefix}{name}", name, value_shape(field), field, required)
        for name, field in ((name, part.model_fields[name]) for name in fields)
        if not value_shape(field).needs_own_table
    )
    given = tuple((step.field, step.cells, (None,) * len(step.columns)) for step in steps)

    def cells(one: Model) -> list[Cell]:
        made: list[Cell] = []
        for name, make, nothing in given:
            value = getattr(one, name)
            made += nothing if value is None else make(value)
        return made

    columns = tuple(column for step in steps for column in step.columns)
    return ColumnLayout(columns, tuple(found for step in steps for found in step.references), cells)


def all_columns(part: type[Model]) -> ColumnLayout:
    """The layout of all fields of a class."""
    return column_layout(part, tuple(part.model_fields))


def _step(column: str, name: str, shape: ValueShape, field: FieldInfo, required: bool) -> _Step:
    says = (field.description or "").rstrip(".") + "."
    needed = required and field.is_required()
    kind = shape.type
    if isinstance(kind, type) and issubclass(kind, Model):
        inner = column_layout(kind, tuple(kind.model_fields), f"{column}_", needed)
        return _Step(name, inner.columns, inner.references, inner.cells)
    references = (ReferenceColumn(column, shape.refers.kinds),) if shape.refers else ()
    if kind is Edtf:
        return _Step(name, tuple(_dates(column, says, needed)), (), _days)
    if shape.many:
        return _Step(name, (Column(column, "array", says, needed),), (), _array)
    choices = get_args(kind) if get_origin(kind) is Literal else ()
    needed = needed or kind is bool
    return _Step(name, (Column(column, _TYPES.get(kind, "string"), says, needed, choices),), references, _as_it_is)


def _dates(column: str, says: str, required: bool) -> Iterator[Column]:
    yield Column(column, "string", f"{says} In EDTF.", required)
    aside = f"day of `{column}`, its `?` and `~` aside; none where that end is open."
    yield Column(f"{column}_earliest", "date", f"The first {aside}")
    yield Column(f"{column}_latest", "date", f"The last {aside}")


def _days(when: Edtf) -> tuple[Cell, ...]:
    return when.text, _iso(when.earliest), _iso(when.latest)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def array(texts: tuple[str, ...]) -> Cell:
    """Texts as one cell: a list in JSON, or nothing."""
    return _json(texts) if texts else None


def _array(texts: tuple[str, ...]) -> tuple[Cell]:
    return (array(texts),)


def _as_it_is(value: Cell) -> tuple[Cell]:
    return (value,)
