"""OpenDocument spreadsheets are read one line per row, with the values as they are stored."""

import pytest
from dossier.model.errors import UserError

from tests.documents.sheet_builder import ods, ods_cell, ods_row

NAMES = ods_row("port", "boats")
EMPTY_ROWS = ods_row("", attributes='table:number-rows-repeated="1048000"')


def read_sheet(read, *rows, **options):
    return read(ods({"Boats": "".join(rows)}, **options), "boats.ods")


def test_a_row_is_a_line_with_its_place(read):
    empty = ods_row("", attributes='table:number-rows-repeated="3"')
    extract = read_sheet(read, NAMES, ods_row("Brenn", 48112), empty, ods_row("Kell", 1.5), EMPTY_ROWS)
    assert extract.text == "port; boats\nport: Brenn; boats: 48112\nport: Kell; boats: 1.5\n"
    places = [(locator.label, locator.group) for locator in extract.locators]
    assert places == [("1", "Boats"), ("2", "Boats"), ("6", "Boats")]


def test_each_sheet_has_its_name_and_its_rows(read):
    data = ods({"One": NAMES + ods_row("Brenn", 3), "Two": NAMES + ods_row("Kell", 4), "Empty": ""}, hidden=["Two"])
    extract = read(data, "boats.ods")
    assert extract.text == "One\nport; boats\nport: Brenn; boats: 3\n\nTwo\nport; boats\nport: Kell; boats: 4\n"
    assert "Hidden in the workbook, and read: the sheet Two." in extract.remarks
    assert read(data, "boats.ods", sheet="Two").text == "port; boats\nport: Kell; boats: 4\n"


CELLS = {
    "a percentage": (ods_cell("12.5%", "percentage", "0.125"), "0.125"),
    "an amount": (ods_cell("1,200,000 €", "currency", "1200000"), "1200000"),
    "many digits": (ods_cell("12345678901234567000", "float", "12345678901234567890"), "12345678901234567890"),
    "a fraction": (ods_cell("22.22", "float", "22.222200000000001"), "22.2222"),
    "a date": (ods_cell("28/01/19", "date", "2019-01-28"), "2019-01-28"),
    "a date with a time": (ods_cell("28/01/19", "date", "2019-01-28T12:30:00"), "2019-01-28 12:30:00"),
    "a time": (ods_cell("12:05 PM", "time", "PT12H05M00S"), "12:05:00"),
    "a duration": (ods_cell("36:00", "time", "PT36H"), "36:00:00"),
    "a truth value": (ods_cell("yes", "boolean", "true"), "TRUE"),
    "several lines": (ods_cell("twelve\nboats"), "twelve; boats"),
    "spaces": (ods_cell('12<text:s text:c="3"/>boats<text:tab/>left'), "12   boats left"),
    "a raised figure": (ods_cell('567<text:span text:style-name="super">2</text:span> men'), "567 [2] men"),
    "struck-out words": (ods_cell('<text:span text:style-name="struck">600</text:span>567'), "567"),
    "a comment": (
        ods_cell("567").replace("<text:p>", "<office:annotation><text:p>Check</text:p></office:annotation><text:p>", 1),
        "567",
    ),
    "an error": (ods_cell("#DIV/0!", attributes='table:formula="of:=1/0"'), "#DIV/0!"),
}


@pytest.mark.parametrize(("cell", "value"), CELLS.values(), ids=CELLS)
def test_a_value_is_as_it_is_stored(read, cell, value):
    assert read_sheet(read, NAMES, ods_row("Brenn", cell)).text == f"port; boats\nport: Brenn; boats: {value}\n"


def test_repeated_cells_and_rows_have_their_value_each(read):
    twice = ods_cell("12", "float", "12", 'table:number-columns-repeated="2"')
    rows = ods_row("Brenn", twice, attributes='table:number-rows-repeated="2"')
    extract = read_sheet(read, ods_row("port", "boats", "men"), rows)
    assert extract.text == "port; boats; men\n" + "port: Brenn; boats: 12; men: 12\n" * 2
    assert [locator.label for locator in extract.locators] == ["1", "2", "3"]


def test_what_is_not_as_it_looks_is_listed(read):
    wide = ods_cell("Brenn", attributes='table:number-columns-spanned="2"')
    rows = (
        NAMES,
        ods_row("Lund", ods_cell("12.5%", "percentage", "0.125"), attributes='table:visibility="collapse"'),
        ods_row(wide, ods_cell("under", tag="covered-table-cell")),
        ods_row("Kell", ods_cell("7", "float", "7", 'table:formula="of:=3+4"')),
    )
    remarks = read_sheet(read, *rows, **{"Basic/Module1.xml": "x"}).remarks
    assert remarks == (
        "Names of columns, from row 1 of the sheet Boats: port, boats. Name another row with --header.",
        "Hidden rows, read, in the sheet Boats: 2.",
        "Merged cells, whose value is in the first column and row only, in the sheet Boats: A3:B3.",
        "Results of formulas, as stored, in the sheet Boats: B4.",
        "Under a merged cell, and left out, in the sheet Boats: B3 under.",
        "Numbers that are shown in another form than stored, in the sheet Boats: B as `12.5%`.",
        "The document has macros: they were not run, and are not in the text.",
    )


REJECTED = {
    "no sheets": (ods({}), "the workbook contains no values"),
    "a password": (
        ods({"Boats": NAMES}, **{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
        "it is encrypted",
    ),
    "entities": (
        ods({"Boats": NAMES}, **{"content.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}),
        "declares XML entities",
    ),
    "not a spreadsheet": (ods({}, **{"content.xml": "<x/>"}), "has no sheets"),
    "a row that is repeated without end": (
        ods({"Boats": ods_row("Brenn", attributes='table:number-rows-repeated="9999999"')}),
        "has more than 1,048,576 rows",
    ),
    "a cell that is repeated without end": (
        ods({"Boats": ods_row(ods_cell("Brenn", attributes='table:number-columns-repeated="9999999"'))}),
        "row 1 of the sheet Boats has too many columns",
    ),
    "too many cells": (
        ods(
            {
                "Boats": ods_row(
                    ods_cell("Brenn", attributes='table:number-columns-repeated="9999"'),
                    attributes='table:number-rows-repeated="99999"',
                )
            }
        ),
        "it has more than 4,000,000 cells",
    ),
}


@pytest.mark.parametrize(("data", "message"), REJECTED.values(), ids=REJECTED)
def test_a_spreadsheet_that_cannot_be_read_is_rejected(read, data, message):
    with pytest.raises(UserError, match=rf"boats\.ods: .*{message}"):
        read(data, "boats.ods")
