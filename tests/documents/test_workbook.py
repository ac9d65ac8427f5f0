"""Workbooks are read one line per row, with the values as they are stored."""

import pytest
from dossier.documents.workbook.numbers import date_text, is_date_format, plain_number
from dossier.model.errors import UserError

from tests.documents.sheet_builder import SPREADSHEET, number, row, sheet, text, workbook, zipped

NAMES = row(1, "port", "boats")


def rich(*runs):
    """Return the cell B2 with words that have properties."""
    parts = "".join(f"<r><rPr>{properties}</rPr><t>{words}</t></r>" for properties, words in runs)
    return f'<c r="B2" t="inlineStr"><is>{parts}</is></c>'


def read_sheet(read, *rows, **parts):
    return read(workbook({"Boats": sheet(*rows, **parts)}), "boats.xlsx")


def test_a_row_is_a_line_with_its_place(read):
    extract = read_sheet(read, NAMES, row(2, "Brenn", 48112), row(4, "Kell", 1.5))
    assert extract.text == "port; boats\nport: Brenn; boats: 48112\nport: Kell; boats: 1.5\n"
    assert [(locator.label, locator.group) for locator in extract.locators] == [
        ("1", "Boats"),
        ("2", "Boats"),
        ("4", "Boats"),
    ]


def test_each_sheet_has_its_name_and_its_rows(read):
    one, two = (sheet(NAMES, row(2, port, boats)) for port, boats in (("Brenn", 3), ("Kell", 4)))
    data = workbook({"One": one, "Two": two, "Empty": sheet()})
    extract = read(data, "boats.xlsx")
    assert extract.text == "One\nport; boats\nport: Brenn; boats: 3\n\nTwo\nport; boats\nport: Kell; boats: 4\n"
    assert [locator.group for locator in extract.locators] == ["One", "One", "Two", "Two"]
    assert read(data, "boats.xlsx", sheet="Two").text == "port; boats\nport: Kell; boats: 4\n"
    with pytest.raises(UserError, match=r"boats\.xlsx: --sheet: no sheet `Three`; it has One, Two"):
        read(data, "boats.xlsx", sheet="Three")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (number("B2", "0.125", 1), "0.125"),
        (number("B2", "1200000", 2), "1200000"),
        (number("B2", "1.2E6"), "1200000"),
        (number("B2", "0.1"), "0.1"),
        (number("B2", "3.0000000000000004"), "3.0000000000000004"),
        (number("B2", "22.222200000000001"), "22.2222"),
        (number("B2", "7.0000000000000007E-2"), "0.07"),
        ('<c r="B2" t="s"><v></v></c><c r="C2"><v>5</v></c>', "5"),
        (number("B2", "12345678901234567890"), "12345678901234567890"),
        (number("B2", "-1E-7"), "-0.0000001"),
        (number("B2", "43493", 3), "2019-01-28"),
        (number("B2", "43493.5", 6), "2019-01-28 12:00:00"),
        (number("B2", "0.5", 6), "12:00:00"),
        (number("B2", "1.5", 5), "36:00:00"),
        (number("B2", "12.5", 7), "12.5"),
        (number("B2", "3", 0, "1+2"), "3"),
        ('<c r="B2" t="str"><f>A1</f><v>words</v></c>', "words"),
        ('<c r="B2" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="B2" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="B2" t="d"><v>2019-01-28</v></c>', "2019-01-28"),
        (text("B2", "=1+1"), "=1+1"),
        (text("B2", " 007 "), "007"),
        (text("B2", "12_x000D_&#10;000"), "12; 000"),
        (text("B2", "_xD83D__xDE00_ 12 _xD83D_"), "😀 12 �"),
        (rich(("", "567"), ("<vertAlign val='superscript'/>", "2")), "567 [2]"),
        (rich(("", "CO"), ("<vertAlign val='subscript'/>", "2")), "CO₂"),
        (rich(("<strike/>", "500"), ("<strike val='0'/>", "567")), "567"),
        ('<c r="B2" t="inlineStr"><is><t>港</t><rPh sb="0" eb="1"><t>みなと</t></rPh></is></c>', "港"),
    ],
)
def test_a_value_is_as_it_is_stored(read, cell, value):
    extract = read_sheet(read, NAMES, row(2, "Brenn", cell), row(3, "Kell", 1), row(4, "Kell", 1))
    assert extract.text.splitlines()[1].removeprefix("port: Brenn; ").partition(": ")[2] == value


def test_shared_strings_are_read(read):
    strings = f'<sst xmlns="{SPREADSHEET}"><si><t>port</t></si><si><r><t>bo</t></r><r><t>ats</t></r></si></sst>'
    cells = [f'<c r="{letter}1" t="s"><v>{index}</v></c>' for index, letter in enumerate("AB")]
    data = workbook({"Boats": sheet(row(1, *cells), row(2, "Brenn", 3))}, **{"xl/sharedStrings.xml": strings})
    assert read(data, "boats.xlsx").text == "port; boats\nport: Brenn; boats: 3\n"


