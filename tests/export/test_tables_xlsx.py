"""data/dossier.xlsx: all tables as sheets of one workbook, as openpyxl reads it."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from dossier.export import sheet_rows, tables_xlsx
from dossier.export.columns import Column, Table
from dossier.export.tables import iter_tables
from dossier.model.publish_context import PublishContext
from dossier.pipeline import check_dossier
from openpyxl import load_workbook

from tests.conftest import BASE, ROOT
from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty

FORMULAS = ("=1+1", "=HYPERLINK(A1)", "+1", "-1+2", "@SUM(A1)", "{=1}", '=cmd|" /C calc"!A0')


def read_sheets(content):
    """Return the rows of each sheet, and its cells' types, by the sheet's name."""
    book = load_workbook(BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}, book


def written(monkeypatch, graph, columns, rows):
    """Return the workbook of one table with these columns and rows."""
    table = Table("things", "every thing", columns, ("id",), (), lambda: iter(rows))
    monkeypatch.setattr(tables_xlsx, "iter_tables", lambda graph, publication: iter([table]))
    return read_sheets(export_one(tables_xlsx, graph))


@pytest.mark.parametrize("root", [BASE, ROOT], ids=["base", "real"])
def test_every_table_is_a_sheet_with_its_columns_and_values(root):
    graph = check_dossier(root).graph
    publication = PublishContext(site_url=EXAMPLE_ADDRESS)
    sheets, _ = read_sheets(export_one(tables_xlsx, graph, publication))
    tables = [*iter_tables(graph, PublishContext(site_url=EXAMPLE_ADDRESS))]
    assert [*sheets] == ["columns", *(table.name for table in tables)]
    for table in tables:
        header, *rows = sheets[table.name]
        assert header == [column.name for column in table.columns]
        expected = [list(map(_as_read, table.columns, row)) for row in table.rows()]
        assert rows == expected, table.name


def _as_read(column, cell):
    if isinstance(cell, Decimal):
        return float(cell)
    if column.type == "date" and cell:
        return datetime.fromisoformat(cell)
    return cell


def test_figures_are_numbers_and_days_are_dates(small):
    sheets, book = read_sheets(export_one(tables_xlsx, small))
    header, *rows = sheets["numbers"]
    values = [row[header.index("value")] for row in rows]
    assert 567 in values and all(value is None or isinstance(value, int | float) for value in values)
    header = sheets["events"][0]
    row = [line[0] for line in sheets["events"]].index("walk-out") + 1
    cell = book["events"].cell(row, header.index("date_earliest") + 1)
    assert cell.is_date and cell.value.date() == date(2019, 1, 23)


def test_a_text_that_looks_like_a_formula_is_a_text(monkeypatch, small):
    columns = (Column("id", "integer", "Its number.", True), Column("text", "string", "Its words."))
    sheets, book = written(monkeypatch, small, columns, enumerate(FORMULAS))
    assert [row[1] for row in sheets["things"][1:]] == [*FORMULAS]
    assert {cell.data_type for cell in book["things"]["B"]} <= {"s", "inlineStr"}


def test_no_cell_of_the_real_workbook_is_a_formula_or_an_error(real_outputs):
    _, book = read_sheets(real_outputs[tables_xlsx.PATH])
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert nonempty(types) <= {"s", "n", "b", "d"}


def test_a_number_that_a_spreadsheet_would_round_is_a_text(monkeypatch, small):
    figures = ["0.1", "20000000", "1234567890123456.5", "0.25"]
    columns = (Column("id", "integer", "Its number.", True), Column("value", "number", "Its figure."))
    rows = [(number, Decimal(figure)) for number, figure in enumerate(figures)]
    sheets, _ = written(monkeypatch, small, columns, rows)
    assert [row[1] for row in sheets["things"][1:]] == [0.1, 20000000, "1234567890123456.5", 0.25]


def test_a_day_before_the_calendar_of_spreadsheets_is_a_text(monkeypatch, small):
    columns = (Column("id", "integer", "Its number.", True), Column("day", "date", "Its day."))
    sheets, book = written(monkeypatch, small, columns, [(1, "1789-07-14"), (2, "2019-01-23")])
    assert sheets["things"][1][1] == "1789-07-14"
    assert book["things"]["B3"].is_date


def test_a_long_text_is_cut_visibly_and_control_characters_do_no_harm(monkeypatch, small):
    columns = (Column("id", "integer", "Its number.", True), Column("text", "string", "Its words."))
    sheets, _ = written(monkeypatch, small, columns, [(1, "a" * 40_000), (2, "b\x0bc\ufffe<&>\nd")])
    assert len(sheets["things"][1][1]) == sheet_rows.MAX_CHARACTERS and sheets["things"][1][1].endswith("a…")
    assert sheets["things"][2][1].startswith("b")


def test_markup_escapes_and_spaces_in_a_text_are_text(monkeypatch, small):
    columns = (Column("id", "integer", "Its number.", True), Column("text", "string", "Its words."))
    texts = ("<r>bold</r>", " a ", "]]>", "a &amp; b", "two\nlines", "a\tb\n")
    sheets, _ = written(monkeypatch, small, columns, enumerate(texts))
    assert [row[1] for row in sheets["things"][1:]] == [*texts]


def test_texts_and_headings_look_different(small):
    _, book = read_sheets(export_one(tables_xlsx, small))
    heading, text = book["columns"]["A"][:2]
    assert heading.font.bold and not text.font.bold and text.number_format == "@"


def test_a_cell_is_counted_in_utf_16_as_excel_does(monkeypatch, small):
    columns = (Column("id", "integer", "Its number.", True), Column("text", "string", "Its words."))
    most = "\U0001f600" * (sheet_rows.MAX_CHARACTERS // 2)
    sheets, _ = written(monkeypatch, small, columns, [(1, most + "a"), (2, most + "ab"), (3, "a" + most + "b")])
    assert [row[1] for row in sheets["things"][1:]] == [most + "a", most + "…", "a" + most[:-1] + "…"]


def test_names_of_sheets_that_are_cut_to_the_same_get_a_number(monkeypatch, small):
    columns = (Column("id", "integer", "Its number.", True),)
    names = ("a" * 31 + "b", "A" * 31 + "c", "columns")
    tables = [Table(name, "every thing", columns, ("id",), (), lambda: iter([(1,)])) for name in names]
    monkeypatch.setattr(tables_xlsx, "iter_tables", lambda graph, publication: iter(tables))
    sheets, _ = read_sheets(export_one(tables_xlsx, small))
    assert [*sheets] == ["columns", "a" * 31, "A" * 29 + " 2", "columns 2"]


def test_rows_that_do_not_fit_are_in_a_further_sheet(monkeypatch, small):
    monkeypatch.setattr(tables_xlsx, "MAX_ROWS", 2)
    columns = (Column("id", "integer", "Its number.", True),)
    sheets, _ = written(monkeypatch, small, columns, [(number,) for number in range(5)])
    assert [sheets[name][1:] for name in ("things", "things 2", "things 3")] == [[[0], [1]], [[2], [3]], [[4]]]


def test_the_first_sheet_describes_every_column(small):
    sheets, _ = read_sheets(export_one(tables_xlsx, small))
    header, *rows = sheets["columns"]
    assert tuple(header) == tables_xlsx.HEADER
    expected = [[table.name, *column[:3]] for table in iter_tables(small) for column in table.columns]
    assert rows == expected


def test_equal_dossiers_give_equal_bytes_without_a_clock(small):
    first, second = (export_one(tables_xlsx, small, PublishContext(date(2019, 3, 1))) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2019-03-01T00:00:00Z" in file.read("docProps/core.xml")


def test_names_of_sheets_are_short_enough_and_differ(real):
    names = [table.name[: tables_xlsx.MAX_SHEET_NAME] for table in iter_tables(real.graph)]
    assert len({name.lower() for name in names}) == len(names)
