"""A table: what CSV files and the database have in common, columns with their types and keys, and rows."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

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


class Foreign(NamedTuple):
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
    foreign: tuple[Foreign, ...]
    rows: Sequence[Row]
