"""Tables in CSV and TSV are read one line per row, with the values as they are in the file."""

import pytest
from dossier.documents.table_text import column_letter
from dossier.model.errors import UserError
from dossier.model.locator import Locator

CASES = {
    "names of columns": ("year,boats\n2018,48112\n", "year; boats\nyear: 2018; boats: 48112\n"),
    "semicolon": (
        "year;share\n2018;1,5\n2019;0,25\n",
        "year; share\nyear: 2018; share: 1,5\nyear: 2019; share: 0,25\n",
    ),
    "tab": ("name\tboats\nAker, N.\t1 000\n", "name; boats\nname: Aker, N.; boats: 1 000\n"),
    "pipe": ("name|boats\nAda|3\n", "name; boats\nname: Ada; boats: 3\n"),
    "delimiter by the first line": ("sep=;\nname;boats\nAda;3,5\n", "name; boats\nname: Ada; boats: 3,5\n"),
    "comma within prose": (
        "name;note\nAda;one, two\nBo;c, d\n",
        "name; note\nname: Ada; note: one, two\nname: Bo; note: c, d\n",
    ),
    "years as names": ("port,2018,2019\nBrenn,12,1.5\n", "port; 2018; 2019\nport: Brenn; 2018: 12; 2019: 1.5\n"),
    "no names": ("2018,48112,1200000\n2019,5,6\n", "A: 2018; B: 48112; C: 1200000\nA: 2019; B: 5; C: 6\n"),
    "no names but a year": ("Brenn,2018\nKell,2019\n", "A: Brenn; B: 2018\nA: Kell; B: 2019\n"),
    "no names but twice the same": ("Brenn,Brenn\nKell,Lund\n", "A: Brenn; B: Brenn\nA: Kell; B: Lund\n"),
    "a single row": ("Brenn,Kell\n", "A: Brenn; B: Kell\n"),
    "a column without a name": ("name,,boats\nAda,x,3\n", "name; boats\nname: Ada; B: x; boats: 3\n"),
    "title above": ("Boats by port\n\nport,boats\nBrenn,3\n", "Boats by port\nport; boats\nport: Brenn; boats: 3\n"),
    "only column": ("Brenn\nKell\n", "Brenn\nKell\n"),
    "only column with a name": ("boats\n3\n4\n", "boats\nboats: 3\nboats: 4\n"),
    "values as they are": (
        "id,sum,rate,code,day\n007,1.50,12%,=1+1,01/02/2019\n",
        "id; sum; rate; code; day\nid: 007; sum: 1.50; rate: 12%; code: =1+1; day: 01/02/2019\n",
    ),
    "quotation marks": (
        'name,words\nAda,"He said ""no"", twice"\n',
        'name; words\nname: Ada; words: He said "no", twice\n',
    ),
    "what looks like a column within a value": (
        'name,note,boats\nAda,nets; crew: 5,3\nBo,"""no""; crew: 6",4\nCy,"""yes""",5\nDi,a; b,6\n',
        'name; note; boats\nname: Ada; note: "nets; crew: 5"; boats: 3\n'
        'name: Bo; note: """no""; crew: 6"; boats: 4\nname: Cy; note: """yes"""; boats: 5\n'
        "name: Di; note: a; b; boats: 6\n",
    ),
    "space before a quotation mark": ('name, words\nAda, "a, b"\n', "name; words\nname: Ada; words: a, b\n"),
    "line end in a value": ('name,boats\nAda,"12\r\n000"\n', "name; boats\nname: Ada; boats: 12; 000\n"),
    "line end in a name": ('name,"boats\nin all"\nAda,3\n', "name; boats; in all\nname: Ada; boats in all: 3\n"),
    "byte order mark": ("\ufeffname,boats\nAda,3\n", "name; boats\nname: Ada; boats: 3\n"),
    "carriage returns": ("name,boats\rAda,3\r", "name; boats\nname: Ada; boats: 3\n"),
    "empty values": ("name,boats,men\nAda,,3\n", "name; boats; men\nname: Ada; men: 3\n"),
    "empty columns at the end": ("name,boats,,\nAda,3,,\n", "name; boats\nname: Ada; boats: 3\n"),
}


@pytest.mark.parametrize(("table", "text"), CASES.values(), ids=CASES)
def test_a_row_is_a_line_with_the_names_of_its_columns(read, table, text):
    assert read(table, "boats.csv").text == text


def test_rows_are_numbered_as_in_a_spreadsheet_program(read):
    table = 'name,boats\n"Ada\nLind",3\n\nBo,4\n'
    extract = read(table, "boats.csv")
    lines = [extract.text[locator.offset :].partition("\n")[0] for locator in extract.locators]
    assert [locator.label for locator in extract.locators] == ["1", "2", "4"]
    assert lines == ["name; boats", "name: Ada; Lind; boats: 3", "name: Bo; boats: 4"]
    assert extract.locators[0] == Locator(0, "row", "1")
    assert "Empty rows, left out: 3." in extract.remarks
    assert "Line ends within a value are written as `; `." in extract.remarks


