"""The tables as one Excel workbook (Office Open XML, ECMA-376), a sheet for each.

Every text is written as a text, so that no program takes a passage that begins with `=` for a formula.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dossier.export.columns import Cell, Column, Row, Table
from dossier.export.credits import author_names, rights_statement
from dossier.export.tables import iter_tables
from dossier.graph import Graph
from dossier.io.atomic_write import temporary_folder
from dossier.io.files import read_pieces
from dossier.model.dossier import Settings
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

PATH = "data/dossier.xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DESCRIPTION = gettext_noop(
    "the same tables as one workbook for Excel, LibreOffice and other spreadsheets, a sheet for each, and first a "
    "sheet `columns` that describes them. Figures are numbers, days are dates, and all else is text: cells that begin "
    "with `=` are no formulas. A text of more than 32,767 characters is cut; the CSV files have all of it."
)
EXAMPLE = """\
import zipfile
import xml.etree.ElementTree as ElementTree

with zipfile.ZipFile("data/dossier.xlsx") as file:
    workbook = ElementTree.fromstring(file.read("xl/workbook.xml"))
print([sheet.get("name") for sheet in workbook.iter("{*}sheet")])

# With the library pandas, and openpyxl:
#   pandas.read_excel("data/dossier.xlsx", sheet_name="numbers")
"""
MAX_ROWS = 1_048_575
"""The rows of a sheet below its header; further ones are in a further sheet."""
MAX_CHARACTERS = 32_767
"""The characters of a cell, in UTF-16: one beyond the basic plane, such as an emoji, counts as two."""
MAX_SHEET_NAME = 31
FIRST_YEAR = 1901
"""Excel counts days from 1900, in which it has a day too many."""
MAX_DIGITS = 15
"""The digits of a number that Excel keeps; a longer one is text."""
WIDTHS = {"number": 12, "integer": 10, "boolean": 10, "date": 12, "string": 24, "array": 24}
WIDE_COLUMNS = {"text": 60, "summary": 60, "exact": 60, "label": 40, "title": 40, "description": 60}
FIXED_DAY = datetime(1980, 1, 1)
"""The date of creation in the file if that of the content is not known."""
HEADER = ("table", "column", "type", "description")


class _Formats(NamedTuple):
    """How cells look."""

    header: "Format"
    day: "Format"
    text: "Format"


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the workbook; equal tables give equal bytes with one release of XlsxWriter."""
    yield OutputFile(PATH, partial(_workbook, graph, publication))


def _workbook(graph: Graph, publication: PublishContext) -> Iterator[bytes]:
    """Yield the bytes of the workbook, which is made in a temporary file: in memory it would be there twice."""
    from xlsxwriter import Workbook  # Only this format needs it.

    day = publication.published_on
    with temporary_folder() as folder:
        file = folder / "dossier.xlsx"
        with Workbook(file, {"constant_memory": True, "tmpdir": str(folder)}) as workbook:
            created = datetime(day.year, day.month, day.day) if day else FIXED_DAY
            workbook.set_properties(_properties(graph.dossier.settings) | {"created": created})
            _write_sheets(workbook, graph, publication)
        yield from read_pieces(file)


def _properties(settings: Settings) -> dict[str, str | datetime]:
    """Return what the file says of itself; the licence is in the comments, as there is no field for it."""
    return {
        "title": settings.title,
        "author": "; ".join(author_names(settings)),
        "keywords": ", ".join(settings.keywords),
        "comments": rights_statement(settings) or "",
    }


def _write_sheets(workbook: "Workbook", graph: Graph, publication: PublishContext) -> None:
    formats = _Formats(
        workbook.add_format({"bold": True, "bottom": 1}),
        workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        workbook.add_format({"num_format": "@"}),
    )
    tables = tuple(iter_tables(graph, publication))
    columns = tuple(Column(name, "string", "") for name in HEADER)
    described = ((table.name, *column[:3]) for table in tables for column in table.columns)
    _write_sheet(workbook, formats, "columns", columns, described)
    for table in tables:
        _write_table(workbook, formats, table)


def _write_table(workbook: "Workbook", formats: _Formats, table: Table) -> None:
    """Write a table into a sheet, and into further ones if it has more rows than fit."""
    rows = iter(table.rows())
    for number in range(1, 1000):
        part = islice(rows, MAX_ROWS)
        first = next(part, None)
        if first is None and number > 1:
            return
        _write_sheet(workbook, formats, _sheet_name(workbook, table), table.columns, _with_first(first, part))


def _sheet_name(workbook: "Workbook", table: Table) -> str:
    """Return the name of a table, cut to what Excel takes, with a number if another sheet has it (in any case)."""
    taken = {name.lower() for name in workbook.sheetnames}
    suffixes = ("", *(f" {number}" for number in range(2, len(taken) + 2)))
    names = (f"{table.name[: MAX_SHEET_NAME - len(suffix)]}{suffix}" for suffix in suffixes)
    return next(name for name in names if name.lower() not in taken)


def _with_first(first: Row | None, others: Iterable[Row]) -> Iterator[Row]:
    if first is not None:
        yield first
        yield from others


def _write_sheet(
    workbook: "Workbook", formats: _Formats, name: str, columns: Sequence[Column], rows: Iterable[Row]
) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, WIDE_COLUMNS.get(column.name, WIDTHS[column.type]))
    for index, column in enumerate(columns):
        sheet.write_string(0, index, column.name, formats.header)
    last = 0
    for last, row in enumerate(rows, 1):
        for index, (column, cell) in enumerate(zip(columns, row, strict=True)):
            if cell is not None:
                _write_cell(sheet, formats, last, index, column, cell)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write_cell(sheet: "Worksheet", formats: _Formats, row: int, index: int, column: Column, cell: Cell) -> None:
    """Write a value as what it is: a number, a truth value, a day, or a text."""
    if isinstance(cell, bool):
        sheet.write_boolean(row, index, cell)
    elif isinstance(cell, int) or (isinstance(cell, Decimal) and _is_exact(cell)):
        sheet.write_number(row, index, cell)
    elif column.type == "date" and isinstance(cell, str) and (day := _day(cell)):
        sheet.write_datetime(row, index, day, formats.day)
    else:
        text = format(cell, "f") if isinstance(cell, Decimal) else str(cell)
        sheet.write_string(row, index, _cut_to_cell(text), formats.text)


def _cut_to_cell(text: str) -> str:
    """Return a text with at most as many UTF-16 code units as a cell has room for."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MAX_CHARACTERS:
        return text
    return units[: 2 * (MAX_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"  # Half a character is left out.


def _is_exact(figure: Decimal) -> bool:
    """Return whether a spreadsheet keeps all digits of a figure."""
    return len(figure.normalize().as_tuple().digits) <= MAX_DIGITS


def _day(text: str) -> date | None:
    """Return the day of a cell, None if spreadsheets count no such day."""
    day = date.fromisoformat(text)
    return day if day.year >= FIRST_YEAR else None
