"""A table as text: one line per row, with the name of the column before each value, `year: 2018; boats: 12`.

A value that has what looks like another column in it is in quotation marks: `note: "nets; crew: 5"; boats: 12`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.documents.reader import TextBuilder
from dossier.documents.remarks import MAX_SHOWN
from dossier.io.files import MAX_SEED_BYTES
from dossier.model.errors import UserError
from dossier.text.wording import truncate

SEPARATOR = "; "
QUOTATION_MARK = '"'
LINE_END = re.compile("\\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\\s*")
LOOKS_LIKE_COLUMN = re.compile(r"^\"|;\s+[^;:]*:(?:\s|$)")
"""What a value may have that looks like the name of another column, or like the beginning of such a quoted value."""
YEAR = re.compile(r"[12]\d{3}")
FIGURE = re.compile(r"[-+−(]?\s*[$€£¥]?\s*[-+−]?\d[\d.,'’/:\s-]*(?:[eE][-+]?\d+)?\s*(?:%|‰|[$€£¥]|[A-Z]{3})?\s*\)?")
"""A value that cannot be the name of a column: a figure, with a sign, currency or per cent, a date or a time."""
QUOTED_REMARK = "Values that contain what looks like a column are in quotation marks, those in them doubled."
MAX_FIGURE_LENGTH = 60
SAMPLE_ROWS = 200
LETTERS = 26


class Row(NamedTuple):
    """A row with its number, as a spreadsheet program shows it, and its values, "" where a cell is empty."""

    number: int
    values: Sequence[str]

    @property
    def filled(self) -> int:
        """The number of values that are not empty."""
        return sum(1 for value in self.values if value)

    @property
    def width(self) -> int:
        """The number of columns up to the last value that is not empty."""
        return max((column for column, value in enumerate(self.values, 1) if value), default=0)


def clean_value(value: str) -> str:
    """Return a value on one line, as it is but for white space around it and line ends, which are written as `; `."""
    return SEPARATOR.join(part for part in LINE_END.split(value.strip()) if part)


def column_letter(column: int) -> str:
    """Return what a spreadsheet program calls a column, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def parse_header_option(value: str | None, name: str) -> int | None:
    """Return the number of the row that `--header` names, None if it was not given. Raises UserError if it is none."""
    if value is None:
        return None
    if not re.fullmatch(r"\d{1,7}", value):
        raise UserError(f"{name}: --header: expected the number of a row, or 0, got `{value}`")
    return int(value)


def write_table(
    builder: TextBuilder,
    rows: Sequence[Row],
    group: str,
    chosen: int | None,
    name: str,
    heading: str = "",
    is_strict: bool = False,
) -> list[str]:
    """Write the rows that are not empty, each with its locator; return remarks on how they were read.

    `group` is the sheet of the rows, `heading` a line before the first, `chosen` the row with the names of the columns:
    0 for none, None to find it. Raises UserError where the text becomes too long or, if `is_strict`, a row has more
    values than there are columns.
    """
    filled = [row for row in rows if row.filled]
    header = find_header(filled) if chosen is None else next((row for row in filled if row.number == chosen), None)
    if chosen and header is None:
        raise UserError(f"{name}: --header: row {chosen} is empty or does not exist")
    has_names = _is_wide(filled) or header is not None
    for row in filled:
        is_data = has_names and (header is None or row.number > header.number)
        if is_strict and is_data and header and row.width > len(header.values):
            raise UserError(
                f"{name}: row {row.number} has {row.width} values, but row {header.number} has {len(header.values)} "
                f"columns: name the row that has the names of the columns with --header, or correct the row"
            )
        builder.start("row", str(row.number), group)
        if heading and row is filled[0]:
            builder.write(heading + "\n")
        values = _named_values(row, header) if is_data else (value for value in row.values if value)
        builder.write(SEPARATOR.join(values) + "\n")
        if builder.length > MAX_SEED_BYTES:
            raise UserError(
                f"{name}: its text has more than {MAX_SEED_BYTES:,} characters at row {row.number}: split it"
            )
    data = [row for row in filled if has_names and (header is None or row.number > header.number)]
    quoted = any(LOOKS_LIKE_COLUMN.search(value) for row in data for value in row.values)
    remarks = [QUOTED_REMARK] if quoted else []
    return [*_header_remarks(header, filled, group), *remarks] if filled else []


def find_header(rows: Sequence[Row]) -> Row | None:
    """Return the row with the names of the columns: the first with several values, if none of them is a figure.

    A year may be the name of a column where the values below it are other figures. Names that occur twice, and that of
    an only column, need figures below. A table with a single row has none.
    """
    is_wide = _is_wide(rows)
    candidates = [row for row in rows if row.filled > 1 or not is_wide]
    if len(candidates) < len(("names", "values")):
        return None
    header, *others = candidates[:SAMPLE_ROWS]
    for column, value in enumerate(header.values):
        if _is_figure(value):
            below = [row.values[column] for row in others if column < len(row.values) and row.values[column]]
            figures = [other for other in below if _is_figure(other) and not YEAR.fullmatch(other)]
            if not YEAR.fullmatch(value) or len(figures) * 2 <= len(below):
                return None
    names = [value for value in header.values if value]
    if is_wide and len(set(names)) == len(names):
        return header
    return header if any(_is_figure(value) for row in others for value in row.values) else None


def _is_figure(value: str) -> bool:
    return len(value) <= MAX_FIGURE_LENGTH and FIGURE.fullmatch(value) is not None


def _is_wide(rows: Sequence[Row]) -> bool:
    return any(row.filled > 1 for row in rows)


def _named_values(row: Row, header: Row | None) -> Iterator[str]:
    for column, value in enumerate(row.values):
        if value:
            name = header.values[column] if header and column < len(header.values) else ""
            yield f"{name.replace(SEPARATOR, ' ') or column_letter(column)}: {_quote(value)}"


def _quote(value: str) -> str:
    """Return a value so that no part of it can be taken for another column: as in CSV, if it has to be."""
    return f'"{value.replace(QUOTATION_MARK, QUOTATION_MARK * 2)}"' if LOOKS_LIKE_COLUMN.search(value) else value


def _header_remarks(header: Row | None, rows: Sequence[Row], group: str) -> Iterator[str]:
    where = f" of the sheet {group}" if group else ""
    if header is None and not _is_wide(rows):
        return
    if header is None:
        yield f"No row{where} has the names of the columns: they are called A, B, C. Name the row with --header."
        return
    names = truncate(", ".join(value for value in header.values if value), MAX_SHOWN)
    yield f"Names of columns, from row {header.number}{where}: {names}. Name another row with --header."
    nameless = [
        column_letter(column)
        for column in range(max(row.width for row in rows))
        if not (column < len(header.values) and header.values[column])
    ]
    if nameless:
        yield f"Columns without a name{where}, called by their letter: {truncate(', '.join(nameless), MAX_SHOWN)}."
    counted = Counter(value for value in header.values if value)
    if repeated := [name for name, count in counted.items() if count > 1]:
        yield f"Several columns{where} have the same name: {truncate(', '.join(repeated), MAX_SHOWN)}."
