"""Tables for CSV and SQLite: columns, keys and rows, derived from the fields of the record classes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from dossier.edtf.format import iso_date
from dossier.edtf.parse import Edtf
from dossier.export.plain_prose import MARKUP_SUFFIX, PlainText, describe_markup
from dossier.model.base import Model, ProseField, Ref
from dossier.text.serialize import json_line

ColumnType = Literal["string", "number", "integer", "boolean", "date", "array"]
"""The types of Table Schema (Data Package); an `array` is a list of strings as JSON."""
Cell = str | Decimal | bool | int | None
Row = Sequence[Cell]


class Column(NamedTuple):
    """A column; `choices` are its only values, if they are limited. One that `is_derived` follows from another one."""

    name: str
    type: ColumnType
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    is_derived: bool = False


class ForeignKey(NamedTuple):
    """A foreign key: `columns`, unless empty, equal `target_columns` in a row of `table`."""

    columns: tuple[str, ...]
    table: str
    target_columns: tuple[str, ...]


class Table(NamedTuple):
    """A table; `description` says what a row is, and `key` names the columns of the primary key.

    `rows` makes the rows, one at a time, so that no table is in memory as a whole.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    rows: Callable[[], Iterable[Row]]


_COLUMN_TYPES: dict[Any, ColumnType] = {Decimal: "number", bool: "boolean", int: "integer"}


class ValueShape(NamedTuple):
    """The values of a field: their type, whether it is a list, the kinds that they refer to, and the prose they are."""

    type: Any
    is_list: bool
    ref: Ref | None
    prose: ProseField | None = None

    @property
    def needs_own_table(self) -> bool:
        """Whether the field is a list of references or of models."""
        return self.is_list and (self.ref is not None or issubclass(self.type, Model))


class ReferenceColumn(NamedTuple):
    """A column with the id of a record of one of `kinds`; without kinds, with the key of any record."""

    column: str
    kinds: tuple[str, ...]


class ColumnLayout(NamedTuple):
    """The columns of a model, those that refer to records, and the function that makes the cells of a row."""

    columns: tuple[Column, ...]
    references: tuple[ReferenceColumn, ...]
    cells: Callable[[Any, PlainText], list[Cell]]


class _FieldColumns(NamedTuple):
    """The columns of one field, and how its value becomes cells; None becomes one empty cell per column."""

    field: str
    columns: tuple[Column, ...]
    references: tuple[ReferenceColumn, ...]
    cells: Callable[[Any, PlainText], Any]


def value_shape(field: FieldInfo) -> ValueShape:
    """Return the shape of the values of a field."""
    return _shape_of(field.annotation, tuple(field.metadata))


def _shape_of(annotation: Any, metadata: tuple[object, ...]) -> ValueShape:
    ref = next((mark for mark in metadata if isinstance(mark, Ref)), None)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape_of(arguments[0], (*metadata, *arguments[1:]))
    if origin in (Union, UnionType):
        return _shape_of(next(member for member in arguments if member is not type(None)), metadata)
    if origin is tuple:
        return _shape_of(arguments[0], metadata)._replace(is_list=True)
    return ValueShape(annotation, False, ref, next((mark for mark in metadata if isinstance(mark, ProseField)), None))


@cache
def column_layout(model: type[Model], fields: tuple[str, ...], prefix: str = "", required: bool = True) -> ColumnLayout:
    """Return the layout of these fields of a class, without those that need tables of their own."""
    shapes = {name: value_shape(model.model_fields[name]) for name in fields}
    parts = tuple(
        _field_columns(f"{prefix}{name}", name, shape, model.model_fields[name], required)
        for name, shape in shapes.items()
        if not shape.needs_own_table
    )

    def cells(value: Model, plain_text: PlainText) -> list[Cell]:
        row: list[Cell] = []
        for part in parts:
            field_value = getattr(value, part.field)
            row += (None,) * len(part.columns) if field_value is None else part.cells(field_value, plain_text)
        return row

    columns = tuple(column for part in parts for column in part.columns)
    references = tuple(reference for part in parts for reference in part.references)
    return ColumnLayout(columns, references, cells)


def all_columns(model: type[Model]) -> ColumnLayout:
    """Return the layout of all fields of a class."""
    return column_layout(model, tuple(model.model_fields))


def _field_columns(column: str, name: str, shape: ValueShape, field: FieldInfo, required: bool) -> _FieldColumns:
    description = (field.description or "").rstrip(".") + "."
    is_required = required and field.is_required()
    value_type = shape.type
    if isinstance(value_type, type) and issubclass(value_type, Model):
        inner = column_layout(value_type, tuple(value_type.model_fields), f"{column}_", is_required)
        return _FieldColumns(name, inner.columns, inner.references, inner.cells)
    if value_type is Edtf:
        return _FieldColumns(name, tuple(_date_columns(column, description, is_required)), (), _date_cells)
    if shape.is_list:
        return _FieldColumns(name, (Column(column, "array", description, is_required),), (), _list_cells)
    references = (ReferenceColumn(column, shape.ref.kinds),) if shape.ref else ()
    choices = get_args(value_type) if get_origin(value_type) is Literal else ()
    column_type = _COLUMN_TYPES.get(value_type, "string")
    is_required = is_required or value_type is bool
    if shape.prose:
        markup = Column(f"{column}{MARKUP_SUFFIX}", "string", describe_markup(column), is_required, is_derived=True)
        plain = Column(column, "string", f"{description} Plain text.", is_required)
        return _FieldColumns(name, (plain, markup), (), partial(_prose_cells, shape.prose))
    columns = (Column(column, column_type, description, is_required, choices),)
    return _FieldColumns(name, columns, references, _single_cell)


def _date_columns(column: str, description: str, required: bool) -> Iterator[Column]:
    yield Column(column, "string", f"{description} In EDTF.", required)
    bound = f"day that `{column}` may mean, ignoring its `?` and `~`; empty if that end is open."
    yield Column(f"{column}_earliest", "date", f"The first {bound}", is_derived=True)
    yield Column(f"{column}_latest", "date", f"The last {bound}", is_derived=True)
    only = f"as a day, month or year; empty unless `{column}` is an interval (`a/b`) with a certain date there."
    yield Column(f"{column}_start", "string", f"When it started, {only}", is_derived=True)
    yield Column(f"{column}_end", "string", f"When it ended, {only}", is_derived=True)


def _date_cells(date: Edtf, plain_text: PlainText) -> tuple[Cell, ...]:
    return date.text, _iso_day(date.earliest), _iso_day(date.latest), iso_date(date.start), iso_date(date.end)


def _iso_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def json_array(texts: tuple[str, ...]) -> Cell:
    """Return strings as one cell: a JSON list, or None if there are none."""
    return json_line(texts) if texts else None


def _list_cells(texts: tuple[str, ...], plain_text: PlainText) -> tuple[Cell]:
    return (json_array(texts),)


def _prose_cells(field: ProseField, prose: str, plain_text: PlainText) -> tuple[Cell, Cell]:
    return plain_text(field, prose), prose


def _single_cell(value: Cell, plain_text: PlainText) -> tuple[Cell]:
    return (value,)