def test_what_is_not_as_it_looks_is_in_the_remarks(read):
    rows = (
        NAMES,
        row(2, number("A2", "43493", 3), number("B2", "0.125", 1), attributes='hidden="1"'),
        row(3, "Kell", number("B3", "3", 0, "1+2")),
        row(4, '<c r="A4" t="e"><v>#N/A</v></c>', '<c r="B4"><f>1+1</f></c>'),
        row(5, "Lund", number("B5", "0.30000000000000004")),
    )
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'
    merged = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    content = sheet(*rows, before=columns, after=merged)
    data = workbook({"Boats": content}, {"Boats": "hidden"}, **{"xl/comments1.xml": "<x/>", "xl/vbaProject.bin": "x"})
    remarks = read(data, "boats.xlsx").remarks
    assert remarks == (
        "Names of columns, from row 1 of the sheet Boats: port, boats. Name another row with --header.",
        "Hidden in the workbook, and read: the sheet Boats.",
        "Hidden rows, read, in the sheet Boats: 2.",
        "Hidden columns, read, in the sheet Boats: B:C.",
        "Merged cells, whose value is in the first column and row only, in the sheet Boats: A1:B1.",
        "Results of formulas, as stored, in the sheet Boats: B3.",
        "Formulas without a stored result, left out, in the sheet Boats: B4.",
        "Errors, written as they are, in the sheet Boats: A4.",
        "Dates and times, written as in ISO 8601, in the sheet Boats: A2.",
        "Numbers with more digits than a program shows, written as stored, in the sheet Boats: B5.",
        "Numbers that are shown in another form than stored, in the sheet Boats: B as 0.0%.",
        "Comments are left out.",
        "Macros are left out, and were not run.",
    )


def test_the_title_of_a_workbook_is_that_of_its_properties(read):
    core = "<p xmlns:d='x'><d:title>Boats by port</d:title><d:creator>Ada</d:creator></p>"
    extract = read(workbook({"Boats": sheet(NAMES)}, **{"docProps/core.xml": core}), "boats.xlsx")
    assert (extract.title, extract.metadata) == ("Boats by port", ("creator: Ada",))


FAR = row(1048576, '<c r="XFD1048576"><v>1</v></c>')
WIDE = [f'<row r="{count}"><c r="XFD{count}"><v>1</v></c></row>' for count in range(1, 300)]
REJECTED = [
    (workbook({"Boats": sheet()}), "the workbook contains no values"),
    (workbook({"Boats": "<worksheet"}), "the sheet Boats is damaged"),
    (workbook({"Boats": sheet(row(1, '<c r="A1" t="s"><v>7</v></c>'))}), "the sheet Boats is damaged (it has no stri"),
    (workbook({"Boats": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "the sheet Boats declares XML entities"),
    (workbook({"Boats": sheet(*WIDE)}), "it has more than 4,000,000 cells"),
    (workbook({"Boats": sheet(row(1, '<c r="XFE1"><v>1</v></c>'))}), "the sheet Boats is damaged (row 1 has too many"),
    (workbook({"Boats": sheet()})[:400], "this is a damaged document or zip archive"),
    (zipped({"xl/workbook.xml": "x"}), "its part `xl/workbook.xml` is damaged"),
    (zipped({"xl/x.xml": "x"}), "the file is damaged (its part `xl/workbook.xml` is missing)"),
    (workbook({"Boats": sheet("<!--" + "x" * 30_000_000 + "-->")}), "its part `xl/worksheets/sheet1.xml` has 30,000"),
]


@pytest.mark.parametrize(("data", "message"), REJECTED, ids=[message[:30] for _, message in REJECTED])
def test_a_workbook_that_cannot_be_read_is_rejected(read, data, message):
    with pytest.raises(UserError) as error:
        read(data, "boats.xlsx")
    assert str(error.value).startswith(f"boats.xlsx: {message}")


def test_a_value_in_the_last_cell_is_read(read):
    extract = read_sheet(read, FAR)
    assert extract.locators[0].label == "1048576"
    assert extract.text == "1\n"


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("General", False),
        ("0.00E+00", False),
        ('0 "days"', False),
        ("[Red]0", False),
        ("@", False),
        ("yyyy", True),
        ("[$-409]d/m/yy", True),
        ("[h]:mm", True),
    ],
)
def test_formats_of_dates_are_told_from_others(code, is_date):
    assert is_date_format(code) is is_date


@pytest.mark.parametrize(
    ("serial", "code", "from_1904", "shown"),
    [
        ("1", "yyyy-mm-dd", False, "1900-01-01"),
        ("59", "d/m/yy", False, "1900-02-28"),
        ("60", "d/m/yy", False, None),
        ("61", "d/m/yy", False, "1900-03-01"),
        ("0", "d/m/yy", True, "1904-01-01"),
        ("43493.999999", "d/m/yy h:mm", False, "2019-01-29"),
        ("0.25", "h:mm", False, "06:00:00"),
        ("2958466", "yyyy", False, None),
        ("-1", "yyyy", False, None),
        ("x", "yyyy", False, None),
    ],
)
def test_dates_are_those_of_their_serial_numbers(serial, code, from_1904, shown):
    assert date_text(serial, code, from_1904) == shown


def test_very_large_numbers_keep_their_exponent():
    assert [plain_number(stored) for stored in ("1E+300", "NaN", "5.0", "1E2")] == ["1E+300", "NaN", "5", "100"]


def test_a_part_may_have_no_name(read):
    data = workbook({"Boats": sheet(NAMES)}, QQQQ="x").replace(b"QQQQ", b"\0QQQ")
    assert read(data, "boats.xlsx").text == "A: port; B: boats\n"


def test_names_of_parts_may_be_in_another_case(read):
    strings = f'<sst xmlns="{SPREADSHEET}"><si><t>Brenn</t></si></sst>'
    data = workbook({"Boats": sheet(row(1, '<c r="A1" t="s"><v>0</v></c>'))}, **{"xl/SharedStrings.xml": strings})
    assert read(data, "boats.xlsx").text == "Brenn\n"


def test_a_row_may_be_wider_than_the_names_of_columns(read):
    assert read_sheet(read, NAMES, row(2, "Brenn", 3, 4)).text == "port; boats\nport: Brenn; boats: 3; C: 4\n"