def test_names_of_columns_are_found_or_named(read):
    table = "Ada,boats\nBo,ships\nCy,barges\n"
    assert read(table, "a.csv").text.splitlines()[1] == "Ada: Bo; boats: ships"
    assert read(table, "a.csv").remarks == (
        "Names of columns, from row 1: Ada, boats. Name another row with --header.",
    )
    assert read(table, "a.csv", header="0").text.splitlines()[0] == "A: Ada; B: boats"
    assert read(table, "a.csv", header="2").text.splitlines() == ["Ada; boats", "Bo; ships", "Bo: Cy; ships: barges"]


def test_a_row_that_is_not_like_the_others_is_in_the_remarks(read):
    remarks = read("name,boats,boats\nAda,3\nBo,4,5\nCy,6,7\n", "a.csv").remarks
    assert "Rows with fewer values than the others: 2." in remarks
    assert "Several columns have the same name: boats." in remarks


REJECTED = [
    ("name,euros\nAda,1,200\n", {}, "a.csv: row 2 has 3 values, but row 1 has 2 columns"),
    ('name,euros\nAda,"1\nBo,2\n', {}, "a.csv:2: row 2: a quotation mark begins a value that has no end"),
    ('name,euros\n"Ada"s,1\n', {}, "a.csv:2: row 2: a quotation mark ends a value before its end: double it"),
    (f"name,words\nAda,{'x' * 200000}\n", {}, "a.csv:2: row 2: a value has more than 131,072 characters"),
    ("a;b,c\n1;2,3\n", {}, "a.csv: comma or semicolon may separate the values: say which with --delimiter"),
    ("name,boats\nAda,3\n", {"delimiter": "x"}, "a.csv: --delimiter: expected comma, semicolon, tab or pipe, got `x`"),
    ("name,boats\nAda,3\n", {"header": "9"}, "a.csv: --header: row 9 is empty or does not exist"),
    ("name,boats\nAda,3\n", {"header": "-1"}, "a.csv: --header: expected the number of a row, or 0, got `-1`"),
    ("name,boats\nAda,1\x002\n", {}, "a.csv:2:6: U+0000 is a control character"),
    (b"name,boats\nL\xe9a,3\n", {}, "a.csv:2:2: byte 0xe9 is not UTF-8"),
    ("", {}, "a.csv: the file contains no text"),
    (" \n\n", {}, "a.csv: the file contains no text"),
    ("\n".join([",".join(["a" * 5000, "b"]), *["x,y"] * 4000]), {}, "a.csv: its text has more than 16,777,216"),
]


@pytest.mark.parametrize(("table", "options", "message"), REJECTED)
def test_a_table_that_cannot_be_read_is_rejected_with_the_place(read, table, options, message):
    with pytest.raises(UserError) as error:
        read(table, "a.csv", **options)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("table", "taken", "other"),
    [
        ("a\tb,c\n1\t2,3\n", "tab", "--delimiter comma"),
        ("a;b;c\n1;2,5;3,5\n2;1,5;1,5\n3;1;1,5\n", "semicolon", "--delimiter comma"),
        ("name,boats\nAda|x,3\nBo|y,4\n", "comma", "--delimiter pipe"),
    ],
)
def test_a_delimiter_that_was_chosen_among_several_is_said(read, table, taken, other):
    (remark,) = [remark for remark in read(table, "a.csv").remarks if "--delimiter" in remark]
    assert remark.startswith(f"The {taken} was taken") and remark.endswith(f"{other}.")
    assert not [remark for remark in read(table, "a.csv", delimiter=taken).remarks if "--delimiter" in remark]


def test_nothing_is_said_of_a_delimiter_that_no_other_could_be(read):
    table = "name,boats\nAda,3\nBo; the younger,4\nCy,5\n"
    assert not [remark for remark in read(table, "a.csv").remarks if "--delimiter" in remark]


@pytest.mark.parametrize("delimiter", ["semicolon", ";"])
def test_the_delimiter_can_be_named(read, delimiter):
    assert read("a;b,c\n1;2,3\n", "a.csv", delimiter=delimiter).text == "a; b,c\na: 1; b,c: 2,3\n"
    assert read("a\tb,c\n1\t2,3\n", "a.csv", delimiter="\\t").text == "a; b,c\na: 1; b,c: 2,3\n"


def test_an_encoding_can_be_named(read):
    extract = read("name,boats\nLéa,3\n".encode("cp1252"), "a.csv", encoding="windows-1252")
    assert extract.text == "name; boats\nname: Léa; boats: 3\n"
    assert "Read as windows-1252, as --encoding says: compare names with accents." in extract.remarks


def test_columns_are_called_by_their_letter():
    assert [column_letter(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
