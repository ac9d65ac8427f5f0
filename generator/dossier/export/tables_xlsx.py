"""The tables as one Excel workbook (Office Open XML, ECMA-376), a sheet for each.

Every text is written as a text, so that no program takes a passage that begins with `=` for a formula. XlsxWriter makes
the workbook with a frame for each sheet, into which the rows are copied.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NamedTuple

from dossier.export.columns import Column, Row, Table
from dossier.export.credits import author_names, rights_statement
from dossier.export.sheet_rows import sheet_rows
from dossier.export.tables import iter_tables
from dossier.graph import Graph
from dossier.io.atomic_write import temporary_folder
from dossier.io.files import read_pieces, read_range
from dossier.io.zip_members import copy_zip
from dossier.model.dossier import Settings
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

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
MAX_SHEET_NAME = 31
WIDTHS = {"number": 12, "integer": 10, "boolean": 10, "date": 12, "string": 24, "array": 24}
WIDE_COLUMNS = {"text": 60, "summary": 60, "exact": 60, "label": 40, "title": 40, "description": 60}
FIXED_DAY = datetime(1980, 1, 1)
"""The date of creation in the file if that of the content is not known."""
HEADER = ("table", "column", "type", "description")
ROWS_BEGIN, ROWS_END = b"<sheetData>", b"</sheetData>"


class _Sheet(NamedTuple):
    """A sheet: its name, its columns, the number of its rows without the header, and the place of all in the file."""

    name: str
    columns: Sequence[Column]
    rows: int
    start: int
    end: int


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the workbook; equal tables give equal bytes with one release of XlsxWriter."""
    yield OutputFile(PATH, partial(_workbook, graph, publication))


def _workbook(graph: Graph, publication: PublishContext) -> Iterator[bytes]:
    """Yield the bytes of the workbook, which is made in temporary files: in memory it would be there twice."""
    with temporary_folder() as folder, TemporaryFile(dir=folder) as rows:
        sheets = [*_write_sheets(graph, publication, rows)]
        frame, file = folder / "frame.xlsx", folder / "dossier.xlsx"
        _write_frame(frame, sheets, graph.dossier.settings, publication)
        copy_zip(frame, file, _fill_sheets(sheets, rows))
        yield from read_pieces(file)


def _write_sheets(graph: Graph, publication: PublishContext, file: IO[bytes]) -> Iterator[_Sheet]:
    """Write the rows of all sheets, and yield the sheets."""
    tables = tuple(iter_tables(graph, publication))
    columns = tuple(Column(name, "string", "") for name in HEADER)
    described = ((table.name, *column[:3]) for table in tables for column in table.columns)
    taken = ["columns"]
    yield _write_sheet(file, taken[0], columns, described)
    for table in tables:
        for part in _parts(table):
            taken.append(_sheet_name(table, taken))
            yield _write_sheet(file, taken[-1], table.columns, part)


def _parts(table: Table) -> Iterator[Iterable[Row]]:
    """Yield the rows of a table, and those that do not fit into a sheet as further parts."""
    rows = iter(table.rows())
    yield islice(rows, MAX_ROWS)
    while first := tuple(islice(rows, 1)):
        yield _with_first(first, islice(rows, MAX_ROWS - 1))


def _with_first(first: Iterable[Row], others: Iterable[Row]) -> Iterator[Row]:
    yield from first
    yield from others


def _sheet_name(table: Table, taken: Iterable[str]) -> str:
    """Return the name of a table, cut to what Excel takes, with a number if another sheet has it (in any case)."""
    lower = {name.lower() for name in taken}
    suffixes = ("", *(f" {number}" for number in range(2, len(lower) + 2)))
    names = (f"{table.name[: MAX_SHEET_NAME - len(suffix)]}{suffix}" for suffix in suffixes)
    return next(name for name in names if name.lower() not in lower)


def _write_sheet(file: IO[bytes], name: str, columns: Sequence[Column], rows: Iterable[Row]) -> _Sheet:
    start, written = file.tell(), 0
    for row in sheet_rows(columns, rows):
        file.write(row.encode("utf-8"))
        written += 1
    return _Sheet(name, columns, written - 1, start, file.tell())


def _write_frame(file: Path, sheets: Sequence[_Sheet], settings: Settings, publication: PublishContext) -> None:
    """Write the workbook without its rows. Blank cells tell XlsxWriter how large a sheet is.

    It numbers the formats in the order in which cells have them: these are the styles of `sheet_rows`.
    """
    from xlsxwriter import Workbook  # Only this format needs it.

    day = publication.published_on
    with Workbook(file, {"in_memory": True}) as workbook:
        created = datetime(day.year, day.month, day.day) if day else FIXED_DAY
        workbook.set_properties(_properties(settings) | {"created": created})
        formats = _formats(workbook)
        for sheet in sheets:
            frame, last_row, last_column = workbook.add_worksheet(sheet.name), sheet.rows, len(sheet.columns) - 1
            frame.freeze_panes(1, 0)
            for index, column in enumerate(sheet.columns):
                frame.set_column(index, index, WIDE_COLUMNS.get(column.name, WIDTHS[column.type]))
            frame.write_blank(0, 0, None, formats[0])
            frame.write_blank(last_row, last_column, None, formats[0])
            frame.autofilter(0, 0, last_row, last_column)
        for index, cell_format in enumerate(formats):
            workbook.get_worksheet_by_name(sheets[0].name).write_blank(0, index, None, cell_format)


def _formats(workbook: "Workbook") -> tuple["Format", ...]:
    """Return how cells look, by the number of their style."""
    return (
        workbook.add_format({"bold": True, "bottom": 1}),
        workbook.add_format({"num_format": "@"}),
        workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
    )


def _properties(settings: Settings) -> dict[str, str | datetime]:
    """Return what the file says of itself; the licence is in the comments, as there is no field for it."""
    return {
        "title": settings.title,
        "author": "; ".join(author_names(settings)),
        "keywords": ", ".join(settings.keywords),
        "comments": rights_statement(settings) or "",
    }


def _fill_sheets(sheets: Sequence[_Sheet], rows: IO[bytes]) -> Callable[[str, bytes], Iterator[bytes]]:
    """Return the function that puts the rows into the sheets, given the name and the content of a part of the frame."""
    by_name = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, 1)}

    def fill(name: str, content: bytes) -> Iterator[bytes]:
        sheet = by_name.get(name)
        if sheet is None:
            yield content
            return
        before, _, after = content.partition(ROWS_BEGIN)
        yield before + ROWS_BEGIN
        yield from read_range(rows, sheet.start, sheet.end)
        yield after[after.index(ROWS_END) :]

    return fill
